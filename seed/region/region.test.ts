import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import { mayBeOfOrganisation, mayBeOwn } from '#work/plan/whose.ts'
import { agreements, unsigned } from './agreements/index.ts'
import { organisations } from './organisations.ts'
import { people } from './people/index.ts'
import { senders } from './senders.ts'
import type { Bilingual, SeedPerson } from './shape.ts'
import { accounts } from './staff.ts'

const TODAY = '2026-11-22'
const organisationCodes = new Set(organisations.map(organisation => organisation.code))
const homeOfTeam = new Map(
  organisations.flatMap(organisation =>
    (organisation.teams ?? []).map(team => [team.code, organisation.code] as const),
  ),
)
const accountKeys = new Set(accounts.map(account => account.key))
const posts = accounts.flatMap(account => account.posts ?? [])
const ties = people.flatMap(person => person.ties)
const wishes = people.flatMap(person => person.wishes ?? [])
const plans = people.flatMap(person => (person.plan === undefined ? [] : [{ person, plan: person.plan }]))

test('about fifty people live in the region, each under a name of their own', () => {
  assert.ok(people.length >= 46 && people.length <= 56, `${people.length} people`)
  assert.deepEqual(repeated(people.map(person => person.key)), [])
})

test('every NHS number is of the test range, has a right check digit and belongs to one person', () => {
  const numbers = people.flatMap(person => [person.nhsNumber ?? [], person.supersededNumber ?? []].flat())
  for (const number of numbers) {
    assert.equal(parseNhsNumber(number), number, `the check digit of ${number}`)
    assert.match(number, /^999\d{7}$/)
  }
  assert.deepEqual(repeated(numbers), [])
})

test('exactly one record carries a number that is somebody else’s', () => {
  const borrowed = people.flatMap(person =>
    person.records.flatMap(record => (record.nhsNumberInstead === undefined ? [] : [{ person, record }])),
  )
  assert.deepEqual(
    borrowed.map(({ person, record }) => [person.key, record.nhsNumberInstead]),
    [['gwilym-parry', get('beti-parry').nhsNumber]],
  )
})

test('nobody’s agency holds an NHS number that the person does not have', () => {
  const wrong = people.filter(
    person => person.nhsNumber === undefined && person.records.some(record => record.nhsNumber !== 'none'),
  )
  assert.deepEqual(wrong, [])
})

test('Mair is known to her council with a traced number, to her landlord with none, and to no hospital', () => {
  assert.deepEqual(
    get('mair-pritchard').records.map(record => [record.organisation, record.nhsNumber]),
    [
      ['cyngor-dyffryn-banadl', 'verified'],
      ['cartrefi-gwennol', 'none'],
    ],
  )
})

test('an organisation gives each of its records a number of its own', () => {
  assert.deepEqual(
    repeated(people.flatMap(person => person.records.map(record => `${record.organisation} ${record.localId}`))),
    [],
  )
})

test('everything that is named exists', () => {
  const named = [
    ...organisations.flatMap(organisation => organisation.partOf ?? []),
    ...posts.map(post => post.organisation),
    ...people.flatMap(person => person.records.map(record => record.organisation)),
    ...[...ties, ...wishes].flatMap(target => target.organisation ?? []),
    ...plans.flatMap(({ plan }) => plan.map(item => item.owner)),
    ...senders.map(sender => sender.organisation),
  ]
  const teams = [
    ...posts.flatMap(post => post.team ?? []),
    ...[...ties, ...wishes].flatMap(target => target.team ?? []),
    ...senders.flatMap(sender => [sender.ownerTeam, ...Object.values(sender.map.wards)]),
  ]
  const keys = [
    ...[...ties, ...wishes].flatMap(target => target.account ?? []),
    ...people.flatMap(person => person.account ?? []),
  ]
  assert.deepEqual(
    named.filter(code => !organisationCodes.has(code)),
    [],
  )
  assert.deepEqual(
    teams.filter(code => !homeOfTeam.has(code)),
    [],
  )
  assert.deepEqual(
    keys.filter(key => !accountKeys.has(key)),
    [],
  )
})

