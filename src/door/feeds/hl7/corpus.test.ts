import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { splitMessages } from '#ground/hl7/batch.ts'
import { readHeader } from '#ground/hl7/header.ts'
import { parseMessage } from '#ground/hl7/parse-message.ts'
import { seedId } from '#seed/seed-id.ts'
import { type Region, region } from '#test/kit.ts'
import { receiveFrame } from './receive.ts'

/** Real and simulated messages; outside the repository because of their licences. */
const CORPUS = join(process.env.CYDOFAL_SHARED_DATA ?? '../shared/data', 'hl7v2')
const absent = existsSync(CORPUS) ? false : 'the shared message corpus is not on this machine'

const FOLDERS = ['dhcw-poc', 'fhir-converter', 'linuxforhealth', 'other', 'simhospital']

/**
 * How many of each folder are applied, and why the others are not, by type. Nearly all that waits was written by hand as
 * the test of some other program: one control ID stands for many messages, which nobody could tell from one that was
 * changed after it was sent; or there is none; or what it would take to know when, whom or which stay was left out.
 */
const TALLY: Tally = {
  'dhcw-poc': { applied: 3, 'ADT^A28 feed.controlIdReused': 2, 'ADT^A31 adt.noEventTime': 1 },
  'fhir-converter': {
    applied: 9,
    'ADT^A02 feed.controlIdReused': 1,
    'ADT^A03 feed.controlIdReused': 1,
    'ADT^A04 feed.controlIdReused': 1,
    'ADT^A05 feed.controlIdReused': 1,
    'ADT^A08 feed.controlIdReused': 1,
    'ADT^A11 feed.controlIdReused': 1,
    'ADT^A13 feed.controlIdReused': 1,
    'ADT^A14 feed.controlIdReused': 1,
    'ADT^A15 feed.controlIdReused': 1,
    'ADT^A16 feed.controlIdReused': 1,
    'ADT^A25 feed.controlIdReused': 1,
    'ADT^A26 feed.controlIdReused': 1,
    'ADT^A27 feed.controlIdReused': 1,
    'ADT^A28 feed.controlIdReused': 1,
    'ADT^A29 feed.controlIdReused': 1,
    'ADT^A31 feed.controlIdReused': 1,
    'ADT^A41 feed.controlIdReused': 1,
    'ADT^A60 feed.controlIdReused': 1,
    // The list of somebody’s numbers is changed: a merge of numbers, which waits for a person (decision 35).
    'ADT^A47 feed.triggerNotApplied': 1,
  },
  linuxforhealth: {
    applied: 7,
    'hl7.noControlId': 24,
    'ADT^A01 feed.controlIdReused': 11,
    'ADT^A03 feed.controlIdReused': 2,
    'ADT^A28 feed.controlIdReused': 1,
    'ADT^A01 adt.noPatientId': 2,
    'ADT^A08 adt.noEventTime': 1,
    // Two accounts are merged (decision 35).
    'ADT^A18 feed.triggerNotApplied': 1,
  },
  // An order that calls itself ADT.
  other: { 'ADT^O01 adt.trigger': 1 },
  simhospital: { applied: 511 },
}

/** The same with control IDs told apart: what would be applied of those, and what else is wrong with them. */
const RENUMBERED: Tally = {
  // One of them in XML, where its control ID stands as it did.
  'dhcw-poc': { applied: 4, 'ADT^A28 feed.controlIdReused': 1, 'ADT^A31 adt.noEventTime': 1 },
  // An account is merged (A41), a list of numbers is changed (A47).
  'fhir-converter': { applied: 26, 'ADT^A41 feed.triggerNotApplied': 1, 'ADT^A47 feed.triggerNotApplied': 1 },
  linuxforhealth: {
    applied: 14,
    'hl7.noControlId': 24,
    'ADT^A01 adt.noEventTime': 2,
    'ADT^A08 adt.noEventTime': 1,
    'ADT^A28 adt.noEventTime': 1,
    'ADT^A01 adt.noPatientId': 2,
    'ADT^A01 adt.noVisit': 4,
    'ADT^A18 feed.triggerNotApplied': 1,
  },
}

