import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, WorkerActor } from '#record/organisation/actor.ts'
import { hashOf } from '#record/sharing/agreement/agreement.ts'
import { compile } from '#record/sharing/agreement/compile.ts'
import { decide } from '#record/sharing/decision/decide.ts'
import { type Facts, NOTHING_HELD, type SignedAgreement } from '#record/sharing/decision/facts.ts'
import { purposeOf } from '#record/sharing/decision/purpose.ts'
import { DATA_CLASSES, type DataClass } from '#record/sharing/vocabulary.ts'
import { agreements, unsigned } from './agreements/index.ts'
import { people } from './people/index.ts'
import type { SeedPerson, SeedTie } from './shape.ts'
import { accounts } from './staff.ts'

const TODAY = '2026-11-22'
const signed: readonly SignedAgreement[] = agreements(TODAY).map(content => {
  const missing = unsigned[content.code] ?? []
  const parties = content.parties.map(party => party.organisation)
  return {
    hash: hashOf(content),
    content,
    rules: compile(content),
    signedBy: new Set(parties.filter(code => !missing.includes(code))),
    endedOn: undefined,
  }
})

test('the night Mair is admitted those who work with her learn why, and her landlord only that she is there', () => {
  for (const key of ['sioned-evans', 'aled-jenkins']) {
    assert.ok(sees(key, 'presence-in-hospital', 'bwrdd-iechyd'), key)
    assert.ok(sees(key, 'hospital-care', 'bwrdd-iechyd'), key)
  }
  assert.deepEqual(classesOf('ffion-gittins', 'bwrdd-iechyd'), ['presence-in-hospital', 'housing-and-tenancy'])
})

test('Mair’s own words reach those who work with her, and not her landlord', () => {
  for (const key of ['sioned-evans', 'aled-jenkins', 'glenys-tudge']) {
    assert.ok(sees(key, 'about-me', 'person') && sees(key, 'plan', 'person'), key)
  }
  assert.deepEqual(classesOf('ffion-gittins', 'person'), ['demographics', 'contacts', 'housing-and-tenancy'])
})

test('a landlord sees of who Mair is what it holds itself, and not her NHS number at the council', () => {
  assert.ok(sees('ffion-gittins', 'demographics', 'cartrefi-gwennol'))
  assert.ok(!sees('ffion-gittins', 'demographics', 'cyngor-dyffryn-banadl'))
})

test('a ward nurse sees nothing of Mair before she is admitted, and what matters to her after', () => {
  const admitted: SeedTie[] = [{ kind: 'admission', team: 'ward-dyfi', source: 'adt' }]
  for (const contributor of ['person', 'bwrdd-iechyd', 'cyngor-dyffryn-banadl', 'cartrefi-gwennol']) {
    assert.deepEqual(classesOf('catrin-morgan', contributor), [])
  }
  assert.deepEqual(classesOf('catrin-morgan', 'person', admitted), [
    'demographics',
    'contacts',
    'about-me',
    'plan',
    'care-and-support',
  ])
  assert.ok(classesOf('catrin-morgan', 'bwrdd-iechyd', admitted).includes('hospital-care'))
  assert.deepEqual(classesOf('catrin-morgan', 'cartrefi-gwennol', admitted), [])
})

test('Mair’s daughter sees what Mair chose, whoever holds it, and nothing else', () => {
  assert.deepEqual(classesOf('elin-pritchard', 'bwrdd-iechyd'), [
    'demographics',
    'contacts',
    'about-me',
    'plan',
    'care-and-support',
    'presence-in-hospital',
    'hospital-care',
  ])
})

test('the befriender knows Mair’s plan but not that she is in hospital, since one signature is missing', () => {
  assert.ok(classesOf('glenys-tudge', 'person').includes('plan'))
  assert.ok(!classesOf('glenys-tudge', 'bwrdd-iechyd').includes('presence-in-hospital'))
})

test('the stranger, the board member and the integration officer see nothing of Mair', () => {
  for (const key of ['dewi-prosser', 'alun-meredith', 'steffan-howells']) {
    for (const contributor of ['person', 'bwrdd-iechyd', 'cyngor-dyffryn-banadl', 'cartrefi-gwennol']) {
      assert.deepEqual(classesOf(key, contributor), [], key)
    }
  }
})

test('Owen’s landlord sees nothing of him; his social worker does', () => {
  const owen = get('owen-griffiths')
  for (const contributor of ['person', 'bwrdd-iechyd', 'cyngor-dyffryn-banadl', 'tai-clicied']) {
    assert.deepEqual(classesOf('marc-bennett', contributor, [], owen), [])
  }
  assert.ok(classesOf('sioned-evans', 'bwrdd-iechyd', [], owen).includes('presence-in-hospital'))
})