test('no two organisations, teams, accounts or senders share a name in the code', () => {
  const teams = organisations.flatMap(organisation => (organisation.teams ?? []).map(team => team.code))
  assert.deepEqual(repeated(organisations.map(organisation => organisation.code)), [])
  assert.deepEqual(repeated(teams), [])
  assert.deepEqual(repeated(accounts.map(account => account.key)), [])
  assert.deepEqual(repeated(senders.map(sender => `${sender.application} ${sender.facility}`)), [])
})

test('nobody holds a post in a team of another employer', () => {
  const wrong = posts.filter(post => post.team !== undefined && homeOfTeam.get(post.team) !== post.organisation)
  assert.deepEqual(wrong, [])
})

test('a tie or a wish points at one account, one team or one organisation', () => {
  const wrong = [...ties, ...wishes].filter(
    target => [target.account, target.team, target.organisation].filter(each => each !== undefined).length !== 1,
  )
  assert.deepEqual(wrong, [])
})

test('whoever has made a wish has an account to make it with', () => {
  const wrong = people.filter(person => person.wishes !== undefined && person.account === undefined)
  assert.deepEqual(wrong, [])
})

test('whoever has a plan can write in it, or has somebody tied to them who can', () => {
  const wrong = plans.filter(
    ({ person }) => person.account === undefined && !person.ties.some(tie => tie.account !== undefined),
  )
  assert.deepEqual(wrong, [])
})

test('what matters and a goal are the person’s own, and an action comes after the goal it serves', () => {
  for (const { person, plan } of plans) {
    for (const [place, item] of plan.entries()) {
      const where = `${person.key}: ${item.words}`
      if (!mayBeOfOrganisation(item.kind)) assert.equal(item.owner, 'person', where)
      if (!mayBeOwn(item.kind)) assert.notEqual(item.owner, 'person', where)
      if (item.goal === undefined) continue
      assert.ok(item.goal < place, where)
      assert.equal(plan[item.goal]?.kind, 'goal', where)
    }
  }
})

test('an action that an organisation has taken on is promised by somebody who works there and has a tie to the person', () => {
  for (const { person, plan } of plans) {
    const promised = plan.filter(
      each => each.kind === 'action' && each.owner !== 'person' && each.said?.state !== 'asked',
    )
    for (const item of promised) {
      const where = `${person.key}: ${item.words}`
      const helper = accounts.find(account => account.name === item.helpedBy)
      const post = helper?.posts?.find(each => each.organisation === item.owner)
      assert.ok(post, where)
      const names = [helper?.key, post.team, post.organisation]
      const tied = person.ties.flatMap(tie => tie.account ?? tie.team ?? tie.organisation ?? [])
      assert.ok(
        tied.some(target => names.includes(target)),
        where,
      )
    }
  }
})

test('at least six plans are rich enough to show', () => {
  assert.ok(plans.filter(({ plan }) => plan.length >= 8).length >= 6)
})

test('one home is one UPRN, and one UPRN is one home', () => {
  const homes = new Map<string, SeedPerson['home']>()
  for (const { home, key } of people) {
    assert.match(home.uprn, /^9990\d{8}$/, key)
    assert.match(home.postcode, /^GH[1-6] [1-9][ABD-HJLNP-UW-Z]{2}$/, key)
    assert.deepEqual(homes.get(home.uprn) ?? home, home, key)
    homes.set(home.uprn, home)
  }
  assert.deepEqual(repeated([...homes.values()].map(home => [...home.lines, home.postcode].join(', '))), [])
})

test('every telephone number is one that nobody can answer', () => {
  const wrong = people.filter(
    person => person.phone !== undefined && !/^(01632 960|07700 900)\d{3}$/.test(person.phone),
  )
  assert.deepEqual(wrong, [])
})

