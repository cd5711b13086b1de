import { connectMllp, type MllpLink } from '#ground/mllp/client.ts'
import type { Line } from '../senders.ts'
import { type Step, storyOf } from '../stories.ts'
import { ANSWER_SECONDS_MAX, type Channel } from './channel.ts'

/** Hospitals' systems: HL7 v2 over MLLP. */
export const MLLP: Channel = {
  name: 'mllp',
  lines: 8,
  peopleEach: 3,
  atOnce: false,
  share: 70,
  from: 1,
  open: arena => mllpLine(() => arena.mllpPort),
}

/** A connection that is kept while it is good. `AA` says that the message is safe. */
export function mllpLine(port: () => number, bytesOf = ({ person, step }: Step) => storyOf(person, step).bytes): Line {
  let link: MllpLink | undefined
  return {
    async send(steps) {
      if (link?.isOpen !== true) {
        const opened = await connectMllp({ host: '127.0.0.1', port: port(), timeoutSeconds: ANSWER_SECONDS_MAX })
        if (!opened.ok) return false
        link = opened.value
      }
      for (const step of steps) {
        const answer = await link.send(bytesOf(step))
        if (!answer.ok || answer.value.code !== 'AA') return false
      }
      return true
    },
    close: () => link?.close(),
  }
}
