import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAdt } from './adt.ts'
import type { AdtEvent } from './adt-event.ts'
import { exampleAdmission, read } from './example.ts'
import { DEFAULT_SENDER, type SenderMap } from './sender.ts'

function eventOf(changes: Readonly<Record<string, string>> = {}, sender?: SenderMap): AdtEvent {
  const event = readAdt(read(exampleAdmission(changes)), sender)
  assert(event.ok, event.ok ? '' : event.problem)
  return event.value
}

function problemOf(changes: Readonly<Record<string, string>>): string {
  const event = readAdt(read(exampleAdmission(changes)))
  return event.ok ? 'none' : event.problem
}

const AWAY = '""'

/** A segment with those fields, the others empty. */
function segment(name: string, fields: Readonly<Record<number, string>>): string {
  const last = Math.max(...Object.keys(fields).map(Number))
  return [name, ...Array.from({ length: last }, (_, index) => fields[index + 1] ?? '')].join('|')
}

const header = (type: string, controlId = 'GH0001') =>
  `MSH|^~\\&|PAS|GLANHAFREN|CYDOFAL|RPB|20260701093000||${type}|${controlId}|P|2.5.1`

test('Mair’s admission tells who she is, where she is and when she may be home', () => {
  const event = eventOf()
  assert.deepEqual([event.trigger, event.messageControlId, event.sendingApplication], ['A01', 'GH0001', 'PAS'])
  assert.equal(event.sendingFacility, 'GLANHAFREN')
  assert.equal(event.eventAt.at.toISOString(), '2026-07-01T08:15:00.000Z')
  assert.equal(event.saidAt.at.toISOString(), '2026-07-01T08:30:00.000Z')
  assert.deepEqual(event.person, {
    localIds: [{ value: 'H100200', authority: 'GH1', type: 'PI' }],
    nhsNumber: { number: '9990000018', verified: true },
    names: [{ family: 'Pritchard', given: ['Mair', 'Ann'], prefix: 'Mrs', use: 'L' }],
    birthDate: '1942-03-11',
    sex: 'female',
    addresses: [
      {
        lines: ['12 Heol y Bont', 'Tŷ Newydd'],
        town: 'Aberglan',
        county: 'Glan Hafren',
        postcode: 'SY99 1AA',
        kind: 'home',
      },
    ],
    phones: [
      { number: '01999 555012', use: 'home' },
      { number: '07999 555013', use: 'mobile' },
    ],
    language: { code: 'cy', text: 'Cymraeg' },
    gpPractice: { code: 'W99001', name: 'Meddygfa Aberglan' },
  })
  assert.deepEqual(event.visit, {
    number: 'V5550001',
    class: { kind: 'inpatient', code: 'I' },
    location: { ward: 'WARD7', room: 'BAY2', bed: 'B3', site: 'GHG' },
    previousLocation: { ward: 'ED', site: 'GHG' },
    consultant: { code: 'C1234567', family: 'Rees', given: 'Non', prefix: 'Dr' },
    specialty: { code: '430' },
    admittedAt: { at: new Date('2026-07-01T08:00:00Z'), precision: 'second', date: '2026-07-01' },
    expectedDischargeOn: '2026-07-08',
    reason: { code: 'R29.6', text: 'Falls', system: 'ICD10' },
  })
  assert.deepEqual(event.unread, [])
})

