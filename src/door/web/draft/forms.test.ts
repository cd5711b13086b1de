import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sayIn } from '#ground/language/say.ts'
import { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import { DraftContent, EMPTY_CASE, EMPTY_DRAFT, emptyClause } from '#record/sharing/agreement/draft/draft.ts'
import { ONLY_PARTS, type Part, partOf, withPart } from '#record/sharing/agreement/draft/part.ts'
import { ISSUES, issuesOf } from '#record/sharing/agreement/issues.ts'
import { anyAgreement, KNOWN } from '#record/sharing/agreement/test-clauses.ts'
import { Answers, type Choices } from './fields.ts'
import { FIELD_NAMES, issueInWords } from './issue-words.ts'
import { formOf } from './part-form.ts'

const CHOICES: Choices = { organisations: KNOWN, signatories: [] }
const [en, cy] = [sayIn('en'), sayIn('cy')]

test('whatever an agreement says can be written in the forms: answered as they stand, they make the same agreement', () => {
  fc.assert(
    fc.property(anyAgreement.map(trimmed), content => {
      let written: DraftContent = { ...EMPTY_DRAFT, ...content }
      for (const part of partsOf(written)) {
        const form = formOf(written, part, CHOICES) ?? assert.fail('no form')
        const answers = new Answers(form.filled)
        written = withPart(written, part, form.read(answers))
        assert.deepEqual(answers.problems, {})
      }
      assert.deepEqual(asSets(AgreementContent.parse(written)), asSets(content))
    }),
    { numRuns: 200 },
  )
})

test('an empty draft, clause and worked case can be answered as they stand too', () => {
  const content = { ...EMPTY_DRAFT, clauses: [emptyClause(EMPTY_DRAFT)], cases: [EMPTY_CASE] }
  for (const part of partsOf(content)) {
    const form = formOf(content, part, CHOICES) ?? assert.fail('no form')
    assert.deepEqual(form.read(new Answers(form.filled)), partOf(content, part))
    assert.ok(form.fields(en).length > 0 && form.fields(cy).length > 0)
  }
})

test('a day that there is not, an hour that there is not, and too many words are told at their field', () => {
  const answers = new Answers({
    'from[day]': '30',
    'from[month]': '2',
    'from[year]': '2027',
    'until[day]': ' 1 ',
    'until[month]': '3',
    'until[year]': '2027',
    hour: '25:00',
    early: '7.30',
    days: '0',
    long: 'x'.repeat(4001),
  })
  assert.equal(answers.day('until'), '2027-03-01')
  assert.equal(answers.time('early'), '07:30')
  answers.day('from')
  answers.time('hour')
  answers.number('days', 1, 3660)
  answers.text('long')
  assert.deepEqual(answers.problems, {
    from: 'draft.dayWrong',
    hour: 'draft.timeWrong',
    days: 'draft.numberWrong',
    long: 'draft.wordsTooLong',
  })
})

test('what a browser sends that cannot be kept is left out', () => {
  assert.equal(new Answers({ words: 'a\0b\uD800c' }).text('words'), 'ab\uFFFDc')
})

test('every issue is said with its place, in both languages', () => {
  const [clause] = DraftContent.parse({ ...EMPTY_DRAFT, clauses: [emptyClause(EMPTY_DRAFT)] }).clauses
  const said = (say: typeof en, content: unknown) => issuesOf(content).map(issue => issueInWords(say, issue))
  assert.ok(said(en, { ...EMPTY_DRAFT, clauses: [clause] }).includes('Clause 1, What information: missing'))
  assert.ok(said(cy, { ...EMPTY_DRAFT, clauses: [clause] }).includes('Cymal 1, Pa wybodaeth: ar goll'))
  assert.ok(said(en, EMPTY_DRAFT).includes('Title, in Welsh: missing'))
  assert.ok(
    said(en, { ...EMPTY_DRAFT, cases: [{ ...EMPTY_CASE, dataClass: 'everything' }] }).includes(
      'Worked example 1, What information: has something that agreements cannot say: everything',
    ),
  )
  assert.deepEqual(said(en, [7]), ['The file: is not of the kind that is asked for here: [7]'])
  for (const code of ISSUES) {
    for (const name of FIELD_NAMES) {
      for (const say of [en, cy])
        assert.ok(issueInWords(say, { code, path: ['clauses', 1, name], found: 'x' }).length > 5)
    }
  }
})

function partsOf({ clauses, cases }: DraftContent): Part[] {
  return [
    ...ONLY_PARTS.map(kind => ({ kind })),
    ...clauses.map((_, at) => ({ kind: 'clauses' as const, at: at + 1 })),
    ...cases.map((_, at) => ({ kind: 'cases' as const, at: at + 1 })),
  ]
}

/** Forms leave out what surrounds words, and keep one of two parties that are alike. */
function trimmed(content: AgreementContent): AgreementContent {
  const words = JSON.parse(JSON.stringify(content), (_, value) =>
    typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\0', '').trim() || 'x' : value,
  ) as AgreementContent
  const seen = new Set<string>()
  const parties = words.parties.filter(({ organisation, signatory }) => {
    const key = `${organisation} ${signatory.en}`
    return seen.has(key) ? false : seen.add(key)
  })
  const hasEmptyWhen = ({ when }: AgreementContent['clauses'][number]) =>
    when !== undefined && Object.keys(when).length === 0
  return {
    ...words,
    parties: parties.length > 1 ? parties : [...parties, { ...parties[0]!, organisation: 'another' }],
    clauses: words.clauses.map(clause => (hasEmptyWhen(clause) ? without(clause) : clause)),
  }
}

function without({ when, ...clause }: AgreementContent['clauses'][number]): AgreementContent['clauses'][number] {
  return clause
}

/** What is ticked comes in the order of its list, whatever the order it was written in. */
function asSets(content: unknown): unknown {
  return JSON.parse(JSON.stringify(content), (_, value) =>
    Array.isArray(value)
      ? value.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
      : value,
  )
}
