import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { agreements } from '#seed/region/agreements/index.ts'
import { people } from '#seed/region/people/index.ts'
import { accounts } from '#seed/region/staff.ts'
import { seedId } from '#seed/seed-id.ts'
import { personId, region } from '#test/kit.ts'
import { type AgreementContent, hashOf } from '../agreement/agreement.ts'
import { compile } from '../agreement/compile.ts'
import { whyAllowed } from '../decision/decide.ts'
import type { SignedAgreement } from '../decision/facts.ts'
import { loadAgreements } from '../decision/load-agreements.ts'
import { loadFacts } from '../decision/load-facts.ts'
import { purposeOf } from '../decision/purpose.ts'
import { ACTIONS, AGREED_RELATIONSHIPS, CLASS_BRANCHES, COHORTS, DATA_CLASSES } from '../vocabulary.ts'
import type { SightChange } from './count-sight.ts'
import { previewEnding, previewSigning } from './preview.ts'

const here = await region()
await here.send('mair-admitted.hl7')
const [knowing, plan, , visitor] = agreements('2026-11-22') as [
  AgreementContent,
  AgreementContent,
  unknown,
  AgreementContent,
]

test('before the befrienders sign: one connector would learn that those she was asked to help are in hospital', async () => {
  const { changes } = await transaction(here.store, tx => previewSigning(tx, visitor))
  assert.deepEqual(
    new Set(changes.map(({ organisation, role, dataClass }) => `${organisation} ${role} ${dataClass}`)),
    new Set(['tegell community-connector presence-in-hospital']),
  )
  assert.ok(changes.every(({ gained, lost }) => gained > 0 && lost === 0))
})

test('before an agreement ends: what its clauses alone let be seen would be lost', async () => {
  const { changes } = await transaction(here.store, tx => previewEnding(tx, hashOf(knowing)))
  assert.ok(
    changes.some(
      ({ role, dataClass, lost }) => role === 'housing-officer' && dataClass === 'presence-in-hospital' && lost > 0,
    ),
  )
  assert.ok(changes.every(({ gained }) => gained === 0))
})

test('signing what everybody has signed already changes nothing, and neither does ending what nobody knows', async () => {
  const none = await transaction(here.store, async tx => [
    ...(await previewSigning(tx, { ...plan, code: 'ARALL-1' })).changes,
    ...(await previewEnding(tx, '0'.repeat(64))).changes,
  ])
  assert.deepEqual(none, [])
})

test('whatever is changed in an agreement, what is counted is what a decision about each worker and person says', async () => {
  let counted = 0
  // On the first day no tie is a day old; two days later some clauses have closed again.
  for (const [seed, now] of [
    [1, '2026-11-22T09:00:00Z'],
    [2, '2026-11-22T09:00:00Z'],
    [3, '2026-11-24T09:00:00Z'],
  ] as const) {
    here.clock.move(now)
    const edited = edit(seed % 2 === 0 ? plan : knowing, seed)
    const [counts, decided] = await transaction(here.store, async tx => [
      (await previewSigning(tx, edited)).changes,
      await oneByOne(tx, edited),
    ])
    assert.deepEqual(sorted(counts), sorted(decided), `edit ${seed}`)
    counted += counts.length
  }
  assert.ok(counted > 30, `only ${counted} changes were counted`)
})

/** Another agreement made from one of the region's, by a number: each clause narrowed or widened in one way. */
function edit(content: AgreementContent, seed: number): AgreementContent {
  const pick = <Value>(values: readonly Value[], at: number) => values[(seed * 31 + at * 17) % values.length]!
  const clauses = content.clauses.map((clause, at): AgreementContent['clauses'][number] => {
    switch ((seed + at) % 7) {
      case 0:
        return { ...clause, classes: [pick([...CLASS_BRANCHES, ...DATA_CLASSES], at)] }
      case 1:
        return { ...clause, relationships: [pick(AGREED_RELATIONSHIPS, at)] }
      case 2:
        return { ...clause, cohort: pick(COHORTS, at), classes: ['finance'] }
      case 3:
        return { ...clause, when: { daysAfterTieBegins: 1 }, may: ['contribute'] }
      case 4:
        return { ...clause, when: { hours: { from: '22:00', until: '06:00' } }, classes: ['sexual-health'] }
      case 5:
        return { ...clause, notAtHome: true, classes: ['identity', 'finance'] }
      default:
        return { ...clause, overridesWishes: true, classes: ['identity', 'finance'] }
    }
  })
  return { ...content, code: `PRAWF-${seed}`, clauses }
}

async function oneByOne(tx: Tx, edited: AgreementContent): Promise<SightChange[]> {
  const before = await loadAgreements(tx)
  const signedBy = new Set(edited.parties.map(({ organisation }) => organisation))
  const after = [
    ...before,
    { hash: hashOf(edited), content: edited, rules: compile(edited), signedBy, endedOn: undefined },
  ]
  const pairs = workers().flatMap(actor => people.map(({ key }) => ({ actor, personId: personId(key) })))
  const { facts, organisationIds } = await loadFacts(tx, pairs)
  const found = new Map<
    string,
    { -readonly [Figure in keyof SightChange]: SightChange[Figure] } & { about: Set<string> }
  >()
  for (const [at, { actor, personId: about }] of pairs.entries()) {
    for (const contributor of organisationIds.keys()) {
      for (const dataClass of DATA_CLASSES) {
        for (const action of ACTIONS) {
          const isOpen = (agreements: readonly SignedAgreement[]) =>
            [0, 9 * 60, 23 * 60].some(minute => {
              const known = { ...facts[at]!, minute, agreements }
              const asked = { actor, purpose: purposeOf(actor, known), action, contributor, dataClass }
              return whyAllowed(asked, known) !== undefined
            })
          if (!isOpen(after) || isOpen(before)) continue
          const of = { organisation: actor.organisationCode, role: actor.role, contributor, dataClass, action }
          const key = JSON.stringify(of)
          const held = found.get(key) ?? { ...of, gained: 0, lost: 0, peopleGained: 0, peopleLost: 0, about: new Set() }
          held.gained++
          held.about.add(about)
          held.peopleGained = held.about.size
          found.set(key, held)
        }
      }
    }
  }
  return [...found.values()].map(({ about: _, ...change }) => change)
}

function workers(): WorkerActor[] {
  return accounts.flatMap(({ key, name, posts = [] }) =>
    posts.map(
      (post): WorkerActor => ({
        kind: 'worker',
        accountId: seedId.account(key),
        name,
        organisationId: seedId.organisation(post.organisation),
        organisationCode: post.organisation,
        teamId: post.team === undefined ? undefined : seedId.team(post.team),
        role: post.role,
      }),
    ),
  )
}

function sorted(changes: readonly SightChange[]): string[] {
  return changes.map(change => JSON.stringify(Object.entries(change).toSorted())).toSorted()
}
