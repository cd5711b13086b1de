import type { Deferral } from './deferral.ts'
import type { TrailEntry } from './entry.ts'

/** Who reads a trail: the person whose it is, or somebody who acts for them. Neither is told what is put off. */
export type Reader = 'the-person' | 'representative'

/** What may not be read off a trail, as it holds at one moment. */
export interface Redaction {
  readonly now: Date
  readonly deferrals: readonly Deferral[]
  /**
   * Set where the record holds a protected address: the organisations that are known to work with the person anyway,
   * and so betray no place. Whoever else looked may be from where the person lives now. Ids.
   */
  readonly knownOrganisations: ReadonlySet<string> | undefined
}

/** What deciding about a deferral asks of a look. */
export type Deferrable = Pick<TrailEntry, 'at' | 'organisationId' | 'accountId' | 'purpose'>

/**
 * An entry as this reader may have it; undefined while telling of it is put off. The person reads all the rest. Anybody
 * else is not told who of the family looked, nor who looked from a place that would betray a protected address: such
 * an entry stays, with its moment and whether it was allowed, so that the number of looks is true for every reader.
 */
export function redact(entry: TrailEntry, reader: Reader, redaction: Redaction): TrailEntry | undefined {
  if (isPutOff(entry, redaction)) return undefined
  if (reader === 'the-person' || !mustBeWithheld(entry, redaction)) return entry
  return {
    ...entry,
    who: '',
    by: { kind: entry.by.kind, id: '' },
    accountId: undefined,
    organisationId: undefined,
    organisation: undefined,
    organisationCode: undefined,
    through: undefined,
    role: undefined,
    released: [],
    failed: [],
    clauses: [],
    isWithheld: true,
  }
}

/** Whether telling of a look is put off now: made while a deferral that fits it stands, and the deferral stands still. */
export function isPutOff(look: Deferrable, { now, deferrals }: Pick<Redaction, 'now' | 'deferrals'>): boolean {
  return deferrals.some(
    ({ organisationId, accountId, purpose, startedAt, endsAt }) =>
      now < endsAt &&
      look.at >= startedAt &&
      (organisationId === undefined || organisationId === look.organisationId) &&
      (accountId === undefined || accountId === look.accountId) &&
      (purpose === undefined || purpose === look.purpose),
  )
}

function mustBeWithheld(entry: TrailEntry, { knownOrganisations }: Redaction): boolean {
  const { organisationId, isThePerson } = entry
  if (organisationId === undefined) return !isThePerson
  return knownOrganisations !== undefined && !knownOrganisations.has(organisationId)
}
