import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { type Outcome, refused } from '#ground/outcome.ts'
import { liftSuperseded, supersedeNumber } from '#record/person/number/supersede.ts'
import type { PrivacyOfficer } from '../privacy-team.ts'
import { because, type StandingFact } from './known-record.ts'

type NumberProblem =
  | 'identityFact.oldNumberWrong'
  | 'identityFact.newNumberWrong'
  | 'number.supersededByAnother'
  | 'number.itsOwnSuccessor'

/** Records that one NHS number took the place of another. Both may be anybody's: nothing of whose they are is told. */
export async function recordSuperseded(
  tx: Tx,
  officer: PrivacyOfficer,
  asked: { readonly old: string; readonly now: string; readonly source: string; readonly reason: string },
): Promise<Outcome<string, NumberProblem>> {
  const [oldNumber, newNumber] = [parseNhsNumber(asked.old), parseNhsNumber(asked.now)]
  if (oldNumber === undefined) return refused('identityFact.oldNumberWrong')
  if (newNumber === undefined || newNumber === oldNumber) return refused('identityFact.newNumberWrong')
  return supersedeNumber(tx, { oldNumber, newNumber, source: asked.source }, because(officer, asked.reason))
}

/** What the officer recorded themselves, and stands. */
export async function supersededBy(tx: Tx, officer: PrivacyOfficer): Promise<StandingFact[]> {
  const { rows } = await sql<StandingFact>`
    select number.id, number.old_number || ' → ' || number.new_number as about, null as kind, number.reason,
           number.decided_by as by, number.started_at as at
    from superseded_number as number
    where number.account_id = ${officer.accountId}
      and not exists (select from superseded_number_end as ended where ended.superseded_number_id = number.id)
    order by number.started_at desc, number.id`.execute(tx.db)
  return rows
}

/** Takes back what the officer recorded of a number. Refused for what is not in their list. */
export async function notSuperseded(
  tx: Tx,
  officer: PrivacyOfficer,
  id: string,
): Promise<Outcome<undefined, 'number.notSuperseded'>> {
  const own = await supersededBy(tx, officer)
  if (!own.some(fact => fact.id === id)) return refused('number.notSuperseded')
  return liftSuperseded(tx, id, because(officer, 'lifted'))
}
