import type { Arena } from '../arena.ts'
import type { Line } from '../senders.ts'

/** One way in, and who sends by it. */
export interface Channel {
  readonly name: string
  readonly lines: number
  readonly peopleEach: number
  readonly atOnce: boolean
  /** Of a hundred things that are told, so many come this way. */
  readonly share: number
  /** The number of the first person who is told of this way. */
  readonly from: number
  open(arena: Arena): Line
}

/** An answer that does not come for so long will not come. */
export const ANSWER_SECONDS_MAX = 5

/** What was answered, or undefined when nothing was. */
export async function ask(url: string, how: RequestInit): Promise<Response | undefined> {
  const signal = AbortSignal.timeout(ANSWER_SECONDS_MAX * 1000)
  return fetch(url, { redirect: 'manual', signal, ...how }).catch(() => undefined)
}
