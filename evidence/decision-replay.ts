import { sql } from 'kysely'
import { openOwnerStore, type Store, type Tx, transaction } from '#ground/db/store.ts'
import { region } from '#test/kit.ts'
import { Draw } from './draw.ts'
import type { Evidence } from './evidence.ts'
import { letThingsHappen } from './replay/activity.ts'
import { readEntries, replay } from './replay/entries.ts'
import { readHeld } from './replay/held.ts'

const HAPPENINGS = { smoke: 600, nightly: 10_000, soak: 100_000 } as const

/**
 * What somebody who can write to every table might do to the past. Each is undone again.
 * The triggers that keep the past are taken off first: without that it cannot be done at all.
 */
const REWRITINGS: Readonly<Record<string, string>> = {
  'an agreement is edited in place':
    "update agreement set content = jsonb_set(content, '{clauses,0,roles}', '[\"board-member\"]')",
  'a withdrawal is forgotten': 'delete from wish_end',
  'a wish is made to have been made later': "update wish set made_at = made_at + interval '1 year'",
  'a tie is made to have begun later': "update relationship set started_at = started_at + interval '1 year'",
  'a signature is taken back':
    'delete from agreement_signature where organisation_id = (select organisation_id from agreement_signature order by 1 limit 1)',
  'an emergency is made to have been another’s':
    'update emergency_access set account_id = (select id from account order by id limit 1)',
  'an entry cites another clause':
    "update trail_entry set released = jsonb_set(released, '{0,because,clause}', '99') where released #>> '{0,because,kind}' = 'clause'",
  'a refusal becomes of what was open':
    "update trail_entry set allowed = false, released = '[]' where allowed and released <> '[]'",
}

const REWRITTEN = [
  'agreement',
  'agreement_signature',
  'wish',
  'wish_end',
  'relationship',
  'emergency_access',
  'trail_entry',
]

/**
 * Every decision that the trail tells of comes out the same again, from the agreement with the hash that it cites and
 * from what was so at its moment. Source: reliability.md, T8.
 */
export const decisionReplay: Evidence = async ({ size, seed }) => {
  const here = await region()
  const owner = openOwnerStore(here.url, here)
  try {
    await letThingsHappen(here, new Draw(seed), HAPPENINGS[size])
    const { said, entries, wrong } = await transaction(owner, replayAll)
    const kills: Record<string, boolean> = {}
    for (const [name, statement] of Object.entries(REWRITINGS)) kills[name] = await isFound(owner, statement)
    return { trials: said, failures: wrong, kills, figures: { entries } }
  } finally {
    await owner.close()
    await here.close()
  }
}

async function replayAll(tx: Tx) {
  const held = await readHeld(tx)
  const entries = await readEntries(tx)
  const replayed = entries.map(entry => replay(held, entry))
  return {
    entries: entries.length,
    said: replayed.reduce((sum, { said }) => sum + said, 0),
    wrong: replayed.flatMap(({ wrong }) => wrong),
  }
}

async function isFound(owner: Store, statement: string): Promise<boolean> {
  let found = false
  const undo = new Error('undone')
  try {
    await transaction(owner, async tx => {
      for (const table of REWRITTEN) await sql`alter table ${sql.table(table)} disable trigger user`.execute(tx.db)
      await sql.raw(statement).execute(tx.db)
      const held = await readHeld(tx)
      found = (await readEntries(tx)).some(entry => replay(held, entry).wrong.length > 0)
      throw undo
    })
  } catch (thrown) {
    if (thrown !== undo) throw thrown
  }
  return found
}
