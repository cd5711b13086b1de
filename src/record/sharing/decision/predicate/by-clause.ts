import { type RawBuilder, sql } from 'kysely'
import { dayOf, minuteOfDay } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { bornBetween } from '#record/sharing/agreement/cohort.ts'
import type { Rule } from '#record/sharing/agreement/compile.ts'
import { DATA_CLASSES } from '#record/sharing/vocabulary.ts'
import type { Check } from '../checks/check.ts'
import { CHECKS } from '../checks/index.ts'
import { NOTHING_HELD, type SignedAgreement } from '../facts.ts'
import { holds, isPaused, isRefused, tiesOf } from './concerning.ts'
import type { AskedOfAll } from './open-to.ts'

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
  const { actor } = asked
  return sql`
    select tie.person_id, giver.id as contributor_id, rule.data_class
    from jsonb_to_recordset(${JSON.stringify(rowsOf(tx, asked, agreements))}::jsonb)
      as rule (kind text, contributor text, data_class text, days integer, born_after date, born_until date,
               in_hospital boolean, overrides boolean)
    join organisation as giver on giver.code = rule.contributor
    join ${tiesOf(tx, actor)} as tie on tie.kind = rule.kind
    where (rule.days is null or tie.days <= rule.days)
      and ${isOfAge}
      and (not rule.in_hospital or ${isInHospital(tx)})
      and (rule.overrides
           or not ${isRefused(actor, sql`tie.person_id`, sql`rule.data_class`)} and not ${isPaused(sql`tie.person_id`)})`
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

/** One class of one giver that a clause opens for one kind of tie, with what it asks of the person. */
interface OpenRow {
  readonly kind: string
  readonly contributor: string
  readonly data_class: string
  readonly days: number | undefined
  readonly born_after: string | undefined
  readonly born_until: string | undefined
  readonly in_hospital: boolean
  readonly overrides: boolean
}

function rowsOf(tx: Tx, asked: AskedByWorker, agreements: readonly SignedAgreement[]): OpenRow[] {
  const today = dayOf(tx.now)
  const facts = { ...NOTHING_HELD, today, minute: minuteOfDay(tx.now), agreements }
  const request = { ...asked, contributor: '', dataClass: DATA_CLASSES[0] }
  const rows = new Map<string, OpenRow>()
  for (const agreement of agreements) {
    for (const rule of agreement.rules) {
      if (!WITHOUT_PERSON.every(check => check({ request, facts, agreement, rule }))) continue
      for (const row of rowsOfRule(rule, today)) rows.set(JSON.stringify(row), row)
    }
  }
  return [...rows.values()]
}

function* rowsOfRule(rule: Rule, today: string): Generator<OpenRow> {
  const born = bornBetween(rule.cohort, today)
  for (const kind of rule.relationships) {
    for (const contributor of rule.givers) {
      for (const dataClass of rule.classes) {
        yield {
          kind,
          contributor,
          data_class: dataClass,
          days: rule.daysAfterTieBegins,
          born_after: born.after,
          born_until: born.until,
          in_hospital: rule.cohort === 'in-hospital',
          overrides: rule.overridesWishes,
        }
      }
    }
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
