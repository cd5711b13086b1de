import type { RawIdentity } from '#record/person/standard/standard.ts'

/** The messages of one stay in hospital, in the order in which its sender sends them. */
export type Stay = readonly Buffer[]

/** What a hospital's system tells of a stay: admitted, changed, moved, home. Two in three messages only change what is there. */
const TRIGGERS = ['A01', 'A08', 'A02', 'A03'] as const

/** How many messages a stay is. */
export const STAY_MESSAGES = TRIGGERS.length

/** The stay of somebody whom this sender has never told of. The number makes its control ids, and tells people apart. */
export function stayOf(who: RawIdentity, number: number): Stay {
  return TRIGGERS.map((trigger, place) => Buffer.from(messageOf(who, { number, trigger, place })))
}

interface Told {
  readonly number: number
  readonly trigger: (typeof TRIGGERS)[number]
  readonly place: number
}

function messageOf(who: RawIdentity, { number, trigger, place }: Told): string {
  const at = `202611221${place}1330+0000`
  const [ward, from] =
    trigger === 'A02' || trigger === 'A03' ? ['BANW^B1^02^YGH', 'DYFI^B2^04^YGH'] : ['DYFI^B2^04^YGH', '']
  const segments = [
    `MSH|^~\\&|GHPAS|YGH|CYDOFAL|GLANHAFREN|${at}||ADT^${trigger}^ADT_${trigger}|M${number}-${place}|P|2.5.1|||AL||GBR|UNICODE UTF-8`,
    `EVN|${trigger}|${at}|||NSWILLIAM|${at}`,
    identityOf(who, number),
    `PV1|1|I|${ward}|E||${from}|C0417^REES^GETHIN^^^DR|||TRO||||7|||||V${number}^^^YGH^VN`,
    `PV2|||^Fall at home, hip pain||||||202611${trigger === 'A01' ? 28 : 29}`,
  ]
  return segments.map(segment => `${segment}\r`).join('')
}

function identityOf(who: RawIdentity, number: number): string {
  const { nhsNumber, nhsNumberStatus, given, middle, surname, born, sex, addresses = [], phones = [] } = who
  const numbers = [`M${number}^^^GHB^PI`, ...(nhsNumber ? [`${nhsNumber}^${nhsNumberStatus}^^NHS^NH`] : [])]
  const homes = addresses.map(({ lines = [], town, postcode }) => `${lines.join(', ')}^^${town}^^${postcode}^GBR^H`)
  const name = [surname, given, middle ?? ''].join('^').toUpperCase()
  const day = (born ?? '').replaceAll('-', '')
  return `PID|1||${numbers.join('~')}||${name}||${day}|${sex === 'female' ? 'F' : 'M'}|||${homes.join('~')}||${phones.map(phone => `${phone}^PRN^PH`).join('~')}`
}
