import { standardAddress } from './address.ts'
import { standardBirth } from './birth.ts'
import { standardEmails, standardPhones } from './contact.ts'
import { standardDeath } from './death.ts'
import { hasSomething, type NamesRead, readName } from './name.ts'
import { type CurrentNumber, standardNumber } from './nhs-number.ts'
import { standardSex } from './sex.ts'
import type { RawIdentity, Standard, StandardAddress, StandardName } from './standard.ts'

/** Counts up whenever the same text may be standardised to something else: what was made by another is made anew. */
export const STANDARD_VERSION = 2

/**
 * What is compared of a record. Pure, and never throws: what cannot be read is unknown. `current` tells which number
 * stands in the place of one that was superseded.
 */
export function standardise(raw: RawIdentity, current: CurrentNumber = number => number): Standard {
  const own = readName(raw)
  const contacts = [...(raw.phones ?? []), ...(raw.emails ?? [])]
  return {
    ...standardNumber(raw, current),
    names: namesOf(own, (raw.aliases ?? []).slice(0, NAMES_MAX).map(readName)),
    isBaby: own.isBaby,
    born: standardBirth(raw.born, raw.bornOrder, raw.bornNotAfter, raw.bornNotBefore),
    sex: standardSex(raw.sex),
    addresses: addressesOf(raw),
    phones: standardPhones(contacts),
    emails: standardEmails(contacts),
    died: standardDeath(raw.died),
  }
}

const NAMES_MAX = 8
const ADDRESSES_MAX = 8

/** An alias of one half takes the other half from the first name: "known as Peggy", "maiden name Evans". */
function namesOf(own: NamesRead, aliases: readonly NamesRead[]): StandardName[] {
  const [first] = own.names
  const others = aliases
    .flatMap(({ names }) => names)
    .map(alias => (first === undefined ? alias : filled(alias, first)))
  const all = [...own.names, ...others].filter(hasSomething)
  const seen = new Set<string>()
  return all.filter(name => isNewTo(seen, name)).slice(0, NAMES_MAX)
}

function filled(alias: StandardName, first: StandardName): StandardName {
  const given = alias.given === '' ? { given: first.given, middle: first.middle } : {}
  const surname = alias.surname === '' ? { surname: first.surname, surnameParts: first.surnameParts } : {}
  return { ...alias, ...given, ...surname }
}

function isNewTo(seen: Set<string>, { given, middle, surname }: StandardName): boolean {
  const key = [given, ...middle, '', surname].join(' ')
  if (seen.has(key)) return false
  seen.add(key)
  return true
}

function addressesOf(raw: RawIdentity): StandardAddress[] {
  return (raw.addresses ?? []).slice(0, ADDRESSES_MAX).flatMap(address => standardAddress(address) ?? [])
}
