import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Actor } from '#record/organisation/actor.ts'
import { ACTIONS, type Action, DATA_CLASSES } from '#record/sharing/vocabulary.ts'
import { people } from '#seed/region/people/index.ts'
import { accounts } from '#seed/region/staff.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { whyAllowed } from '../decide.ts'
import { loadAgreements } from '../load-agreements.ts'
import { loadFacts } from '../load-facts.ts'
import { purposeOf } from '../purpose.ts'
import { openTo } from './open-to.ts'

const here = await region()
await here.send('mair-admitted.hl7')
const everybody = people.map(({ key }) => personId(key))

test('for each of the region’s accounts the predicate opens what the decision opens, of everybody, and nothing else', async () => {
  let open = 0
  for (const { key } of accounts) {
    const actor = actorOf(key)
    for (const action of ACTIONS) {
      const [decided, selected] = await transaction(here.store, async tx => [
        await byDecision(tx, actor, action),
        await byPredicate(tx, actor, action),
      ])
      assert.deepEqual(selected, decided, `${key} ${action}`)
      open += decided.length
    }
  }
  assert.ok(open > 2000, `only ${open} classes are open to anybody`)
})

async function byDecision(tx: Tx, actor: Actor, action: Action): Promise<string[]> {
  const pairs = everybody.map(one => ({ actor, personId: one }))
  const { facts, organisationIds } = await loadFacts(tx, pairs)
  const open = pairs.flatMap(({ personId }, at) =>
    [...organisationIds].flatMap(([contributor, contributorId]) =>
      DATA_CLASSES.filter(dataClass => {
        const asked = { actor, purpose: purposeOf(actor, facts[at]!), action, contributor, dataClass }
        return whyAllowed(asked, facts[at]!) !== undefined
      }).map(dataClass => `${personId} ${contributorId} ${dataClass}`),
    ),
  )
  return open.toSorted()
}

async function byPredicate(tx: Tx, actor: Actor, action: Action): Promise<string[]> {
  const { facts } = await loadFacts(tx, [{ actor, personId: everybody[0]! }])
  const asked = { actor, purpose: purposeOf(actor, facts[0]!), action }
  const { rows } = await sql<{ open: string }>`
    select distinct concat_ws(' ', open.person_id, open.contributor_id, open.data_class) as open
    from ${openTo(tx, asked, await loadAgreements(tx))} as open`.execute(tx.db)
  return rows.map(({ open }) => open).toSorted()
}
