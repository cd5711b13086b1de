import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Patient } from 'fhir/r4.js'
import type { AdtPerson } from '#ground/hl7/adt-event.ts'
import { onlySaid } from '#ground/hl7/header.ts'
import { readMoment } from '#ground/hl7/time.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { region } from '#test/kit.ts'
import type { Saying } from '../saying.ts'
import { patientAfter } from './patient.ts'
import { newsOf, type ToldLast } from './told-last.ts'

const here = await region()
const HERE = { facility: 'YGH' }

/** A field is stated, taken away, or not spoken of. */
function field<Value>(...values: Value[]): fc.Arbitrary<Value | null | undefined> {
  return fc.constantFrom<Value | null | undefined>(...values, null, undefined)
}

const said: fc.Arbitrary<AdtPerson> = fc
  .record({
    localIds: fc.constantFrom([{ value: 'H1', authority: 'GHB' }], [{ value: 'H1', type: 'PI' }, { value: 'K2' }]),
    nhsNumber: field(...['9990000042', '9990000018'].map(text => ({ number: parseNhsNumber(text)!, verified: true }))),
    nhsNumberRejected: fc.constantFrom('0000000000', undefined),
    otherIds: fc.constantFrom([{ value: 'OLD' }], undefined),
    names: field([{ family: 'Pritchard', given: ['Mair'] }], [{ family: 'Bowen', given: ['Mair'] }]),
    aliases: field([{ family: 'Rees', given: ['Mari'] }]),
    birthDate: field('1942-03-17', '1942'),
    sex: field('female' as const, 'unknown' as const),
    addresses: field(
      [{ lines: ['3 Llys y Berllan'], postcode: 'GH2 4DW' }],
      [{ lines: ['1 Heol y Bont'] }, { lines: [], town: 'Aberglan', kind: 'birth' as const }],
    ),
    phones: field([{ number: '01632 960142' }]),
    emails: fc.constantFrom(['mair@post.example'], undefined),
    language: field({ code: 'cym' }, { code: 'eng' }),
    deceased: field(true, false),
    deceasedAt: field(moment('20261124'), moment('202611241130')),
    multipleBirth: field<boolean | number>(true, 2),
    isProtected: field(true, false),
    isWithdrawn: fc.constantFrom(true, false, undefined),
  })
  .map(person => onlySaid(person) as AdtPerson)

/** What was said, in the order in which it was said; and as it came, in any order, some of it again. */
const asItCame = fc
  .array(said, { minLength: 1, maxLength: 6 })
  .map(people => people.map((person, index) => ({ person, saying: sayingAt(index) })))
  .chain(told => fc.tuple(fc.constant(told), fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 })))

test('what a system says of a person stands as it was said last, in whatever order it comes and however often', () => {
  fc.assert(fc.property(asItCame, ([inOrder, came]) => assert.deepEqual(patientOf(came), patientOf(inOrder))))
})

test('taken in order, that is what the messages say one after another', () => {
  fc.assert(fc.property(asItCame, ([inOrder]) => assert.deepEqual(patientOf(inOrder), plainly(patientTaken(inOrder)))))
})

test('taken as they come, it would not stand', () => {
  const taken = fc.property(asItCame, ([inOrder, came]) =>
    assert.deepEqual(plainly(patientTaken(came)), plainly(patientTaken(inOrder))),
  )
  assert.ok(fc.check(taken).failed)
})

test('an old address that comes late does not take the place of the new one, and a telephone that only it speaks of is kept', async () => {
  await tells('20261122110000', '|||2 Lôn Newydd^^LLANFEILIR')
  await tells('20261120090000', '|||3 Llys y Berllan^^LLANFEILIR||01632960142')
  const { content, version } = await here.store.db
    .selectFrom('sourceRecord')
    .select(['content', 'version'])
    .where('localId', '=', 'LATE1')
    .executeTakeFirstOrThrow()
  const { address, telecom } = content as unknown as Patient
  assert.deepEqual([address?.[0]?.line, telecom?.[0]?.value, version], [['2 Lôn Newydd'], '01632960142', 2])
})

interface Told {
  readonly person: AdtPerson
  readonly saying: Saying
}

function patientOf(told: readonly Told[]): unknown {
  let toldLast: ToldLast = {}
  let patient: Patient | undefined
  for (const { person, saying } of told) {
    const news = newsOf(toldLast, person, saying)
    patient = patientAfter(patient, news.person, HERE)
    toldLast = news.toldLast
  }
  return plainly(patient)
}

function patientTaken(told: readonly Told[]): Patient | undefined {
  return told.reduce<Patient | undefined>((held, { person }) => patientAfter(held, person, HERE), undefined)
}

function plainly(patient: Patient | undefined): unknown {
  return JSON.parse(JSON.stringify(patient))
}

function sayingAt(index: number): Saying {
  return { saidAt: `2026-11-22T09:${String(10 + Math.floor(index / 2))}:00.000Z`, controlId: `YGH${index + 8}` }
}

function moment(text: string) {
  const read = readMoment(text)
  return read.ok ? read.value : assert.fail(text)
}

async function tells(at: string, pid: string): Promise<void> {
  const answer = await here.send(
    `MSH|^~\\&|GHPAS|YGH|||${at}||ADT^A31|LATE${at}|P|2.5.1||||||UNICODE UTF-8\nEVN||${at}\nPID|1||LATE1^^^GHB^PI||ROWLANDS^GWEN||19500505|F${pid}\n`,
  )
  assert.match(answer, /\rMSA\|AA\|/)
}
