import { receiveFrame } from '#door/feeds/hl7/receive.ts'
import { type Chance, repeatableChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { freshDatabase } from '#test/database.ts'
import { actorOf, asSent } from '#test/kit.ts'
import { type Served, served } from '../served.ts'
import type { sown } from '../sow.ts'

/** When it is in both worlds, always. */
export const NOW = '2026-11-22T09:00:00Z'

/** One of two worlds that began alike, served; and every id and secret it has drawn since. */
export interface World extends Served {
  readonly drawn: ReadonlySet<string>
  send(message: string): Promise<void>
  /**
   * Draws from a sequence of the next question's own. A try that was refused is written in the trail of whoever is there, and
   * draws an id for it; where there is nobody none is drawn, and that must not order all that comes after.
   */
  drawAnew(): void
}

/** Two worlds, alike to the last byte until something is hidden in the other. */
export interface Pair {
  readonly one: World
  readonly other: World
  readonly sessions: ReadonlyMap<string, string>
  stop(): Promise<void>
}

interface Means {
  readonly settings: Readonly<Record<string, string>>
  readonly product?: Awaited<ReturnType<typeof sown>>
  /** The accounts that are signed in, in both. */
  readonly callers: readonly string[]
}

/** Makes both from the same template, with the same clock and chance, and lets the same things happen in both. */
export async function pairOfWorlds(means: Means): Promise<Pair> {
  const [one, other] = [await world(means), await world(means)]
  const sessions = new Map<string, string>()
  for (const at of [one, other]) {
    for (const key of means.callers) {
      const secret = `${key}-${'0'.repeat(40)}`.slice(0, 40)
      sessions.set(key, await at.signIn(actorOf(key).accountId, secret))
    }
  }
  return {
    one,
    other,
    sessions,
    stop: async () => {
      await one.stop()
      await other.stop()
    },
  }
}

async function world({ settings, product }: Means): Promise<World> {
  const database = await freshDatabase('region')
  const drawn = new Set<string>()
  let question = 0
  let sequence = repeatableChance('a world')
  const drawAnew = () => {
    question++
    sequence = repeatableChance(`a world, question ${question}`)
  }
  const chance = { id: () => sequence.id(), secret: () => sequence.secret() }
  const means = { clock: stoppedClock(NOW), chance: noting(chance, drawn), settings }
  const here = await served(database.url, product === undefined ? means : { ...means, product })
  const send = async (message: string) =>
    void (await receiveFrame(here.store, Buffer.from(asSent(message)), '127.0.0.1'))
  await send('mair-admitted.hl7')
  await send('wrong-person.hl7')
  const stop = async () => {
    await here.stop()
    await database.drop()
  }
  return { ...here, drawn, send, drawAnew, stop }
}

function noting({ id, secret }: Chance, drawn: Set<string>): Chance {
  const note = (text: string) => {
    drawn.add(text)
    return text
  }
  return { id: () => note(id()), secret: () => note(secret()) }
}
