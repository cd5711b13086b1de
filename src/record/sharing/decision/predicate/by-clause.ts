import { type RawBuilder, sql } from 'kysely'
import { dayOf, minuteOfDay } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { bornBetween } from '#record/sharing/agreement/cohort.ts'
import type { Rule } from '#record/sharing/agreement/compile.ts'
import { housematesOf } from '#record/sharing/relationship/housemates.ts'
import { DATA_CLASSES } from '#record/sharing/vocabulary.ts'
import type { Check } from '../checks/check.ts'
import { CHECKS } from '../checks/index.ts'
import { NOTHING_HELD, type SignedAgreement } from '../facts.ts'
import type { AskedOfAll } from './asked.ts'
import { holds, objectionsOf, tiesOf } from './concerning.ts'

type AskedByWorker = AskedOfAll & { readonly actor: WorkerActor }

/**
 * What clauses open to a worker. The checks that are about the request and the hour are asked here and now, by the very
 * functions that `decide` asks; what depends on the person (tie, cohort, wish) is left to the database, as rows.
 */
export function openByClause(
  tx: Tx,
  asked: AskedByWorker,
  agreements: readonly SignedAgreement[],
): RawBuilder<unknown> {
  const rows = rowsOf(tx, asked, agreements)
  return sql`
    select tie.person_id, giver.id as contributor_id, class.name as data_class
    from ${tiesOf(tx, asked.actor)} as tie
    cross join lateral ${objectionsOf(asked.actor, sql`tie.person_id`)} as objection
    join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as rule (kinds text[], givers text[], classes text[], days integer, born_after date, born_until date,
               in_hospital boolean, not_at_home boolean, overrides boolean)
      on tie.kind = any(rule.kinds)
    join organisation as giver on giver.code = any(rule.givers)
    cross join lateral unnest(rule.classes) as class (name)
    where (rule.overrides or not objection.is_to_all and class.name <> all(objection.classes))
      and ${sql.join(narrowings(tx, rows, asked.actor.accountId), sql` and `)}`
}

/** What some clause asks of a person besides a tie; what none asks is not asked of the database either. */
function narrowings(tx: Tx, rows: readonly OpenRow[], accountId: string): RawBuilder<unknown>[] {
  return [
    sql`true`,
    ...(rows.some(row => row.days !== undefined) ? [sql`(rule.days is null or tie.days <= rule.days)`] : []),
    ...(rows.some(row => row.born_after !== undefined || row.born_until !== undefined) ? [isOfAge] : []),
    ...(rows.some(row => row.not_at_home) ? [sql`(not rule.not_at_home or ${livesElsewhere(accountId)})`] : []),
    ...(rows.some(row => row.in_hospital) ? [sql`(not rule.in_hospital or ${isInHospital(tx)})`] : []),
  ]
}

/** The checks that need no person: what is left of a clause when they pass depends on the person alone. */
const WITHOUT_PERSON: readonly Check[] = [
  CHECKS['action-is-covered'],
  CHECKS['organisation-receives'],
  CHECKS['role-is-covered'],
  CHECKS['purpose-is-covered'],
  CHECKS['hour-is-covered'],
  CHECKS['agreement-is-current'],
  CHECKS['every-party-has-signed'],
]

/** What is left of a clause: what it opens, by which ties, and what it asks of the person. */
interface OpenRow {
  readonly kinds: readonly string[]
  readonly givers: readonly string[]
  readonly classes: readonly string[]
  readonly days: number | undefined
  readonly born_after: string | undefined
  readonly born_until: string | undefined
  readonly in_hospital: boolean
  readonly not_at_home: boolean
  readonly overrides: boolean
}

function rowsOf(tx: Tx, asked: AskedByWorker, agreements: readonly SignedAgreement[]): OpenRow[] {
  const today = dayOf(tx.now)
  const facts = { ...NOTHING_HELD, today, minute: minuteOfDay(tx.now), agreements }
  const request = { ...asked, contributor: '', dataClass: DATA_CLASSES[0] }
  return agreements.flatMap(agreement =>
    agreement.rules
      .filter(rule => WITHOUT_PERSON.every(check => check({ request, facts, agreement, rule })))
      .map(rule => rowOf(rule, today)),
  )
}

function rowOf(rule: Rule, today: string): OpenRow {
  const born = bornBetween(rule.cohort, today)
  return {
    kinds: [...rule.relationships],
    givers: [...rule.givers],
    classes: [...rule.classes],
    days: rule.daysAfterTieBegins,
    born_after: born.after,
    born_until: born.until,
    in_hospital: rule.cohort === 'in-hospital',
    not_at_home: rule.notAtHome,
    overrides: rule.overridesWishes,
  }
}

const BIRTH_DATES = sql`
  from person_link_now as link
  join source_record as record on record.id = link.source_record_id
  where link.person_id = tie.person_id and record.birth_date is not null`

/** By every birth date that is held, and there must be one. */
const isOfAge = sql`(
  rule.born_after is null and rule.born_until is null
  or exists (select ${BIRTH_DATES})
     and not exists (select ${BIRTH_DATES}
                     and (record.birth_date <= rule.born_after or record.birth_date > rule.born_until)))`

function isInHospital(tx: Tx): RawBuilder<unknown> {
  return sql`exists (
    select from relationship_now as admission
    where admission.person_id = tie.person_id and admission.kind = 'admission' and ${holds(tx, sql`admission`)})`
}

function livesElsewhere(accountId: string): RawBuilder<unknown> {
  return sql`tie.person_id not in (select mate.person_id from (${housematesOf([accountId])}) as mate)`
}
