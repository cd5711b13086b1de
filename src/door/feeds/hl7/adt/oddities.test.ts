import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Patient } from 'fhir/r4.js'
import { seedId } from '#seed/seed-id.ts'
import { region } from '#test/kit.ts'

// How the patient systems of Wales write, all of it in one message, and then what they take away.
const here = await region()
await letInByNumber()

const FIRST = [
  'MSH|^~\\&|126|7A4|||2026-11-22 09:15:00||ADT^A28^ADT_A05|ODD1|P|2.5.1||||||UNICODE UTF-8',
  'EVN||2026-11-22 09:15:00',
  'PID|1|9990000131^01|ODD100^^^126^PI~9990000131^^^NHS^NH||PROSSER^GWENFRON^^^MRS^^L||1936-02-09|F|||TŶ CAPEL^^TREFEDWEN^^GH5 1SE^GBR^H~Y BWTHYN^^ABERGLAN^^GH1 2AB^GBR^C||01632960177^PRN^PH',
  'PD1||||G9146958~W99003',
  '',
].join('\n')

test('a system whose name is a number, with dashed dates, a status in PID-2, two addresses and a doctor before the practice', async () => {
  assert.match(await here.send(FIRST), /\rMSA\|AA\|ODD1\r/)
  const patient = await patientNow()
  assert.equal(patient.birthDate, '1936-02-09')
  assert.deepEqual(
    patient.address?.map(({ use, line }) => [use, line?.[0]]),
    [
      ['home', 'TŶ CAPEL'],
      ['temp', 'Y BWTHYN'],
    ],
  )
  const number = patient.identifier?.find(({ value }) => value === '9990000131')
  assert.match(JSON.stringify(number?.extension), /"code":"01"/)
  assert.equal(patient.generalPractitioner?.[0]?.identifier?.value, 'W99003')
})

test('two quotation marks take away what is held, and an empty field leaves it alone', async () => {
  await here.send(
    'MSH|^~\\&|126|7A4|||2026-11-22 10:00:00||ADT^A31^ADT_A05|ODD2|P|2.5.1||||||UNICODE UTF-8\nEVN||2026-11-22 10:00:00\nPID|1||ODD100^^^126^PI||||||||||""\n',
  )
  const { telecom, birthDate, address, name } = await patientNow()
  assert.equal(telecom, undefined)
  assert.deepEqual([birthDate, address?.length, name?.[0]?.text], ['1936-02-09', 2, 'Gwenfron Prosser'])
})

async function patientNow(): Promise<Patient> {
  const { content } = await here.store.db
    .selectFrom('sourceRecord')
    .select('content')
    .where('localId', '=', 'ODD100')
    .executeTakeFirstOrThrow()
  return content as unknown as Patient
}

async function letInByNumber(): Promise<void> {
  const { db, chance, clock } = here.store
  const id = chance.id()
  const whose = { organisationId: seedId.organisation('bwrdd-iechyd'), ownerTeamId: seedId.team('tim-integreiddio') }
  await db
    .insertInto('sender')
    .values({ id, application: '126', facility: '7A4', ...whose })
    .execute()
  const map = { id: chance.id(), senderId: id, version: 1, map: '{}', reason: 'let in', writtenBy: 'a test' }
  await db
    .insertInto('senderMap')
    .values({ ...map, startedAt: clock.now() })
    .execute()
}
