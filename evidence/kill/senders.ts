import { setTimeout as wait } from 'node:timers/promises'
import { connectMllp, type MllpLink } from '#ground/mllp/client.ts'
import { storyOf, type Told } from './stories.ts'

/** How one kind of sender hands over a message: true once it was told that the message is safe. */
export interface Line {
  send(told: Told): Promise<boolean>
  close(): void
}

/** What was acknowledged, as the senders saw it. */
export interface Acknowledged {
  readonly told: Told
  /** When it was sent for the last time, and when that was acknowledged (`performance.now()`). */
  readonly sentAt: number
  readonly at: number
}

/** Many senders, each with a few people, each sending until it is told that the message is safe, then the next. */
export interface Senders {
  readonly acknowledged: readonly Acknowledged[]
  /** How often a message was sent again. */
  readonly resent: number
  /** Ends once everything that was begun is acknowledged. */
  finish(): Promise<void>
  /** Ends at once; what was begun and not acknowledged is of no further interest. */
  breakOff(): Promise<void>
}

export interface Sending {
  readonly lines: number
  readonly peopleEach: number
  /** Of all lines together. */
  readonly perSecond: number
  /** The number of the first person; those of other senders are far away. */
  readonly from: number
  open(): Line
}

/** An answer that does not come for so long will not come. */
const ANSWER_SECONDS_MAX = 5
const AGAIN_MS = 40

/** Begins to send. */
export function startSenders({ lines, peopleEach, perSecond, from, open }: Sending): Senders {
  const acknowledged: Acknowledged[] = []
  let resent = 0
  let wish: 'send' | 'finish' | 'break off' = 'send'
  const is = (one: typeof wish) => wish === one
  const everyMs = (1000 * lines) / perSecond
  const run = async (number: number) => {
    const line = open()
    const people = Array.from({ length: peopleEach }, (_, index) => from + number * peopleEach + index)
    for (let sent = 0, due = performance.now(); is('send'); sent++, due += everyMs) {
      const told = storyOf(people[sent % peopleEach]!, Math.floor(sent / peopleEach) + 1)
      for (let isSafe = false; !isSafe && !is('break off'); ) {
        const sentAt = performance.now()
        isSafe = await line.send(told)
        if (isSafe) acknowledged.push({ told, sentAt, at: performance.now() })
        else {
          resent++
          await wait(AGAIN_MS)
        }
      }
      // Whoever was held up does not make up for it: agencies' systems do, and would only be slower to recover from.
      due = Math.max(due, performance.now() - everyMs)
      await wait(Math.max(0, due + everyMs - performance.now()))
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

/** HL7 v2 over MLLP: a connection that is kept while it is good. `AA` says that the message is safe. */
export function mllpLine(port: () => number): Line {
  let link: MllpLink | undefined
  return {
    async send({ bytes }) {
      if (link?.isOpen !== true) {
        const opened = await connectMllp({ host: '127.0.0.1', port: port(), timeoutSeconds: ANSWER_SECONDS_MAX })
        if (!opened.ok) return false
        link = opened.value
      }
      const answer = await link.send(bytes)
      return answer.ok && answer.value.code === 'AA'
    },
    close: () => link?.close(),
  }
}