test('every message of the corpus is applied, set aside with an owner or refused, each for a reason that can be agreed with', {
  skip: absent,
}, async () => {
  assert.deepEqual(await tallyOf(FOLDERS.flatMap(inFolder)), TALLY)
})

test('had each that names its control ID one of its own, these would be the reasons', { skip: absent }, async () => {
  const messages = ['dhcw-poc', 'fhir-converter', 'linuxforhealth'].flatMap(inFolder)
  const renumbered = messages.map(({ folder, message }, index) => ({
    folder,
    message: numbered(message, `ID${index}`),
  }))
  assert.deepEqual(await tallyOf(renumbered), RENUMBERED)
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

type Tally = Record<string, Record<string, number>>

interface Sent {
  readonly folder: string
  readonly message: Buffer
}

function inFolder(folder: string): Sent[] {
  const files = readdirSync(join(CORPUS, folder)).map(name => readFileSync(join(CORPUS, folder, name)))
  return files.flatMap(bytes => {
    const messages = splitMessages(bytes)
    return (messages.length > 0 ? messages : [bytes]).map(message => ({ folder, message }))
  })
}

/** How many of each folder were applied, and of the others how many were not, by type and reason. */
async function tallyOf(sent: readonly Sent[]): Promise<Tally> {
  const here = await region()
  for (const { message } of sent) await letIn(here, message)
  for (const { folder, message } of sent) {
    const answer = String(await receiveFrame(here.store, message, folder))
    if (!message.includes('|NE|NE')) assert.match(answer, /\rMSA.[AC][AER]|<MSA\.1>A[AR]</)
  }
  const rows = await here.store.db
    .selectFrom('message')
    .leftJoin('messageOutcome as became', 'became.messageId', 'message.id')
    .select(['message.receivedFrom', 'message.type', 'became.outcome', 'became.reason', 'became.ownerTeamId'])
    .execute()
  assert.equal(rows.length, sent.length, 'each has exactly one outcome')
  for (const { outcome, ownerTeamId } of rows) assert.equal(ownerTeamId !== null, outcome === 'quarantined')
  const tally: Tally = {}
  for (const { receivedFrom, type, outcome, reason } of rows) {
    const became = outcome === 'applied' ? 'applied' : [type, reason ?? outcome].filter(part => part !== null).join(' ')
    const folder = tally[receivedFrom] ?? {}
    tally[receivedFrom] = { ...folder, [became]: (folder[became] ?? 0) + 1 }
  }
  await here.close()
  return tally
}

/** The message under another control ID (MSH-10), if it names one where bars and hats stand. */
function numbered(message: Buffer, controlId: string): Buffer {
  const text = message.toString('latin1')
  const fields = text.split('|')
  if (!text.includes('MSH|') || !fields[9]) return message
  return Buffer.from(fields.with(9, controlId).join('|'), 'latin1')
}

/** Lets in the system that a message says it is from, as an organisation of its own, so that what it sends is judged. */
async function letIn({ store: { db, chance } }: Region, message: Buffer): Promise<void> {
  const read = parseMessage(message)
  const header = read.ok ? readHeader(read.value) : read
  if (!header.ok) return
  const { sendingApplication: application = '', sendingFacility: facility = '' } = header.value
  const known = db
    .selectFrom('sender')
    .select('id')
    .where('application', '=', application)
    .where('facility', '=', facility)
  if ((await known.executeTakeFirst()) !== undefined) return
  const [id, organisationId] = [chance.id(), chance.id()]
  const names = { nameEn: application, nameCy: application }
  await db
    .insertInto('organisation')
    .values({ id: organisationId, code: organisationId, kind: 'hospital', ...names })
    .execute()
  const ownerTeamId = seedId.team('tim-integreiddio')
  await db.insertInto('sender').values({ id, application, facility, organisationId, ownerTeamId }).execute()
  const version = { id: chance.id(), senderId: id, version: 1, map: '{}', reason: 'the corpus', writtenBy: 'a test' }
  await db
    .insertInto('senderMap')
    .values({ ...version, startedAt: new Date('2026-01-01') })
    .execute()
}
