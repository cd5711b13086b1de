import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import { read } from '#ground/csv/test-read.ts'
import { type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { emptyGround } from '#test/kit.ts'
import { identifyBy } from '../identify/identify.ts'
import { standardsOf } from '../identify/standard-of.ts'
import { keepSourceRecord } from '../keep-source-record.ts'
import { type Linked, linkAll } from '../matching/bulk/link-all.ts'
import { type Matcher, matcherOf } from '../matching/matcher.ts'
import { onlyStandard } from '../matching/record.ts'
import { NHS_NUMBER_SYSTEM } from '../patient.ts'
import { uprnKey } from '../patient-extensions.ts'
import { rawOfPatient } from '../raw-of-patient.ts'
import type { Standard } from '../standard/standard.ts'
import { standardise } from '../standard/standardise.ts'

const FILE = join(process.env.CYDOFAL_SHARED_DATA ?? '../shared/data', 'linkage/welsh-dev/records.csv.gz')

/** Why the tests on agencies' records are left out; false where their file is there. */
export const NO_AGENCIES = existsSync(FILE) ? false : `there is no ${FILE}`

/** Records of many agencies, none of them in the database yet, and what a bulk run of all of them finds. */
export interface Agencies {
  readonly store: Store
  readonly records: number
  readonly bulk: Linked
  readonly matcher: Matcher
  /** A record arrives: it is kept, or kept and identified. */
  arrives(number: number, how: 'kept' | 'identified'): Promise<void>
  /** The records that are with others than in the bulk run. */
  astray(): Promise<number[]>
  /** What is compared of each record, as the database keeps it, and the person it is about. */
  held(): Promise<{ readonly personId: string; readonly content: Standard }[]>
}

/** Those whose year of birth ends so: whole people as a rule, and not the whole file. */
export async function agencies(yearsEnding: RegExp): Promise<Agencies> {
  const { store } = await emptyGround()
  const doing = <Value>(work: (tx: Tx) => Promise<Value>) => transactionInTurn(store, work)
  const patients = await readAgencies(yearsEnding)
  const { organisationId, teamId } = await doing(plantAgency)
  const bulk = linkAll((await doing(tx => standardsOf(tx, patients))).map(onlyStandard), { others: [] })
  const matcher = matcherOf(bulk.model)
  const held = async () => {
    const { rows } = await sql<{ localId: number; personId: string; content: Standard }>`
      select record.local_id::integer, link.person_id, standard.content
      from source_record as record
      join person_link_now as link on link.source_record_id = record.id
      join record_standard as standard on standard.source_record_id = record.id
      order by 1`.execute(store.db)
    return rows
  }
  return {
    store,
    records: patients.length,
    bulk,
    matcher,
    arrives: (number, how) =>
      doing(async tx => {
        const key = { organisationId, localId: `${number}` }
        const record = await keepSourceRecord(tx, key, () => patients[number]!, undefined)
        const compared = record.compared ?? assert.fail()
        if (how === 'identified') await identifyBy(tx, matcher, { ...record, compared }, teamId)
      }),
    async astray() {
      const online = companions((await held()).map(({ personId }) => personId))
      const expected = companions(Array.from(bulk.clusters.first, String))
      return online.flatMap((others, number) => (others === expected[number] ? [] : [number]))
    },
    held,
  }
}

/** What is compared of every record of the file. */
export async function allStandards(): Promise<Standard[]> {
  return (await readAgencies(/^/)).map(patient => standardise(rawOfPatient(patient)))
}

/** Of each record who is with it, as one text. */
function companions(people: readonly string[]): string[] {
  const members = Map.groupBy(people.keys(), number => people[number]!)
  return people.map(person => members.get(person)!.join())
}

async function readAgencies(yearsEnding: RegExp): Promise<Patient[]> {
  const { heading, rows } = await read(gunzipSync(readFileSync(FILE)))
  const born = heading.indexOf('date_of_birth')
  return rows
    .filter(row => yearsEnding.test(row[born]?.slice(0, 4) ?? ''))
    .map(row => patientOf(Object.fromEntries(heading.map((name, at) => [name, row[at] ?? '']))))
}

function patientOf(row: Readonly<Record<string, string>>): Patient {
  const { nhs_number: number = '', given_name: given = '', middle_names: middle = '', sex, date_of_death: died } = row
  const telecom = [
    { system: 'phone' as const, value: row.phone ?? '' },
    { system: 'email' as const, value: row.email ?? '' },
  ]
  return {
    resourceType: 'Patient',
    identifier: number === '' ? [] : [{ system: NHS_NUMBER_SYSTEM, value: parseNhsNumber(number) ?? number }],
    name: [{ use: 'official', family: row.surname ?? '', given: [given, ...middle.split(' ')].filter(Boolean) }],
    ...(row.date_of_birth && { birthDate: row.date_of_birth }),
    ...((sex === 'F' || sex === 'M') && { gender: sex === 'F' ? 'female' : 'male' }),
    address: [
      {
        line: [row.address_line ?? ''],
        city: row.town ?? '',
        postalCode: row.postcode ?? '',
        ...(row.uprn && { extension: [uprnKey(row.uprn)] }),
      },
    ],
    telecom: telecom.filter(({ value }) => value !== ''),
    ...(died && { deceasedDateTime: died }),
  }
}

/** An organisation, a sender of it and the team that answers, in a database that has nothing. */
async function plantAgency(tx: Tx): Promise<{ organisationId: string; teamId: string }> {
  const [organisationId, teamId] = [tx.newId(), tx.newId()]
  const names = { nameEn: 'Agencies', nameCy: 'Asiantaethau' }
  await tx.db
    .insertInto('organisation')
    .values({ id: organisationId, code: 'all', kind: 'council', ...names })
    .execute()
  await tx.db
    .insertInto('team')
    .values({ id: teamId, code: 'all', organisationId, ...names })
    .execute()
  await tx.db
    .insertInto('sender')
    .values({ id: tx.newId(), application: 'ALL', facility: 'ALL', organisationId, ownerTeamId: teamId })
    .execute()
  return { organisationId, teamId }
}