test('what a sender leaves empty is not there, and what it takes away is null', () => {
  const event = eventOf({
    PID: segment('PID', {
      3: 'H1^^^GH1^PI',
      5: AWAY,
      7: AWAY,
      8: AWAY,
      11: AWAY,
      13: AWAY,
      15: AWAY,
      29: AWAY,
      30: AWAY,
    }),
    PD1: segment('PD1', { 3: AWAY }),
    PV1: segment('PV1', { 2: 'I', 3: AWAY, 6: AWAY, 7: AWAY, 10: AWAY, 19: AWAY, 44: AWAY, 45: AWAY }),
    PV2: segment('PV2', { 3: AWAY, 9: AWAY }),
  })
  assert.deepEqual(event.person, {
    localIds: [{ value: 'H1', authority: 'GH1', type: 'PI' }],
    names: null,
    birthDate: null,
    sex: null,
    addresses: null,
    phones: null,
    language: null,
    deceased: null,
    deceasedAt: null,
    gpPractice: null,
  })
  assert.deepEqual(event.visit, {
    number: null,
    class: { kind: 'inpatient', code: 'I' },
    location: null,
    previousLocation: null,
    consultant: null,
    admittedAt: null,
    dischargedAt: null,
    expectedDischargeOn: null,
    reason: null,
    specialty: null,
  })
})

test('an update that says only who she is leaves everything else alone', () => {
  const event = eventOf({ MSH: header('ADT^A31'), PID: 'PID|1||H1^^^GH1^PI', PD1: '', PV1: 'PV1||N', PV2: '' })
  assert.deepEqual(event.person, { localIds: [{ value: 'H1', authority: 'GH1', type: 'PI' }] })
  assert.equal(event.visit, undefined)
  assert.equal('visit' in event, false)
})

test('a mistyped date of birth does not keep anybody from knowing she is in hospital', () => {
  const event = eventOf({ PID: 'PID|1||H1^^^GH1^PI||Jones^Mair||19421399|Q' })
  assert.deepEqual(event.unread, [
    { field: 'PID-7', text: '19421399' },
    { field: 'PID-8', text: 'Q' },
  ])
  assert.equal(event.person.birthDate, undefined)
  assert.deepEqual(event.visit?.location, { ward: 'WARD7', room: 'BAY2', bed: 'B3', site: 'GHG' })
})

test('the time of the event is when it happened, else when it was recorded, else when it was sent', () => {
  const at = (evn: string) => eventOf({ EVN: evn }).eventAt.at.toISOString()
  assert.equal(at('EVN||20260701093000||||20260701091500'), '2026-07-01T08:15:00.000Z')
  assert.equal(at('EVN||20260701092000'), '2026-07-01T08:20:00.000Z')
  assert.equal(at(''), '2026-07-01T08:30:00.000Z')
  assert.equal(at('EVN||nonsense'), '2026-07-01T08:30:00.000Z')
})

test('what takes another event back happened when it was recorded: its EVN-6 is the time of the other', () => {
  const taken = eventOf({ MSH: header('ADT^A13'), EVN: 'EVN||20260702110000||||20260701091500' })
  assert.equal(taken.eventAt.at.toISOString(), '2026-07-02T10:00:00.000Z')
  const kept = eventOf({ MSH: header('ADT^A03'), EVN: 'EVN||20260702110000||||20260701091500' })
  assert.equal(kept.eventAt.at.toISOString(), '2026-07-01T08:15:00.000Z')
  assert.equal(kept.saidAt.at.toISOString(), '2026-07-02T10:00:00.000Z')
})

test('two who change beds are both read, each with the bed they are in now', () => {
  const { person, visit, other, otherVisit } = eventOf({
    MSH: header('ADT^A17'),
    PID: 'PID|1||H1^^^GH1^PI||Jones^Mair',
    PD1: 'PV1|1|I|W1^B1^2|||W2^B3^4|||||||||||||V1\rPID|2||H2^^^GH1^PI||Rees^Non',
    PV1: 'PV1|2|I|W2^B3^4|||W1^B1^2|||||||||||||V2',
    PV2: '',
  })
  assert.deepEqual([person.localIds[0]?.value, visit?.number, visit?.location?.ward], ['H1', 'V1', 'W1'])
  assert.deepEqual([other?.localIds[0]?.value, otherVisit?.number, otherVisit?.location?.ward], ['H2', 'V2', 'W2'])
})