test('a telephone number rings in one home', () => {
  const homes = new Map<string, string>()
  for (const { key, phone, home } of people) {
    if (phone === undefined) continue
    assert.equal(homes.get(phone) ?? home.uprn, home.uprn, key)
    homes.set(phone, home.uprn)
  }
})

test('the stranger works for the same council as Mair’s social worker and has no tie to Mair', () => {
  const [stranger, worker] = ['dewi-prosser', 'sioned-evans'].map(
    key => accounts.find(account => account.key === key)?.posts?.[0],
  )
  assert.equal(stranger?.organisation, worker?.organisation)
  assert.equal(stranger?.role, worker?.role)
  const mine = [stranger?.team, stranger?.organisation, 'dewi-prosser']
  const tied = get('mair-pritchard').ties.flatMap(tie => tie.account ?? tie.team ?? tie.organisation ?? [])
  assert.deepEqual(
    tied.filter(target => mine.includes(target)),
    [],
  )
})

test('an agreement is whole on any day, and its clauses are numbered from one', () => {
  for (const today of [TODAY, '2024-02-29', '2027-01-01', '2027-12-31']) {
    for (const content of agreements(today)) {
      assert.deepEqual(AgreementContent.parse(content), content)
      assert.ok(content.from <= today && today <= content.until, `${content.code} on ${today}`)
      assert.deepEqual(
        content.clauses.map(clause => clause.number),
        content.clauses.map((_, index) => index + 1),
      )
    }
  }
})

test('an agreement begins on the first of the month eleven months before', () => {
  const [first] = agreements(TODAY)
  assert.deepEqual([first?.from, first?.reviewOn, first?.until], ['2025-12-01', '2026-12-01', '2027-12-01'])
})

test('whoever gives or receives under an agreement is a party to it, a part of a party, or the person', () => {
  const partOf = new Map(organisations.map(organisation => [organisation.code, organisation.partOf]))
  for (const content of agreements(TODAY)) {
    const parties = new Set(content.parties.map(party => party.organisation))
    const bound = (code: string) => parties.has(code) || parties.has(partOf.get(code) ?? '')
    for (const clause of content.clauses) {
      const where = `${content.code} clause ${clause.number}`
      assert.deepEqual([where, clause.givers.filter(code => code !== 'person' && !bound(code))], [where, []])
      assert.deepEqual([where, clause.receivers.filter(code => !bound(code))], [where, []])
    }
  }
})

test('no clause lets a landlord learn why somebody is in hospital', () => {
  const landlords = ['cartrefi-gwennol', 'tai-clicied']
  const opened = agreements(TODAY)
    .flatMap(content => content.clauses)
    .filter(clause => clause.receivers.some(code => landlords.includes(code)))
    .flatMap(clause => clause.classes)
  assert.deepEqual([...new Set(opened)].sort(), [
    'contacts',
    'demographics',
    'housing-and-tenancy',
    'presence-in-hospital',
  ])
})

test('one agreement lacks a signature, and it is a party’s to give', () => {
  assert.deepEqual(Object.keys(unsigned), ['HAFREN-4'])
  for (const content of agreements(TODAY)) {
    const parties = content.parties.map(party => party.organisation)
    for (const code of unsigned[content.code] ?? []) assert.ok(parties.includes(code), `${content.code}: ${code}`)
  }
})

test('whatever is said in one language is said in the other, and is not the same sentence twice', () => {
  const missing = bilingualsIn([organisations, accounts, agreements(TODAY)]).filter(
    ({ en, cy }) => en.trim() === '' || cy.trim() === '' || (en === cy && en.split(' ').length > 3),
  )
  assert.deepEqual(missing, [])
})

function get(key: string): SeedPerson {
  return people.find(each => each.key === key) ?? assert.fail(`${key} does not live in the region`)
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

function bilingualsIn(value: unknown): Bilingual[] {
  if (Array.isArray(value)) return value.flatMap(bilingualsIn)
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && 'cy' in value) return [{ en: String(value.en), cy: String(value.cy) }]
  return Object.values(value).flatMap(bilingualsIn)
}
