import type { Patient } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import { type NhsNumber, parseNhsNumber } from '#ground/nhs-number.ts'
import { keepSourceRecord } from '#record/person/keep-source-record.ts'
import { nhsNumberIdentifier } from '#record/person/patient.ts'
import { beginRelationship } from '#record/sharing/relationship/relationship.ts'
import { seedId } from '#seed/seed-id.ts'

/** Somebody made up for a measurement: known to the council and their landlord, never yet admitted. */
export interface Admittee {
  readonly personId: string
  readonly message: Buffer
}

/** A social worker and a housing officer of the invented region are tied to every one of them. */
export const WATCHING = ['sioned-evans', 'ffion-gittins'] as const

/** Plants this many people, each with a verified NHS number and a message that admits them to hospital. */
export async function plantAdmittees(tx: Tx, count: number): Promise<Admittee[]> {
  const admittees: Admittee[] = []
  for (const number of nhsNumbers(count)) {
    const who = madeUp(admittees.length)
    const key = { organisationId: seedId.organisation('cyngor-dyffryn-banadl'), localId: `BENCH-${number}` }
    const { homePersonId: personId } = await keepSourceRecord(tx, key, () => patient(number, who), undefined)
    await beginRelationship(tx, { personId }, tie('caseload', WATCHING[0]))
    await beginRelationship(tx, { personId }, tie('tenancy', WATCHING[1]))
    admittees.push({ personId, message: admission(number, who) })
  }
  return admittees
}

function tie(kind: 'caseload' | 'tenancy', account: string) {
  return { kind, with: { accountId: seedId.account(account) }, source: 'bench' }
}

/** From the end of the range that is never issued, away from the invented region's own. */
function nhsNumbers(count: number): NhsNumber[] {
  const found: NhsNumber[] = []
  for (let number = 9_998_000_000; found.length < count; number++) {
    const parsed = parseNhsNumber(String(number))
    if (parsed !== undefined) found.push(parsed)
  }
  return found
}

interface MadeUp {
  readonly family: string
  readonly given: string
  /** ISO 8601. */
  readonly born: string
}

/** People as different from one another as a region's are: who is like nobody is compared with hardly anybody. */
function madeUp(index: number): MadeUp {
  const born = new Date(Date.UTC(1925, 0, 1 + ((index * 7919) % 32_000)))
  return {
    family: `Mesur${letters(index)}`,
    given: `${GIVEN[index % GIVEN.length]}`,
    born: born.toISOString().slice(0, 10),
  }
}

const GIVEN = ['Anwen', 'Bryn', 'Catrin', 'Dewi', 'Eluned', 'Gwil', 'Huw', 'Ifor', 'Lowri', 'Mabli', 'Nest', 'Owain']

function patient(number: NhsNumber, { family, given, born }: MadeUp): Patient {
  return {
    resourceType: 'Patient',
    identifier: [nhsNumberIdentifier(number, true)],
    name: [{ use: 'official', family, given: [given] }],
    birthDate: born,
    gender: 'female',
  }
}

function admission(number: NhsNumber, { family, given, born }: MadeUp): Buffer {
  const segments = [
    `MSH|^~\\&|GHPAS|YGH|CYDOFAL|GLANHAFREN|20261122021342+0000||ADT^A01^ADT_A01|B${number}|P|2.5.1|||||GBR|UNICODE UTF-8`,
    'EVN|A01|20261122021330+0000',
    `PID|1||H${number}^^^GHB^PI~${number}^01^^NHS^NH||${family.toUpperCase()}^${given.toUpperCase()}||${born.replaceAll('-', '')}|F`,
    `PV1|1|I|DYFI^B2^04^YGH|E|||C0417^REES^GETHIN|||TRO|||||||||V${number}^^^YGH^VN`,
    'PV2|||^Fall at home||||||20261129',
  ]
  return Buffer.from(segments.map(segment => `${segment}\r`).join(''))
}

function letters(index: number): string {
  return String(index).replace(/\d/g, digit => 'abcdefghij'.charAt(Number(digit)))
}