test('a merge names the record that was given up', () => {
  const event = eventOf({ MSH: header('ADT^A40'), PV1: '', PV2: '', MRG: 'MRG|H100999^^^GH1^PI||ACC1||V9' })
  assert.deepEqual(event.merge, {
    ids: [{ value: 'H100999', authority: 'GH1', type: 'PI' }],
    accountNumber: 'ACC1',
    visitNumber: 'V9',
  })
})

test('several merges in one message are all read, each in favour of whom the PID before it names', () => {
  const { person, merge, otherMerges } = eventOf({
    MSH: header('ADT^A40'),
    PID: 'PID|1||H1^^^GH1^PI',
    PD1: 'MRG|H8^^^GH1^PI',
    PV1: 'MRG|H9^^^GH1^PI\rPID|2||H2^^^GH1^PI',
    PV2: 'MRG|H7^^^GH1^PI',
  })
  const told = [{ person, merge }, ...(otherMerges ?? [])]
  assert.deepEqual(
    told.map(one => [one.person.localIds[0]?.value, one.merge?.ids[0]?.value]),
    [
      ['H1', 'H8'],
      ['H1', 'H9'],
      ['H2', 'H7'],
    ],
  )
})

test('two records that a sender says are one, or are two, are both read, each with the practice told beside it', () => {
  const pair = (trigger: string) =>
    eventOf({
      MSH: header(`ADT^${trigger}`),
      PID: 'PID|1||H1^^^GH1^PI||Jones^Mair',
      PD1: 'PD1|||^^W00001\rPID|2||H2^^^GH1^PI||Jones^Mary\rPD1|||^^W00002',
      PV1: '',
      PV2: '',
    })
  for (const trigger of ['A24', 'A37']) {
    const { person, other } = pair(trigger)
    assert.deepEqual([person.localIds[0]?.value, person.gpPractice], ['H1', { code: 'W00001' }])
    assert.deepEqual([other?.localIds[0]?.value, other?.gpPractice], ['H2', { code: 'W00002' }])
  }
})

test('a ward called A&E is one ward, and a name with an identifier is its name', () => {
  const location = (pl: string) => eventOf({ PV1: `PV1|1|E|${pl}` }).visit?.location
  assert.deepEqual(location('A&E^^^GHG'), { ward: 'A&E', site: 'GHG' })
  assert.deepEqual(location('MAU&1.2.3&ISO^^^&2.16.1&ISO'), { ward: 'MAU', site: '2.16.1' })
})

test('a sender’s own site names and classes are understood when its map gives them', () => {
  const sender = { ...DEFAULT_SENDER, siteNames: { GHG: 'Ysbyty Glan Hafren' }, visitKinds: { DC: 'daycase' as const } }
  const visit = eventOf({ PV1: 'PV1|1|DC|W1^^^GHG' }, sender).visit
  assert.deepEqual(visit?.class, { kind: 'daycase', code: 'DC' })
  assert.equal(visit?.location?.siteName, 'Ysbyty Glan Hafren')
  assert.deepEqual(eventOf({ PV1: 'PV1|1|DC|W1^^^GHG' }).visit?.class, { kind: 'other', code: 'DC' })
  assert.deepEqual(eventOf({ PV1: 'PV1|1|constructor|toString^^^__proto__' }, sender).visit, {
    class: { kind: 'other', code: 'constructor' },
    location: { ward: 'toString', site: '__proto__' },
    expectedDischargeOn: '2026-07-08',
    reason: { code: 'R29.6', text: 'Falls', system: 'ICD10' },
  })
})

test('the reason is the one given for the stay, or else the first diagnosis', () => {
  const reason = (changes: Record<string, string>) => eventOf(changes).visit?.reason
  assert.deepEqual(reason({ PV2: '', DG1: 'DG1|1||R29.6^^ICD10|Falls' }), {
    code: 'R29.6',
    text: 'Falls',
    system: 'ICD10',
  })
  assert.deepEqual(reason({ PV2: '', DG1: 'DG1|1|||Falls' }), { text: 'Falls' })
  assert.deepEqual(reason({ PV2: 'PV2|||Fell at home' }), { code: 'Fell at home' })
  assert.equal(reason({ PV2: '' }), undefined)
})