test('what Delyth says as a carer reaches her support worker and her social worker, and not her husband', () => {
  const delyth = get('delyth-bowen')
  assert.ok(classesOf('lowri-hughes', 'person', [], delyth).includes('carers-own'))
  assert.ok(classesOf('hannah-whitfield', 'canolfan-gofalwyr', [], delyth).includes('carers-own'))
  assert.deepEqual(classesOf('elfed-bowen', 'person', [], delyth), [])
})

test('Rhiannon’s protected address reaches her social worker and not her support worker', () => {
  const rhiannon = get('rhiannon-vaughan')
  assert.ok(classesOf('hannah-whitfield', 'cyngor-bro-rhedyn', [], rhiannon).includes('protected-address'))
  assert.ok(!classesOf('lowri-hughes', 'cyngor-bro-rhedyn', [], rhiannon).includes('protected-address'))
})

test('what is written of Cadi’s mental health reaches her social worker and GP, and not her landlord', () => {
  const cadi = get('cadi-prydderch')
  const readers = ['dewi-prosser', 'priya-nair', 'ffion-gittins'].filter(key =>
    classesOf(key, 'bwrdd-iechyd', [], cadi).includes('mental-health'),
  )
  assert.deepEqual(readers, ['dewi-prosser', 'priya-nair'])
})

test('a discharge coordinator who is asked to help reads the plan and the hospital’s own account', () => {
  const enid = get('enid-jarman')
  assert.ok(classesOf('bethan-price', 'person', [], enid).includes('about-me'))
  assert.ok(classesOf('bethan-price', 'bwrdd-iechyd', [], enid).includes('hospital-care'))
})

test('everybody who has a tie to somebody sees at least who that is, unless the person has refused', () => {
  const blind: string[] = []
  for (const person of people) {
    for (const tie of person.ties) {
      if (tie.account === undefined || tie.kind === 'family' || person.wishes?.[0]?.kind === 'refuse') continue
      const contributors = ['person', ...person.records.map(record => record.organisation)]
      const seen = contributors.flatMap(contributor => classesOf(tie.account ?? '', contributor, [], person))
      if (!seen.includes('demographics')) blind.push(`${tie.account} ${tie.kind} ${person.key}`)
    }
  }
  assert.deepEqual(blind, [])
})

/** Whether somebody sees this class of what this contributor holds of Mair. */
function sees(key: string, dataClass: DataClass, contributor: string): boolean {
  return classesOf(key, contributor).includes(dataClass)
}

/** The classes of one contributor's data about a person that somebody may see, in the order of the vocabulary. */
function classesOf(key: string, contributor: string, more: readonly SeedTie[] = [], person = get('mair-pritchard')) {
  return DATA_CLASSES.filter(dataClass =>
    actorsOf(key).some(actor => {
      const facts = factsBetween(actor, person, more)
      return decide({ actor, purpose: purposeOf(actor, facts), action: 'read', contributor, dataClass }, facts).allowed
    }),
  )
}

/** Somebody in each of their posts, or as themselves. Codes stand in for ids. */
function actorsOf(key: string): Actor[] {
  const account = accounts.find(each => each.key === key)
  assert.ok(account, `${key} can sign in`)
  const { name, posts } = account
  if (posts === undefined) return [{ kind: 'citizen', accountId: key, name }]
  return posts.map(
    (post): WorkerActor => ({
      kind: 'worker',
      accountId: key,
      name,
      organisationId: post.organisation,
      organisationCode: post.organisation,
      teamId: post.team,
      role: post.role,
    }),
  )
}

function factsBetween(actor: Actor, person: SeedPerson, more: readonly SeedTie[]): Facts {
  const names = (target: { account?: string; team?: string; organisation?: string }) =>
    (actor.kind !== 'system' && target.account === actor.accountId) ||
    (actor.kind === 'worker' &&
      ((target.team !== undefined && target.team === actor.teamId) || target.organisation === actor.organisationCode))
  return {
    ...NOTHING_HELD,
    today: TODAY,
    minute: 9 * 60,
    agreements: signed,
    isThePerson: actor.kind === 'citizen' && actor.accountId === person.account,
    ties: [...person.ties, ...more].filter(names).map(({ kind }) => ({ kind, days: 0 })),
    birthDates: [person.born],
    wishes: (person.wishes ?? []).filter(names).map((wish, index) => ({
      id: String(index),
      kind: wish.kind,
      dataClasses: wish.classes,
    })),
  }
}

function get(key: string): SeedPerson {
  const person = people.find(each => each.key === key)
  assert.ok(person, `${key} lives in the region`)
  return person
}
