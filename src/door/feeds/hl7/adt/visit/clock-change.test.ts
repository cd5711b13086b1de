import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Encounter } from 'fhir/r4.js'
import { region } from '#test/kit.ts'

const here = await region()

test('in the night in which an hour happens twice, she is on the ward she was moved to, though the clock says that it was before she came', async () => {
  for (const order of [
    ['came', 'moved'],
    ['moved', 'came'],
  ]) {
    const who = `TWICE-${order[0]}`
    const told = {
      came: () => tells(who, 'A01', '20261025014000', 'DYFI', 'YGH100'),
      moved: () => tells(who, 'A02', '20261025011000', 'BANW', 'YGH101'),
    }
    for (const which of order) await told[which as keyof typeof told]()
    assert.deepEqual(await placesOf(who), ['completed Ward Dyfi', 'active Ward Banw'])
  }
})

test('where the offset is sent, it tells the two hours apart, whatever the control IDs', async () => {
  await tells('OFFSET', 'A01', '20261025014000+0100', 'DYFI', 'YGH201')
  await tells('OFFSET', 'A02', '20261025011000+0000', 'BANW', 'YGH200')
  assert.deepEqual(await placesOf('OFFSET'), ['completed Ward Dyfi', 'active Ward Banw'])
})

test('in the night in which an hour is left out, a time within it is what a clock shows that was not put forward', async () => {
  await tells('MARCH', 'A01', '20260329005000', 'DYFI', 'YGH300')
  await tells('MARCH', 'A02', '20260329013000', 'BANW', 'YGH301')
  await tells('MARCH', 'A02', '20260329024000', 'TWYMYN', 'YGH302')
  assert.deepEqual(await placesOf('MARCH'), ['completed Ward Dyfi', 'completed Ward Banw', 'active Ward Twymyn'])
})

test('an update said the second time round is not older than one said the first', async () => {
  await says('TWICE-TOLD', '20261025014500', 'YGH400', 'PID|1||TWICE-TOLD^^^GHB^PI||||||||1 Heol y Bont')
  await says('TWICE-TOLD', '20261025010500', 'YGH401', 'PID|1||TWICE-TOLD^^^GHB^PI||||||||2 Lôn Newydd')
  const { content } = await here.store.db
    .selectFrom('sourceRecord')
    .select('content')
    .where('localId', '=', 'TWICE-TOLD')
    .executeTakeFirstOrThrow()
  assert.match(JSON.stringify(content), /2 Lôn Newydd/)
})

async function tells(who: string, trigger: string, at: string, ward: string, controlId: string): Promise<void> {
  const visit = `PV1|1|I|${ward}${'|'.repeat(16)}V-${who}`
  await says(who, at, `${who}.${controlId}`, `PID|1||${who}^^^GHB^PI\n${visit}`, trigger)
}

async function says(who: string, at: string, controlId: string, body: string, trigger = 'A31'): Promise<void> {
  const header = `MSH|^~\\&|GHPAS|YGH|||${at}||ADT^${trigger}|${controlId}|P|2.5.1||||||UNICODE UTF-8`
  assert.match(await here.send(`${header}\nEVN||${at}||||${at}\n${body}\n`), /\rMSA\|AA\|/, who)
}

async function placesOf(who: string): Promise<string[]> {
  const { content } = await here.store.db
    .selectFrom('resource')
    .select('content')
    .where('businessKey', '=', `visit/V-${who}/ward`)
    .executeTakeFirstOrThrow()
  const { location = [] } = content as unknown as Encounter
  return location.map(({ status, location: place }) => `${status} ${place.display}`)
}
