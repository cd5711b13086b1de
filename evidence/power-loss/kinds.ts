import { readFileSync } from 'node:fs'
import type { Arena } from '../kill/arena.ts'
import { FHIR } from '../kill/channels/fhir.ts'
import { mllpLine } from '../kill/channels/mllp.ts'
import { PAGE } from '../kill/channels/page.ts'
import type { Line } from '../kill/senders.ts'
import { letters, type Step } from '../kill/stories.ts'

/** One kind of message, and how it is sent of somebody of whom nothing was ever told. */
export interface Kind {
  readonly name: string
  open(arena: Arena): Line
}

const MESSAGES = new URL('../../seed/region/messages/', import.meta.url)

/** One message of each kind that is taken in. */
export const KINDS: readonly Kind[] = [
  ...[
    ['ADT', 'mair-admitted'],
    ['ORU', 'mair-result'],
    ['MDM', 'mair-letter'],
    ['SIU', 'mair-appointment'],
    ['REF', 'mair-referral'],
  ].map(([name = '', file]): Kind => {
    const text = readFileSync(new URL(`${file}.hl7`, MESSAGES), 'utf8').replaceAll('\n', '\r')
    const bytesOf = ({ person }: Step) => Buffer.from(aboutAnother(text, person))
    return { name, open: arena => mllpLine(() => arena.mllpPort, bytesOf) }
  }),
  { name: 'FHIR', open: FHIR.open },
  { name: 'CSV', open: PAGE.open },
]

/** The same message about somebody else, with numbers of its own: they are letters and digits mixed. */
function aboutAnother(message: string, person: number): string {
  return message
    .replace(/^PID.*$/m, `PID|1||WALK${person}^^^GHB^PI||CERDDED^${letters(person).toUpperCase()}||19510622|F`)
    .replaceAll(/\b(?:[A-Z]{1,3}\d{7,12}|\d\d[A-Z]\d{7})\b/g, number => `${number}N${person}`)
}
