import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { splitMessages } from '#ground/hl7/batch.ts'
import { region } from '#test/kit.ts'
import { receiveFrame } from './receive.ts'

/** Real and simulated messages; outside the repository because of their licences. */
const CORPUS = join(process.env.CYDOFAL_SHARED_DATA ?? '../shared/data', 'hl7v2')
const absent = existsSync(CORPUS) ? false : 'the shared message corpus is not on this machine'

test('every message of the corpus is applied, set aside with an owner or refused with a reason, and the ledger balances', {
  skip: absent,
}, async () => {
  const here = await region()
  const messages = messagesOfCorpus()
  for (const message of messages) {
    const answer = String(await receiveFrame(here.store, message, '127.0.0.1'))
    if (!message.includes('|NE|NE')) assert.match(answer, /\rMSA.[AC][AER]|<MSA\.1>A[AR]</)
  }
  const rows = await here.store.db
    .selectFrom('message')
    .leftJoin('messageOutcome as became', 'became.messageId', 'message.id')
    .select(['message.id', 'became.outcome', 'became.reason', 'became.ownerTeamId'])
    .execute()
  assert.equal(rows.length, messages.length, 'each has exactly one outcome')
  const count = (outcome: string) => rows.filter(row => row.outcome === outcome).length
  assert.equal(count('applied') + count('duplicate') + count('quarantined') + count('refused'), messages.length)
  assert.ok(count('applied') > 150, `${count('applied')} applied`)
  for (const { outcome, reason, ownerTeamId } of rows) {
    assert.equal(reason !== null, outcome === 'quarantined' || outcome === 'refused')
    assert.equal(ownerTeamId !== null, outcome === 'quarantined')
    assert.notEqual(reason, 'feed.failed', 'nothing of the corpus makes us fail')
  }
  await here.close()
})

test('the simulator’s ward sees its own patients, and no ward of the region sees them', { skip: absent }, async () => {
  const here = await region()
  const admissions = splitMessages(readFileSync(join(CORPUS, 'simhospital', 'messages.out')))
  for (const message of admissions.slice(0, 40)) await receiveFrame(here.store, message, '127.0.0.1')
  const ties = await here.store.db
    .selectFrom('relationshipNow as tie')
    .innerJoin('team', 'team.id', 'tie.teamId')
    .select('team.code')
    .where('tie.kind', '=', 'admission')
    .execute()
  assert.ok(ties.length > 5)
  assert.ok(ties.every(({ code }) => code.startsWith('efelychu-')))
  await here.close()
})

function messagesOfCorpus(): Buffer[] {
  const folders = ['dhcw-poc', 'fhir-converter', 'linuxforhealth', 'other', 'simhospital']
  const files = folders.flatMap(folder => readdirSync(join(CORPUS, folder)).map(name => join(CORPUS, folder, name)))
  return files.flatMap(file => {
    const bytes = readFileSync(file)
    const messages = splitMessages(bytes)
    return messages.length > 0 ? messages : [bytes]
  })
}
