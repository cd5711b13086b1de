import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { acksFor } from './ack.ts'
import { readAdt } from './adt.ts'
import { splitMessages } from './batch.ts'
import { read } from './example.ts'
import { field, findSegment, rawField } from './field.ts'
import { parseMessage } from './parse-message.ts'
import { PROBLEM_PLACES } from './problem.ts'

/** Real messages, and what another parser reads in them; outside the repository because of their licences. */
const CORPUS = join(process.env.CYDOFAL_SHARED_DATA ?? '../shared/data', 'hl7v2')
const absent = existsSync(CORPUS) ? false : 'the shared message corpus is not on this machine'

/** What another parser reads: raw fields of the first segment of each name but PV1, of which it takes the last. */
interface Expected {
  readonly file: string
  readonly n: number
  readonly [name: string]: unknown
}

const FIELDS: Readonly<Record<string, readonly [string, number]>> = {
  type: ['MSH', 9],
  control: ['MSH', 10],
  version: ['MSH', 12],
  pid3: ['PID', 3],
  pid5: ['PID', 5],
  dob: ['PID', 7],
  sex: ['PID', 8],
  pid11: ['PID', 11],
  mrg1: ['MRG', 1],
  pv1_2: ['PV1', 2],
  pv1_3: ['PV1', 3],
  pv1_19: ['PV1', 19],
  pv1_44: ['PV1', 44],
}

/** Where the other parser does not read the message, and why we rightly do. */
const OURS_DIFFERS: Readonly<Record<string, string>> = {
  'fhir-converter/ADT04-23.hl7': 'it takes the byte-order mark for a batch of one message',
  'fhir-converter/ADT01-23.hl7': 'it takes the byte-order mark for a batch of one message',
  'other/efferent-sample-adt.txt': 'it stops at the blank lines between CRLF line ends',
}

function messagesIn(file: string): Buffer[] {
  const bytes = readFileSync(join(CORPUS, file))
  return file.endsWith('.xml') ? [bytes] : splitMessages(bytes)
}

function filesOf(folder: string): string[] {
  const names = readdirSync(join(CORPUS, folder)).filter(name => /\.(?:hl7|txt|out|xml)$/.test(name))
  return names.map(name => `${folder}/${name}`)
}

test('every message of the corpus is read as another parser reads it', { skip: absent }, () => {
  const lines = readFileSync(join(CORPUS, 'expected.jsonl'), 'utf8').trim().split('\n')
  const expected: Expected[] = lines.map(line => JSON.parse(line))
  const differing = new Set<string>()
  for (const one of expected) {
    const message = read(messagesIn(one.file)[one.n] ?? '')
    const segments = one.segments === message.segments.length
    const fields = Object.entries(FIELDS).filter(([name]) => name in one)
    const same = fields.every(([name, [segment, number]]) =>
      sameText(one[name], rawField(findSegment(message, segment), number)),
    )
    if (!segments || !same || !('type' in one)) differing.add(one.file)
  }
  assert.deepEqual(
    [...differing].filter(file => !(file in OURS_DIFFERS)),
    [],
  )
  assert.equal(expected.length, 590)
})

/** The other parser says `null` for a field past the end of its segment, and `""` for an empty one. */
function sameText(expected: unknown, ours: string): boolean {
  return (expected === '""' ? '' : (expected ?? '')) === ours
}

test('what the other parser could not read we do', { skip: absent }, () => {
  const mario = read(messagesIn('fhir-converter/ADT04-23.hl7')[0] ?? '')
  assert.equal(field(mario, 'PID', 5, 2), 'MARIO')
  const doe = read(messagesIn('other/efferent-sample-adt.txt')[0] ?? '')
  assert.deepEqual([field(doe, 'PID', 3), field(doe, 'PID', 5), field(doe, 'PV1', 2)], ['454721', 'DOE', 'O'])
  assert.equal(doe.segments.length, 5)
})

test('every real message becomes an event or a documented problem, and can be acknowledged', { skip: absent }, () => {
  const events: Record<string, number> = {}
  for (const folder of ['dhcw-poc', 'fhir-converter', 'linuxforhealth', 'other', 'simhospital']) {
    for (const bytes of filesOf(folder).flatMap(messagesIn)) {
      const message = read(bytes)
      const event = readAdt(message)
      const outcome = event.ok ? 'event' : event.problem
      assert.ok(event.ok || outcome in PROBLEM_PLACES)
      events[`${folder} ${outcome}`] = (events[`${folder} ${outcome}`] ?? 0) + 1
      const own = { controlId: 'A1', at: new Date(0) }
      const acks = acksFor(message, event.ok ? 'accepted' : 'error', () => own, event.ok ? undefined : event)
      const asked = [15, 16].map(number => field(message, 'MSH', number) ?? '').join(' ')
      assert.ok(acks.length > 0 || asked === 'NE NE', asked)
      for (const ack of acks.map(read)) {
        assert.equal(rawField(findSegment(ack, 'MSA'), 2), rawField(findSegment(message, 'MSH'), 10).trim())
      }
    }
  }
  assert.deepEqual(events, {
    'dhcw-poc event': 5,
    'dhcw-poc adt.noEventTime': 1,
    'fhir-converter event': 28,
    'linuxforhealth event': 15,
    'linuxforhealth hl7.noControlId': 24,
    'linuxforhealth adt.noEventTime': 4,
    'linuxforhealth adt.noVisit': 4,
    'linuxforhealth adt.noPatientId': 2,
    'other adt.trigger': 1,
    'simhospital event': 194,
    'simhospital adt.notAdt': 317,
  })
})

test('every simulated patient has a local number, an unverified NHS number, a name and a ward', {
  skip: absent,
}, () => {
  let admissions = 0
  for (const bytes of messagesIn('simhospital/messages.out')) {
    const message = parseMessage(bytes)
    const event = message.ok ? readAdt(message.value) : undefined
    if (!event?.ok) continue
    const { person, visit, trigger, unread } = event.value
    assert.equal(person.localIds[0]?.authority, 'SIMULATOR MRN')
    assert.equal(person.nhsNumber?.verified, false)
    assert.ok(person.names?.[0]?.family && person.birthDate && person.addresses?.[0]?.postcode)
    assert.ok(trigger === 'A34' || visit?.location?.ward)
    assert.deepEqual(unread, [])
    admissions++
  }
  assert.equal(admissions, 194)
})
