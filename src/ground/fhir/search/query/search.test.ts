import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Criterion } from './criterion.ts'
import { NotSearched } from './not-searched.ts'
import { readSearch, type Search } from './search.ts'
import { NO_TERMINOLOGY } from './terminology.ts'

test('a parameter that is not known is refused by its name, and so is a way of asking that there is not', () => {
  assert.equal(refusal('Patient', 'colour=red'), 'unknown-parameter colour')
  assert.equal(refusal('Patient', 'name:loudly=Mair'), 'unknown-modifier name:loudly')
  assert.equal(refusal('Patient', 'birthdate:exact=1942'), 'unknown-modifier birthdate:exact')
  assert.equal(refusal('Observation', 'subject:Group.name=x'), 'unknown-parameter subject:Group.name')
  assert.equal(refusal('Patient', 'birthdate=yesterday'), 'wrong-value birthdate')
  assert.equal(refusal('Patient', 'name='), 'wrong-value name')
})

test('whoever would rather have what can be done is told what was left out', () => {
  const search = read('Patient', 'colour=red&name=Mair', true)
  assert.deepEqual(search.leftOut, ['colour'])
  assert.deepEqual(search.used, [['name', 'Mair']])
})

test('commas choose, a backslash takes their meaning away', () => {
  assert.deepEqual(only('Patient', 'name=Siân,Mair'), {
    is: 'any',
    of: ['sian', 'mair'].map(text => ({ is: 'value', rows: 'name', test: { kind: 'string', how: 'begins', text } })),
  })
  assert.deepEqual(only('Patient', 'name:exact=Ŵyn\\, Siân'), {
    is: 'value',
    rows: 'name',
    test: { kind: 'string', how: 'exact', text: 'Ŵyn, Siân' },
  })
})

test('a number stands for all that rounds to it', () => {
  const spans = ['100', '100.00', '1e2', '-0.5'].map(number => {
    const { test } = only('RiskAssessment', `probability=${number}`) as { test: { low: number; high: number } }
    return [test.low, test.high]
  })
  assert.deepEqual(spans, [
    [99.5, 100.5],
    [99.995, 100.005],
    [95, 105],
    [-0.55, -0.45],
  ])
})

test('a chain follows a reference, and a chain backwards what refers to it', () => {
  const male = { is: 'value', rows: 'gender', test: { kind: 'token', system: undefined, code: 'male' } }
  assert.deepEqual(only('Observation', 'patient.gender=male'), {
    is: 'chain',
    rows: 'patient',
    by: 'name',
    type: 'Patient',
    of: male,
  })
  assert.deepEqual(only('Practitioner', '_has:Observation:performer:subject:Patient.gender=male'), {
    is: 'has',
    rows: 'performer',
    by: 'name',
    type: 'Observation',
    of: { is: 'chain', rows: 'subject', by: 'name', type: 'Patient', of: male },
  })
})

test('a filter is read as it is bracketed', () => {
  const value = (code: string) => ({ is: 'value', rows: 'gender', test: { kind: 'token', system: undefined, code } })
  assert.deepEqual(only('Patient', '_filter=gender eq male or not (gender eq female and gender ne other)'), {
    is: 'any',
    of: [value('male'), { is: 'not', of: { is: 'all', of: [value('female'), { is: 'not', of: value('other') }] } }],
  })
  for (const wrong of [
    'gender',
    'gender eq',
    'gender xx male',
    '(gender eq male',
    'gender eq male)',
    'gender eq "male',
  ])
    assert.equal(refusal('Patient', `_filter=${wrong}`), 'wrong-value _filter', wrong)
})

test('as much as anybody could mean is read, and no more', () => {
  assert.equal(refusal('Patient', 'a.b.c'.repeat(3)), 'wrong-value a.b.ca.b.ca.b.c')
  const deep = `organization.${'partof.'.repeat(9)}name=x`
  assert.equal(refusal('Patient', deep)?.split(' ')[0], 'too-much')
  assert.equal(refusal('Patient', `name=${'a,'.repeat(200)}a`), 'too-much name')
  assert.equal(refusal('Patient', '_count=1e9'), 'wrong-value _count')
  assert.equal(read('Patient', '_count=999999999').count, 500)
  assert.equal(refusal('Patient', `_filter=${'('.repeat(500)}`), 'too-much _filter')
  assert.equal(refusal('Patient', Array.from({ length: 51 }, () => 'name=a').join('&')), 'too-much name')
})

function only(type: string, query: string): Criterion {
  const criterion = read(type, query).criteria.get(type)!
  assert.equal(criterion.is, 'all')
  return (criterion as { readonly of: readonly Criterion[] }).of[0]!
}

function read(type: string, query: string, isLenient = false): Search {
  return readSearch({
    type,
    query: [...new URLSearchParams(query)],
    isLenient,
    isServed: () => true,
    base: 'https://cydofal.example/fhir',
    now: new Date('2026-11-22T09:00:00Z'),
    terminology: NO_TERMINOLOGY,
  })
}

function refusal(type: string, query: string): string | undefined {
  try {
    read(type, query)
    return undefined
  } catch (fault) {
    if (!(fault instanceof NotSearched)) throw fault
    return `${fault.problem} ${fault.parameter}`
  }
}
