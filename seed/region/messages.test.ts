import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { people } from './people/index.ts'
import { senders } from './senders.ts'

const FOLDER = new URL('messages/', import.meta.url)
const files = readdirSync(FOLDER)
const messages = files.filter(file => file.endsWith('.hl7'))
const stay = ['mair-admitted.hl7', 'mair-moved-ward.hl7', 'mair-expected-home.hl7', 'mair-home.hl7']
const mair = people.find(person => person.key === 'mair-pritchard')

test('the README says what every message is for', () => {
  const readme = read('README.md')
  const unsaid = files.filter(file => file !== 'README.md' && !readme.includes(`| \`${file}\` `))
  assert.deepEqual(unsaid, [])
})

test('every message says that it is HL7 v2.5.1 in UTF-8', () => {
  for (const file of messages) {
    assert.equal(field(file, 'MSH', 12), '2.5.1', file)
    assert.equal(field(file, 'MSH', 18), 'UNICODE UTF-8', file)
  }
})

test('each message but one has a control id of its own', () => {
  const ids = messages.filter(file => file !== 'no-control-id.hl7').map(file => field(file, 'MSH', 10))
  assert.equal(new Set(ids).size, ids.length)
  assert.ok(!ids.includes(''))
  assert.equal(field('no-control-id.hl7', 'MSH', 10), '')
})

test('each message but one comes from a sender of the region, and each stay is on one of its wards', () => {
  for (const file of messages.filter(file => file !== 'unknown-sender.hl7')) {
    const sender = senderOf(file)
    assert.ok(sender, file)
    if (!field(file, 'MSH', 9).startsWith('ADT')) continue
    const ward = field(file, 'PV1', 3).split('^')[0] ?? ''
    assert.ok(sender?.map.wards[ward], `${file}: ${ward}`)
  }
  assert.equal(senderOf('unknown-sender.hl7'), undefined)
})

test('Mair’s four messages tell one stay: admitted, moved, a new day for home, home', () => {
  assert.deepEqual(
    stay.map(file => field(file, 'MSH', 9).slice(4, 7)),
    ['A01', 'A02', 'A08', 'A03'],
  )
  assert.equal(new Set(stay.map(file => field(file, 'PV1', 19))).size, 1)
  const times = stay.map(file => field(file, 'EVN', 6))
  assert.deepEqual(times, times.toSorted())
  assert.equal(field('mair-admitted.hl7', 'PV1', 44), '20261122021000+0000')
})

test('Mair’s messages carry her traced number and birth date, and the wrong person’s carry only the number', () => {
  for (const file of stay) {
    assert.equal(tracedNumberIn(file), mair?.nhsNumber, file)
    assert.equal(field(file, 'PID', 7), mair?.born.replaceAll('-', ''), file)
  }
  assert.equal(tracedNumberIn('wrong-person.hl7'), mair?.nhsNumber)
  assert.notEqual(field('wrong-person.hl7', 'PID', 7), mair?.born.replaceAll('-', ''))
})

test('the unknown person has a right NHS number that nobody in the region has', () => {
  const number = tracedNumberIn('someone-unknown.hl7')
  assert.equal(parseNhsNumber(number), number)
  assert.ok(!people.some(person => person.nhsNumber === number))
})

test('the message without a number is about somebody whom birth date, name and home would find', () => {
  const known = people.find(person => person.key === 'ifan-watkin')
  assert.equal(tracedNumberIn('no-nhs-number.hl7'), '')
  assert.equal(field('no-nhs-number.hl7', 'PID', 7), known?.born.replaceAll('-', ''))
  assert.ok(field('no-nhs-number.hl7', 'PID', 11).includes(known?.home.postcode ?? 'nowhere'))
})

function read(file: string): string {
  return readFileSync(new URL(file, FOLDER), 'utf8')
}

/** One field by its HL7 number, its repetitions and components left as they stand; empty when absent. */
function field(file: string, segment: string, number: number): string {
  const fields = read(file)
    .split('\n')
    .find(line => line.startsWith(`${segment}|`))
    ?.split('|')
  // In MSH the separator is itself the first field, so the rest stand one place earlier.
  return fields?.[segment === 'MSH' ? number - 1 : number] ?? ''
}

function senderOf(file: string) {
  return senders.find(
    sender => sender.application === field(file, 'MSH', 3) && sender.facility === field(file, 'MSH', 4),
  )
}

function tracedNumberIn(file: string): string {
  const identifiers = field(file, 'PID', 3).split('~')
  const [number, status] = identifiers.find(each => each.endsWith('^NHS^NH'))?.split('^') ?? []
  return status === '01' ? (number ?? '') : ''
}
