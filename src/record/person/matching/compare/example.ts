import type { RawIdentity } from '#record/person/standard/standard.ts'
import { standardise } from '#record/person/standard/standardise.ts'
import { type MatchRecord, onlyStandard } from '../record.ts'

/** A record of somebody invented, said as an agency sends it. */
export function recordOf(raw: RawIdentity, others: Readonly<Record<string, string>> = {}): MatchRecord {
  return { ...onlyStandard(standardise(raw)), others }
}

/** Mair of the seed, as the health board holds her; an agency says of her what is given. */
export function mair(raw: RawIdentity = {}): MatchRecord {
  return recordOf({
    given: 'Mair',
    surname: 'Pritchard',
    born: '1941-03-14',
    sex: 'F',
    addresses: [{ lines: ['7 Stryd y Bont'], town: 'Tregarreg', postcode: 'GH1 2AB' }],
    ...raw,
  })
}
