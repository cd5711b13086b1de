import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Say, sayIn } from '#ground/language/say.ts'
import { ROLES } from '#record/organisation/role.ts'
import { agreements } from '#seed/region/agreements/index.ts'
import { ACTIONS, AGREED_PURPOSES, AGREED_RELATIONSHIPS, CLASS_BRANCHES, COHORTS, DATA_CLASSES } from '../vocabulary.ts'
import type { Clause } from './agreement.ts'
import { type Rule, ruleOf } from './compile.ts'
import { facesFaults } from './faces.ts'
import { faultsOf } from './faults.ts'
import { clauseInWords, plainWords } from './plain-words.ts'
import { anyAgreement, anyClause, KNOWN, NAMES } from './test-clauses.ts'

const [en, cy] = [sayIn('en'), sayIn('cy')]
const SAFE = agreements('2026-11-22')[4] ?? assert.fail('HAFREN-5 is the fifth')
const ENQUIRY = SAFE.clauses[0] ?? assert.fail('it has one clause')

test('a clause says in both languages who may do what, about whom, under what law, and that it goes before a wish', () => {
  const said = (say: Say) =>
    Object.fromEntries(clauseInWords(ENQUIRY, say, NAMES).map(({ label, says }) => [label, says]))
  assert.deepEqual(said(en), {
    'Who receives': ['Bro Rhedyn Council', 'Dyffryn Banadl County Council'],
    'In which jobs': ['safeguarding lead'],
    'What they may do': ['read it', 'add to it: write, propose, agree and disagree'],
    What: [
      'name, date of birth and NHS number',
      'address and telephone',
      'protected address',
      'safeguarding conclusion',
      'safeguarding enquiry',
    ],
    'Who holds it': [
      'Bro Rhedyn Council',
      'Dyffryn Banadl County Council',
      'Glan Hafren Health Board',
      'The person themselves',
    ],
    'Only about somebody who is': ['on the worker’s caseload', 'referred to the team'],
    'Which people': ['adults of 18 and over'],
    'At what time of day': ['at any time'],
    'For how long': ['for as long as that is so'],
    'What for': ['safeguarding'],
    'If they live with the person': ['that makes no difference'],
    'If the person has refused it, or has paused all sharing': [
      'it is opened all the same, because the law goes before that wish; the person can read that it was',
    ],
    'Under which law': [
      'UK GDPR, Article 6(1)(c)',
      'UK GDPR, Article 9(2)(g)',
      'Social Services and Well-being (Wales) Act 2014, sections 126 and 128; Data Protection Act 2018, schedule 1, paragraph 18',
    ],
  })
  assert.deepEqual(said(cy)['Pwy sy’n derbyn'], ['Cyngor Bro Rhedyn', 'Cyngor Sir Dyffryn Banadl'])
  assert.deepEqual(said(cy)['Pa bobl'], ['oedolion 18 oed a throsodd'])
})

test('hours of the night run over midnight, and the days after a tie begins are counted', () => {
  const night: Clause = {
    ...ENQUIRY,
    when: { hours: { from: '22:30', until: '07:00' }, daysAfterTieBegins: 2 },
  }
  const line = (say: Say, label: string) => clauseInWords(night, say, NAMES).find(one => one.label === label)?.says
  assert.deepEqual(line(en, 'At what time of day'), ['from 10:30pm until 7am the next day, every night'])
  assert.deepEqual(line(cy, 'Ar ba adeg o’r dydd'), ['o 22:30 tan 07:00 drannoeth, bob nos'])
  assert.deepEqual(line(en, 'For how long'), [
    'on the day that begins, and for 2 days after it, as long as it is still so',
  ])
  assert.match(line(cy, 'Am ba hyd')?.[0] ?? '', /am 2 ddiwrnod wedyn/)
})

