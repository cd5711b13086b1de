import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './example.ts'
import { readOru } from './oru.ts'
import type { OruEvent, SentResult } from './oru-event.ts'

const HEAD = [
  'MSH|^~\\&|LAB|GLANHAFREN|CYDOFAL|RPB|20260701093000||ORU^R01^ORU_R01|L1|P|2.5.1',
  'PID|1||H100200^^^GH1^PI||Pritchard^Mair',
]
const OBR = 'OBR|1|W1^WARD|F1^LAB|UE^Urea and electrolytes^L|||20260701060000'

function eventOf(...segments: string[]): OruEvent {
  const event = readOru(read([...HEAD, ...segments].join('\r')))
  assert(event.ok, event.ok ? '' : event.problem)
  return event.value
}

function problemOf(...segments: string[]): string {
  const event = readOru(read(segments.join('\r')))
  return event.ok ? 'none' : event.problem
}

function resultOf(obx: string): SentResult {
  const [result] = eventOf(OBR, obx).reports[0]?.results ?? []
  assert(result)
  return result
}

test('a panel tells what was tested, for whom, when, and what was found', () => {
  const event = eventOf(
    'ORC|RE|W1^WARD|F1^LAB',
    'OBR|1|||UE^Urea and electrolytes^L|||20260701060000|||||||20260701063000|BLD^Blood|||||||20260701084100||CH|P',
    'NTE|1||Slightly haemolysed.~Please repeat.',
    'OBX|1|NM|2823-3^Potassium^LN^K^Potasiwm^L|1|5.60|mmol/L^^UCUM|3.5 - 5.3|H~A|||P|||20260701060500',
    'NTE|1||May be raised.',
  )
  assert.equal(event.saidAt.at.toISOString(), '2026-07-01T08:30:00.000Z')
  const [report] = event.reports
  assert.deepEqual(report?.fillerNumber, { value: 'F1', authority: 'LAB' })
  assert.deepEqual(report?.service, { code: 'UE', text: 'Urea and electrolytes', system: 'L' })
  assert.deepEqual([report?.section, report?.status], ['CH', 'P'])
  assert.deepEqual(report?.comments, ['Slightly haemolysed.\nPlease repeat.'])
  assert.deepEqual(report?.specimens[0]?.type, { code: 'BLD', text: 'Blood' })
  const [result] = report?.results ?? []
  assert.deepEqual(result?.code.other, { code: 'K', text: 'Potasiwm', system: 'L' })
  assert.deepEqual(result?.value, { kind: 'number', number: '5.60' })
  assert.deepEqual([result?.range, result?.flags, result?.status], ['3.5 - 5.3', ['H', 'A'], 'P'])
  assert.deepEqual(result?.comments, ['May be raised.'])
})

test('each kind of value is read as what it is', () => {
  const of = (type: string, value: string) => resultOf(`OBX|1|${type}|X||${value}`).value
  assert.deepEqual(of('SN', '>^60'), { kind: 'number', number: '60', comparator: '>' })
  assert.deepEqual(of('SN', '^1^:^128'), { kind: 'ratio', numerator: '1', denominator: '128' })
  assert.deepEqual(of('SN', '^10^-^20'), { kind: 'range', low: '10', high: '20' })
  assert.deepEqual(of('CWE', 'POS^Positive^L'), {
    kind: 'coded',
    coded: [{ code: 'POS', text: 'Positive', system: 'L' }],
  })
  assert.deepEqual(of('TM', '0915'), { kind: 'clock', time: '09:15:00' })
  const moment = of('DT', '20260701')
  assert.equal(moment?.kind === 'moment' && moment.moment.date, '2026-07-01')
  const file = of('ED', '^application^pdf^Base64^JVBERi0=')
  assert.deepEqual(file, { kind: 'attachment', attachment: { contentType: 'application/pdf', data: 'JVBERi0=' } })
  const elsewhere = of('RP', 'http://images.example/1^^image^jpeg')
  assert.equal(elsewhere?.kind === 'attachment' && elsewhere.attachment.url, 'http://images.example/1')
})

test('a value that does not have the form of its type is kept as words, and so is one of no type', () => {
  const text = (type: string, value: string) => resultOf(`OBX|1|${type}|X||${value}`).value
  assert.deepEqual(text('NM', 'haemolysed'), { kind: 'text', text: 'haemolysed' })
  assert.deepEqual(text('NM', '12345678901234567890'), { kind: 'text', text: '12345678901234567890' })
  assert.deepEqual(text('SN', '<>^5'), { kind: 'text', text: '<> 5' })
  assert.deepEqual(text('', '28'), { kind: 'text', text: '28' })
  assert.deepEqual(text('constructor', 'Words'), { kind: 'text', text: 'Words' })
  assert.deepEqual(text('XPN', 'Rees^Gethin'), { kind: 'text', text: 'Rees Gethin' })
  assert.deepEqual(text('FT', 'One\\.br\\two\\.sp1\\\\H\\three\\N\\'), { kind: 'text', text: 'One\ntwo\nthree' })
  assert.equal(text('NM', '""'), null)
  assert.equal(text('NM', ''), undefined)
})

test('a file that is not what it says is named as unread', () => {
  const event = eventOf(OBR, 'OBX|1|ED|X||^application^pdf^Base64^not base64!')
  assert.equal(event.reports[0]?.results[0]?.value, undefined)
  assert.deepEqual(event.unread, [{ field: 'OBX-5', text: 'ED' }])
})

test('lines of one text that were sent one by one are one text, and numbers under one code stay several', () => {
  const line = (set: number, text: string) => `OBX|${set}|TX|REP^Report||${text}||||||F`
  const [report] = eventOf(
    OBR,
    line(1, 'No fracture.'),
    line(2, 'Some wear.'),
    'OBX|3|NM|K||4',
    'OBX|4|NM|K||5',
  ).reports
  assert.deepEqual(
    report?.results.map(({ value }) => value),
    [
      { kind: 'text', text: 'No fracture.\nSome wear.' },
      { kind: 'number', number: '4' },
      { kind: 'number', number: '5' },
    ],
  )
})

test('several tests of one message are several reports, each with its own results', () => {
  const { reports } = eventOf(OBR, 'OBX|1|NM|K||4', 'ORC|RE', 'OBR|2||F2|FBC', 'OBX|1|NM|HB||120', 'OBX|2|NM|WBC||6')
  assert.deepEqual(
    reports.map(({ results }) => results.length),
    [1, 2],
  )
})

test('what could never be corrected, or means nothing, is a problem', () => {
  assert.equal(problemOf(...HEAD), 'oru.noReport')
  assert.equal(problemOf(...HEAD, 'OBR|1|||UE'), 'oru.noOrderNumber')
  assert.equal(problemOf(...HEAD, 'OBR|1||F1|'), 'oru.noService')
  assert.equal(problemOf(...HEAD, `OBR|1||F1|UE${'|'.repeat(21)}Y`), 'oru.noRecord')
  assert.equal(problemOf(HEAD[0]!, 'PID|1', OBR), 'adt.noPatientId')
  assert.equal(problemOf(...HEAD, 'PID|2||H2^^^GH1', OBR), 'adt.severalPatients')
  assert.equal(problemOf(HEAD[0]!.replace('R01^ORU_R01', 'R22'), HEAD[1]!, OBR), 'adt.trigger')
  assert.equal(problemOf(HEAD[0]!.replace('20260701093000', 'soon'), HEAD[1]!, OBR), 'adt.noEventTime')
})