test('a practice named only among the doctors is found', () => {
  assert.deepEqual(eventOf({ PD1: 'PD1||||G9146958~W95295' }).person.gpPractice, { code: 'W95295' })
  assert.deepEqual(eventOf({ PD1: 'PD1|||^^W00001|G0000001' }).person.gpPractice, { code: 'W00001' })
})

test('e-mail addresses are not telephone numbers', () => {
  const { person } = eventOf({
    PID: 'PID|1||H1^^^GH1^PI||||||||||07999 555001^PRN^^mair@example.org~mair@example.org^NET',
  })
  assert.deepEqual(person.phones, [{ number: '07999 555001', use: 'home' }])
  assert.deepEqual(person.emails, ['mair@example.org'])
})

test('a message that does not say what its event needs is refused, saying what is missing', () => {
  const nobody = { PID: 'PID|1||^^^GH1^PI||Jones^Mair' }
  const cases: [Record<string, string>, string][] = [
    [{ MSH: header('ORU^R01') }, 'adt.notAdt'],
    [{ MSH: header('ADT^A20') }, 'adt.trigger'],
    [{ MSH: header('ADT^A17') }, 'adt.noOtherPatient'],
    [{ MSH: header('ADT^A17'), PV2: 'PID|2||H2^^^GH1^PI' }, 'adt.noVisit'],
    [{ MSH: header('ADT^toString') }, 'adt.trigger'],
    [{ MSH: header('') }, 'hl7.noType'],
    [{ MSH: header('ADT^A01', '') }, 'hl7.noControlId'],
    [{ MSH: header('ADT^A01').replace('20260701093000', ''), EVN: 'EVN|A01' }, 'adt.noEventTime'],
    [nobody, 'adt.noPatientId'],
    [{ PID: '' }, 'adt.noPatientId'],
    [{ PID: 'PID|1||H1^^^GH1^PI\rPID|2||H2^^^GH1^PI' }, 'adt.severalPatients'],
    [{ MSH: header('ADT^A24') }, 'adt.noOtherPatient'],
    [{ MSH: header('ADT^A37'), PID: 'PID|1||H1^^^GH1^PI\rPID|2||^^^GH1^PI' }, 'adt.noOtherPatient'],
    [{ MSH: header('ADT^A24'), PID: 'PID|1||H1^^^GH1\rPID|2||H2^^^GH1\rPID|3||H3^^^GH1' }, 'adt.severalPatients'],
    [{ PV1: '' }, 'adt.noVisit'],
    [{ PV1: 'PV1||N', PV2: '' }, 'adt.noVisit'],
    [{ MSH: header('ADT^A40') }, 'adt.noMerge'],
    [{ MSH: header('ADT^A40'), MRG: 'MRG|~' }, 'adt.noMerge'],
    [{ MSH: header('ADT^A41'), MRG: 'MRG|H1\rMRG|H2' }, 'adt.severalMerges'],
    [{ MSH: header('ADT^A40'), MRG: 'MRG|H1\rMRG|~' }, 'adt.noMerge'],
    [{ MSH: header('ADT^A40'), MRG: 'MRG|H1\rPID|2||^^^GH1\rMRG|H2' }, 'adt.noPatientId'],
    [{ MSH: header('ADT^A60') }, 'adt.noAllergy'],
    [{ MSH: header('ADT^A60'), IAM: 'IAM|1|FA|1^Nuts^L\rIAM|2|FA' }, 'adt.noAllergy'],
    [{ PID: `PID|1||H1^^^GH1^PI||${'~a'.repeat(40_000)}` }, 'adt.tooLong'],
  ]
  for (const [changes, problem] of cases)
    assert.equal(problemOf(changes), problem, JSON.stringify(changes).slice(0, 200))
})

test('an old sender that names the trigger only in EVN is understood', () => {
  assert.equal(eventOf({ MSH: header('ADT'), EVN: 'EVN|A03|20260701' }).trigger, 'A03')
})
