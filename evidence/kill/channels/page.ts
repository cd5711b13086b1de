import { startSession } from '#door/signin/sessions.ts'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { openOwnerStore, transaction } from '#ground/db/store.ts'
import { actorOf } from '#test/kit.ts'
import type { Arena } from '../arena.ts'
import type { Line } from '../senders.ts'
import { ask, type Channel } from './channel.ts'
import { KIND, LANDLORD, worksFile } from './works.ts'

/** The landlord's data officer. */
const OFFICER = 'eleri-watkin'

/** Somebody at a landlord's who sends files on a page, and has each taken in. What the page then says, is safe. */
export const PAGE: Channel = {
  name: 'page',
  lines: 1,
  peopleEach: 6,
  atOnce: true,
  share: 6,
  from: 200_000,
  open: pageLine,
}

function pageLine(arena: Arena): Line {
  let session: string | undefined
  const post = (path: string, body: FormData | URLSearchParams) =>
    ask(`${arena.url}${path}`, {
      method: 'POST',
      headers: { cookie: `__Host-cydofal=${session}`, 'sec-fetch-site': 'same-origin' },
      body,
    })
  return {
    async send(steps) {
      session ??= await signIn(arena).catch(() => undefined)
      const form = new FormData()
      form.set('kind', KIND)
      form.set('sender', LANDLORD)
      form.set('file', new Blob([worksFile(steps)], { type: 'text/csv' }), 'works.csv')
      const kept = onwardFrom(await post('/files', form))
      if (!/^\/files\/[0-9a-f-]{36}$/.test(kept ?? '')) {
        if (kept?.includes('sign-in')) session = undefined
        return false
      }
      return onwardFrom(await post(`${kept}/take`, new URLSearchParams())) === kept
    },
    close() {},
  }
}

function onwardFrom(answer: Response | undefined): string | undefined {
  return answer?.status === 303 ? (answer.headers.get('location') ?? undefined) : undefined
}

async function signIn(arena: Arena): Promise<string> {
  const store = openOwnerStore(arena.databaseUrl, { clock: machineClock, chance: machineChance })
  try {
    const secret = machineChance.secret()
    const begun = { secret, accountId: actorOf(OFFICER).accountId, idToken: 'evidence', earlierSecret: undefined }
    await transaction(store, tx => startSession(tx, begun))
    return secret
  } finally {
    await store.close()
  }
}