test('two clauses that could ever decide differently differ in their words, in both languages; equal ones do not', () => {
  let differed = 0
  fc.assert(
    fc.property(anyClause, anyClause, fc.constantFrom(...PARTS), (clause, other, part) => {
      const changed = { ...clause, [part]: other[part] } as Clause
      const same = fingerprint(ruleOf(clause)) === fingerprint(ruleOf(changed))
      if (!same) differed++
      for (const say of [en, cy]) assert.equal(sayRule(clause, say) === sayRule(changed, say), same, part)
    }),
    { numRuns: 2000 },
  )
  assert.ok(differed > 1000, 'hardly any two differed')
})

test('the order in which a clause was written makes no difference to its words', () => {
  fc.assert(
    fc.property(anyClause, clause => {
      const turned = Object.fromEntries(
        Object.entries(clause).map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value]),
      ) as Clause
      for (const say of [en, cy]) assert.equal(sayRule(turned, say), sayRule(clause, say))
    }),
  )
})

test('every code of every list can be said, and no two of a list in the same words', () => {
  const lists = {
    action: ACTIONS,
    classBranch: CLASS_BRANCHES,
    cohort: COHORTS,
    dataClass: DATA_CLASSES,
    purpose: AGREED_PURPOSES,
    relationship: AGREED_RELATIONSHIPS,
    role: ROLES,
  }
  for (const say of [en, cy]) {
    for (const [area, codes] of Object.entries(lists)) {
      const said = codes.map(code => say.code(area as keyof typeof lists, code))
      assert.equal(new Set(said).size, codes.length, `${say.language} ${area}`)
    }
  }
})

test('whatever can be written can be said and queried: no agreement is refused for its faces', () => {
  fc.assert(fc.property(anyAgreement, content => void assert.deepEqual(facesFaults(content, KNOWN), [])))
})

test('a class that one language has no words for, or the words of another, cannot be signed for', () => {
  const spoken = (say: Say, code: Say['code']): Say => Object.assign(say.bind(undefined) as Say, { ...say, code })
  const silent = spoken(cy, (area, code) => {
    if (code === 'protected-address') throw new Error('no words')
    return cy.code(area, code)
  })
  const blurred = spoken(en, (area, code) =>
    en.code(area, code === 'safeguarding-enquiry' ? 'safeguarding-conclusion' : code),
  )
  assert.deepEqual(facesFaults(SAFE, KNOWN, [en, silent]), [{ code: 'cannot-be-said', clause: 1, name: 'cy' }])
  assert.deepEqual(facesFaults(SAFE, KNOWN, [blurred, cy]), [
    { code: 'cannot-be-said', clause: 1, name: 'safeguarding conclusion' },
  ])
})

test('a giver that is no row could be decided on and never found by a search, so it cannot be signed for', () => {
  const nobody = KNOWN.filter(({ code }) => code !== 'person')
  assert.deepEqual(
    faultsOf(SAFE, nobody).find(({ code }) => code === 'cannot-be-queried'),
    {
      code: 'cannot-be-queried',
      clause: 1,
      name: 'person',
    },
  )
})

test('two organisations of the same name would be taken for one another in the words', () => {
  const twin = { code: 'cyngor-arall', name: { en: 'Another', cy: 'Cyngor Bro Rhedyn' }, partOf: undefined }
  assert.deepEqual(faultsOf(SAFE, [...KNOWN, twin]), [{ code: 'cannot-be-said', clause: 1, name: 'Cyngor Bro Rhedyn' }])
})

/** Every part of a clause that its rule is made of. */
const PARTS = [
  'givers',
  'receivers',
  'roles',
  'relationships',
  'cohort',
  'classes',
  'purpose',
  'may',
  'when',
  'notAtHome',
  'overridesWishes',
] as const

function sayRule(clause: Clause, say: Say): string {
  return JSON.stringify(plainWords(ruleOf(clause), say, NAMES))
}

/** All that a decision asks of a rule, and not the number by which it is cited. */
function fingerprint({ clause, ...rule }: Rule): string {
  return JSON.stringify(rule, (_, value) => (value instanceof Set ? [...value].toSorted() : value))
}
