import { setTimeout as wait } from 'node:timers/promises'
import type { Step } from './stories.ts'

/** How one kind of sender hands something over: true once it was told that it is safe. */
export interface Line {
  send(steps: readonly Step[]): Promise<boolean>
  close(): void
}

/** What was acknowledged, as the senders saw it. */
export interface Acknowledged {
  readonly told: Step
  /** When it was sent for the last time, and when that was acknowledged (`performance.now()`). */
  readonly sentAt: number
  readonly at: number
}

/** Many senders, each with a few people, each sending until it is told that what it sent is safe, then the next. */
export interface Senders {
  readonly acknowledged: readonly Acknowledged[]
  /** How often something was sent again. */
  readonly resent: number
  /** Ends once everything that was begun is acknowledged. */
  finish(): Promise<void>
  /** Ends at once; what was begun and not acknowledged is of no further interest. */
  breakOff(): Promise<void>
}

export interface Sending {
  readonly lines: number
  readonly peopleEach: number
  /** Whether a line tells of all its people at once, in a file, or of one after the other. */
  readonly atOnce: boolean
  /** How much is told a second, of all lines together. */
  readonly perSecond: number
  /** The number of the first person; those of other senders are far away. */
  readonly from: number
  open(): Line
}

const AGAIN_MS = 40

/** Begins to send. */
export function startSenders({ lines, peopleEach, atOnce, perSecond, from, open }: Sending): Senders {
  const acknowledged: Acknowledged[] = []
  let resent = 0
  let wish: 'send' | 'finish' | 'break off' = 'send'
  const is = (one: typeof wish) => wish === one
  const everyMs = (1000 * lines * (atOnce ? peopleEach : 1)) / perSecond
  const run = async (number: number) => {
    const line = open()
    const people = Array.from({ length: peopleEach }, (_, index) => from + number * peopleEach + index)
    for (let sent = 0, due = performance.now(); is('send'); sent++, due += everyMs) {
      const steps = atOnce
        ? people.map(person => ({ person, step: sent + 1 }))
        : [{ person: people[sent % peopleEach]!, step: Math.floor(sent / peopleEach) + 1 }]
      for (let isSafe = false; !isSafe && !is('break off'); ) {
        const sentAt = performance.now()
        isSafe = await line.send(steps)
        const at = performance.now()
        if (isSafe) acknowledged.push(...steps.map(told => ({ told, sentAt, at })))
        else {
          resent++
          await wait(AGAIN_MS)
        }
      }
      // Whoever was held up does not make up for it: agencies' systems do, and would only be slower to recover from.
      due = Math.max(due, performance.now() - everyMs)
      while (is('send') && performance.now() < due + everyMs) {
        await wait(Math.min(100, Math.max(0, due + everyMs - performance.now())))
      }
    }
    line.close()
  }
  const all = Promise.all(Array.from({ length: lines }, (_, number) => run(number)))
  const end = async (how: typeof wish) => {
    wish = how
    await all
  }
  return {
    acknowledged,
    get resent() {
      return resent
    },
    finish: () => end('finish'),
    breakOff: () => end('break off'),
  }
}
