import assert from 'node:assert/strict'
import type { Patient } from 'fhir/r4.js'
import { type Tx, transactionInTurn } from '#ground/db/store.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { people } from '#seed/region/people/index.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, type Region } from '#test/kit.ts'
import { keepSourceRecord } from '../keep-source-record.ts'
import { membersOf } from '../link/persons.ts'
import { nhsNumberIdentifier } from '../patient.ts'
import { identify } from './identify.ts'

/** What a record that arrives says; nothing that is left out. */
export interface Arrival {
  readonly given?: string
  readonly family?: string
  readonly born?: string
  readonly sex?: 'male' | 'female'
  readonly home?: { readonly lines: readonly string[]; readonly town: string; readonly postcode: string }
  readonly phone?: string
  readonly number?: string
  readonly verified?: boolean
  readonly died?: string
  /** A new record unless it is given. */
  readonly localId?: string
}

/** What became of it. */
export interface Arrived {
  readonly recordId: string
  /** A problem, or how it was identified. */
  readonly how: string
  readonly personId: string | undefined
}

export const OWNER = seedId.team('tim-integreiddio')

let arrivals = 0

/** The health board's record of somebody arrives. What is done before it is kept can be waited for. */
export async function arrives(here: Region, arrival: Arrival, beforeItIsKept = async () => {}): Promise<Arrived> {
  const key = {
    organisationId: seedId.organisation('bwrdd-iechyd'),
    localId: arrival.localId ?? `arrival ${++arrivals}`,
  }
  return transactionInTurn(here.store, async tx => {
    const record = await keepSourceRecord(tx, key, () => patientOf(arrival), undefined)
    const identified = await identify(tx, record, OWNER)
    await beforeItIsKept()
    return identified.ok
      ? { recordId: record.id, ...identified.value }
      : { recordId: record.id, how: identified.problem, personId: undefined }
  })
}

/** All that a person of the region is known by, but for their number. */
export function like(person: string): Arrival {
  const { given, family, born, sex, home, phone } = seeded(person)
  return { given: given.join(' '), family, born, sex: sex as 'male' | 'female', home, ...(phone && { phone }) }
}

/** Their number too, verified. */
export function withNumber(person: string): Arrival {
  const { nhsNumber } = seeded(person)
  return { ...like(person), number: nhsNumber ?? assert.fail(`${person} has no number`) }
}

function seeded(person: string) {
  return people.find(({ key }) => key === person) ?? assert.fail(`nobody is ${person}`)
}

/** The records about a person of the region. */
export function recordsOf(here: Region, person: string): Promise<string[]> {
  return doing(here, tx => membersOf(tx, personId(person)))
}

/** What waits to be decided about a record: which records, why, and whether it is a doubt. */
export function waitingFor(here: Region, recordId: string) {
  return here.store.db
    .selectFrom('reviewCandidateNow as waiting')
    .innerJoin('reviewCandidate as candidate', 'candidate.id', 'waiting.id')
    .innerJoin('personLinkNow as link', 'link.sourceRecordId', 'waiting.candidateRecordId')
    .select(['link.personId', 'candidate.reason', 'candidate.isDoubt', 'candidate.weight', 'candidate.explanation'])
    .where('waiting.recordId', '=', recordId)
    .orderBy('candidate.weight', 'desc')
    .execute()
}

export function doing<Value>(here: Region, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transactionInTurn(here.store, work)
}

/** As its sender would write it. */
export function patientOf({ given, family, born, sex, home, phone, number, verified = true, died }: Arrival): Patient {
  const nhsNumber = parseNhsNumber(number ?? '')
  const name = { use: 'official' as const, ...(family && { family }), ...(given && { given: given.split(' ') }) }
  return {
    resourceType: 'Patient',
    name: [name],
    ...(born && { birthDate: born }),
    ...(sex && { gender: sex }),
    ...(home && { address: [{ use: 'home', line: [...home.lines], city: home.town, postalCode: home.postcode }] }),
    ...(phone && { telecom: [{ system: 'phone', value: phone }] }),
    ...(died && { deceasedDateTime: died }),
    ...(nhsNumber !== undefined && { identifier: [nhsNumberIdentifier(nhsNumber, verified)] }),
  }
}
