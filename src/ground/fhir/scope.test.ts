import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isWithin, parseScope, type Scope, scopesIn } from './scope.ts'

function scope(text: string): Scope {
  const parsed = parseScope(text)
  assert(parsed, text)
  return parsed
}

test('a scope says whose data, of what type, what may be done with it, and which of it', () => {
  const { level, type, letters, query } = scope('patient/Observation.rs?category=laboratory&status=final')
  assert.deepEqual([level, type, [...letters]], ['patient', 'Observation', ['r', 's']])
  assert.deepEqual(query, [
    ['category', 'laboratory'],
    ['status', 'final'],
  ])
  assert.equal(scope('system/*.cruds').type, '*')
})

test('the scopes of version 1 mean what they always meant', () => {
  assert.deepEqual([...scope('user/Patient.read').letters], ['r', 's'])
  assert.deepEqual([...scope('user/Patient.write').letters], ['c', 'u', 'd'])
  assert.deepEqual([...scope('patient/*.*').letters], ['c', 'r', 'u', 'd', 's'])
})

test('what is not understood in full is no scope at all', () => {
  const odd = [
    'openid',
    'patient/Observation',
    'patient/Observation.',
    'patient/Observation.sr',
    'patient/observation.r',
  ]
  const odder = [
    'patient/Observation.rs?',
    'patient/Observation.rs?category',
    'patient/Observation.rs?=x',
    'patient/Observation.rs?category',
    'patient/Observation.rs?date=ap2020',
    'patient/Observation.rs?date=gt2020,ap2021',
    'patient/Observation.rs?date=yesterday',
    'patient/Observation.rs?date=',
    'patient/Observation.rs?_lastUpdated=gt2020',
    'patient/Observation.rs?subject=https://elsewhere.example/fhir/Patient/1',
    'patient/Observation.rs?subject=urn:uuid:b0b0b0b0-0000-4000-8000-000000000000',
    'patient/Observation.rs?value-quantity=gt5',
    'patient/QuestionnaireResponse.rs?questionnaire=https://llanfeilir.example/a',
    'patient/Observation.rs?code=a%00',
    'patient/Observation.rs?code:in=x',
    'patient/Observation.rs?subject:Patient.gender=female',
    'patient/Observation.rs?category=a&colour=red',
    'patient/Observation.rs?category=|',
    'patient/Observation.rs?_id=1',
    'patient/Observation.rs?_count=1',
    'user/Patient.rs?email=m@example.org',
    'user/*.rs?category=laboratory',
    'patient/*.r s',
  ]
  for (const text of [...odd, ...odder, 'Patient/*.r', 'patient//*.r', '', 'patient/*.rr'])
    assert.equal(parseScope(text), undefined, text)
  assert.equal(scopesIn([...odd, 'user/*.r']).length, 1)
})

test('one scope is within another of the same level when it opens nothing that the other does not', () => {
  const within = (inner: string, outer: string) => isWithin(scope(inner), scope(outer))
  assert.equal(within('patient/Observation.r', 'patient/*.rs'), true)
  assert.equal(within('patient/Observation.rs?category=a', 'patient/Observation.rs'), true)
  assert.equal(within('patient/Observation.rs?category=a&code=b', 'patient/Observation.rs?code=b'), true)
  assert.equal(within('patient/Observation.rs', 'patient/Observation.rs?category=a'), false)
  assert.equal(within('user/Observation.r', 'patient/*.rs'), false)
  assert.equal(within('patient/Observation.cr', 'patient/*.rs'), false)
  assert.equal(within('patient/*.r', 'patient/Observation.r'), false)
})

test('whatever an app asks for, being within is to open as much or less of every type and letter', () => {
  const texts = fc
    .tuple(
      fc.constantFrom('patient', 'user', 'system'),
      fc.constantFrom('*', 'Observation', 'Patient'),
      fc.constantFrom('r', 'rs', 'cruds', 'cu', 's'),
      fc.constantFrom('', '?_tag=a', '?_tag=a&_security=b'),
    )
    .map(([level, type, letters, query]) => scope(`${level}/${type}.${letters}${query}`))
  const opens = (one: Scope, type: string, letter: string, facts: string) =>
    (one.type === '*' || one.type === type) &&
    [...one.letters].includes(letter as 'r') &&
    one.query.every(([name, value]) => facts.includes(`${name}=${value}`))
  fc.assert(
    fc.property(texts, texts, (inner, outer) => {
      if (!isWithin(inner, outer)) return
      for (const type of ['Observation', 'Patient', 'Other'])
        for (const letter of ['c', 'r', 'u', 'd', 's'])
          for (const facts of ['', '_tag=a', '_tag=a _security=b'])
            if (opens(inner, type, letter, facts)) assert.ok(opens(outer, type, letter, facts))
    }),
  )
})
