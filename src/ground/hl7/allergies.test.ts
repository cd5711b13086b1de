import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAdt } from './adt.ts'
import { exampleAdmission, read } from './example.ts'

test('an allergy is read with what it is to, what it does and whether it was taken back', () => {
  const IAM = 'IAM|1|DA|P1^Penicillin^L|SV|Rash~Swelling|A|77^GH1||AL||20180501'
  const allergies = allergiesIn(`${IAM}\rIAM|2|FA|N1^Nuts^L|||D`)
  assert.deepEqual(allergies, [
    {
      action: 'stands',
      kind: 'DA',
      substance: { code: 'P1', text: 'Penicillin', system: 'L' },
      severity: 'SV',
      reactions: [{ text: 'Rash' }, { text: 'Swelling' }],
      number: { value: '77', authority: 'GH1' },
      sensitivity: 'AL',
      onsetAt: { at: new Date('2018-04-30T23:00:00Z'), precision: 'day', date: '2018-05-01' },
    },
    { action: 'takenBack', kind: 'FA', substance: { code: 'N1', text: 'Nuts', system: 'L' }, reactions: [] },
  ])
})

test('what the person’s skin did may also stand in a segment of its own, from version 2.8', () => {
  const [nuts] = allergiesIn('IAM|1|FA|N1^Nuts^L\rIAR|R1^Rash^L\rIAM|2|FA|M1^Milk^L') ?? []
  assert.deepEqual(nuts?.reactions, [{ code: 'R1', text: 'Rash', system: 'L' }])
})

function allergiesIn(iam: string) {
  const MSH = 'MSH|^~\\&|PAS|GLANHAFREN|CYDOFAL|RPB|20260701093000||ADT^A60|GH0001|P|2.5.1'
  const event = readAdt(read(exampleAdmission({ MSH, IAM: iam })))
  return event.ok ? event.value.allergies : assert.fail(event.problem)
}
