import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { splitMessages } from '#ground/hl7/batch.ts'
import { matchesGolden } from '#test/golden.ts'
import { region } from '#test/kit.ts'
import { STEPS } from './visit/steps.ts'

const here = await region()
const GOLDEN = new URL('golden/', import.meta.url)
const files = readdirSync(GOLDEN).filter(name => name.endsWith('.hl7'))

for (const file of files) {
  const trigger = file.slice(0, 3)
  test(`after ${trigger} everything stands as somebody has read it and found right`, async () => {
    const messages = splitMessages(readFileSync(new URL(file, GOLDEN))).map(String)
    for (const message of messages) assert.match(await here.send(message), /\rMSA\|AA\|/)
    const last = messages.at(-1) ?? ''
    assert.ok(last.includes(`||ADT^${trigger}|`), 'the last message of the file is the one that it is named after')
    const numbers = new Set(
      [...last.matchAll(/^(?:PID\|\d\|[^|]*\||MRG\|)(\w+)\^/gm)].map(([, number]) => number ?? ''),
    )
    const became = []
    for (const number of numbers) became.push(await recordOf(number))
    matchesGolden(new URL(`${trigger}.json`, GOLDEN), became)
  })
}

test('every event that is applied has its messages and what comes of them', () => {
  const others = ['A24', 'A28', 'A29', 'A31', 'A34', 'A37', 'A40', 'A43', 'A60']
  const alike = ['A55', 'A61', 'A62']
  const applied = [...Object.keys(STEPS), ...others].filter(trigger => !alike.includes(trigger))
  assert.deepEqual(
    files.map(name => name.slice(0, 3)),
    applied.toSorted(),
  )
})

/** All that stands of one of the hospital's records, who else is the same person, which wards see them and what was told. */
async function recordOf(localId: string) {
  const { db } = here.store
  const record = await db
    .selectFrom('sourceRecord as record')
    .innerJoin('personLinkNow as link', 'link.sourceRecordId', 'record.id')
    .select(['record.id', 'record.content', 'link.personId'])
    .where('localId', '=', localId)
    .executeTakeFirstOrThrow()
  const joined = await db
    .selectFrom('personLinkNow as link')
    .innerJoin('sourceRecord as record', 'record.id', 'link.sourceRecordId')
    .select('record.localId')
    .where('link.personId', '=', record.personId)
    .where('record.id', '<>', record.id)
    .orderBy('record.localId')
    .execute()
  const resources = await db
    .selectFrom('resource')
    .select(['dataClass', 'version', 'content'])
    .where('sourceRecordId', '=', record.id)
    .orderBy('type')
    .orderBy('businessKey')
    .execute()
  const wards = await db
    .selectFrom('relationshipNow as tie')
    .innerJoin('team', 'team.id', 'tie.teamId')
    .select('team.code')
    .where('tie.personId', '=', record.personId)
    .where('tie.kind', '=', 'admission')
    .orderBy('team.code')
    .execute()
  const told = await db
    .selectFrom('notice')
    .select(['kind', 'happenedAt'])
    .where('sourceRecordId', '=', record.id)
    .orderBy('happenedAt')
    .execute()
  return {
    patient: record.content,
    joinedWith: joined.map(one => one.localId),
    resources,
    wards: wards.map(({ code }) => code),
    told: told.map(({ kind, happenedAt }) => `${happenedAt.toISOString()} ${kind}`),
  }
}
