import { announce } from '#ground/db/announce.ts'
import { transaction } from '#ground/db/store.ts'
import { personId } from '#test/kit.ts'
import { CONFIDENCE_TOPIC } from '#work/confidence/confidence.ts'
import { listen } from '../listen.ts'
import type { Asker } from './ask.ts'
import { difference, plain } from './compare.ts'
import { HIDDEN } from './hidden.ts'
import { HIDDEN_CONFIDENCE } from './hidden-confidence.ts'
import type { Put } from './put.ts'
import type { Pair, World } from './world.ts'

/** How long a page is listened to after something was announced, milliseconds: telling takes some ten of them. */
const LISTEN_MS = 400

/**
 * Opens every live page in both worlds, lets hidden things happen in one of them, then the same thing that may be seen
 * in both, and compares all that was heard.
 */
export async function* tellBoth({ one, other }: Pair, { name, session }: Asker): AsyncGenerator<Put> {
  if (session === undefined) return
  const mair = `/people/${personId('mair-pritchard')}`
  const paths = ['/people/live', `${mair}/live`, `${mair}/plan/live`, `${mair}/confidence/live`]
  const open = (world: World) => Promise.all(paths.map(path => listen(world.port, path, session)))
  const [here, there] = [await open(one), await open(other)]
  await transaction(other.store, async tx => {
    for (const id of [HIDDEN.notice, HIDDEN.moved, HIDDEN.version]) await announce(tx, { topic: 'notice', id })
    await announce(tx, { topic: 'plan', id: HIDDEN.item })
    await announce(tx, { topic: 'plan', id: HIDDEN.part })
    await announce(tx, { topic: CONFIDENCE_TOPIC, id: HIDDEN_CONFIDENCE })
  })
  for (const world of [one, other]) await world.send('mair-expected-home.hl7')
  await new Promise(resolve => setTimeout(resolve, LISTEN_MS))
  for (const [place, path] of paths.entries()) {
    const answer = (body = '') => ({ status: 200, headers: {}, body })
    const heard = plain(answer(here[place]?.heard()), one)
    const otherHeard = plain(answer(there[place]?.heard()), other)
    yield { caller: name, question: `listening at ${path}`, difference: difference(heard, otherHeard) }
  }
  for (const page of [...here, ...there]) page.close()
}
