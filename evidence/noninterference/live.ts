import { get } from 'node:http'
import { announce } from '#ground/db/announce.ts'
import { transaction } from '#ground/db/store.ts'
import { personId } from '#test/kit.ts'
import type { Asker, Put } from './ask.ts'
import { difference, plain } from './compare.ts'
import { HIDDEN } from './hidden.ts'
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
  const pages = ['/people/live', `${mair}/live`, `${mair}/plan/live`]
  const open = async (world: World) => Promise.all(pages.map(path => listen(world, path, session)))
  const heard = [await open(one), await open(other)] as const
  await transaction(other.store, async tx => {
    await announce(tx, { topic: 'notice', id: HIDDEN.notice })
    await announce(tx, { topic: 'plan', id: HIDDEN.item })
    await announce(tx, { topic: 'plan', id: HIDDEN.part })
  })
  for (const world of [one, other]) await world.send('mair-expected-home.hl7')
  await new Promise(resolve => setTimeout(resolve, LISTEN_MS))
  for (const [place, path] of pages.entries()) {
    const [here, there] = [heard[0][place]?.() ?? '', heard[1][place]?.() ?? '']
    const answer = (body: string) => ({ status: 200, headers: {}, body })
    yield {
      caller: name,
      question: `listening at ${path}`,
      difference: difference(plain(answer(here), one), plain(answer(there), other)),
    }
  }
}

/** Opens a live page; answers, once it is open, how to close it and read all that was heard. */
function listen({ port }: World, path: string, session: string): Promise<() => string> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const request = get(
      { host: '127.0.0.1', port, path, headers: { cookie: `__Host-cydofal=${session}` } },
      response => {
        heard = `${response.statusCode} `
        response.on('data', (part: Buffer) => {
          heard += String(part)
        })
        response.on('error', () => {})
        resolve(() => {
          request.destroy()
          return heard
        })
      },
    )
    request.on('error', reject)
  })
}
