import type { Role } from '#record/organisation/role.ts'
import type { Action, Cohort, DataClass, Purpose, RelationshipKind } from '../vocabulary.ts'
import { leavesOf } from '../vocabulary.ts'
import type { AgreementContent, Clause } from './agreement.ts'

/**
 * One clause made ready to be asked: what the decision, the predicate and the words are all made from. Nothing in it
 * can be evaluated in one of them and not in the others: it is sets of codes, two numbers, two flags and a cohort.
 */
export interface Rule {
  readonly clause: number
  readonly givers: ReadonlySet<string>
  readonly receivers: ReadonlySet<string>
  readonly roles: ReadonlySet<Role>
  readonly relationships: ReadonlySet<RelationshipKind>
  readonly cohort: Cohort
  /** Leaves alone: branches are opened out. */
  readonly classes: ReadonlySet<DataClass>
  readonly purpose: Purpose
  readonly actions: ReadonlySet<Action>
  /** Minutes after midnight in the region; `until` is the first minute at which it is closed again. */
  readonly hours: { readonly from: number; readonly until: number } | undefined
  /** Whole days after the day on which the tie began, the last of them included. */
  readonly daysAfterTieBegins: number | undefined
  /** Closed to a worker who lives with the person. */
  readonly notAtHome: boolean
  readonly overridesWishes: boolean
}

/** Opens out an agreement into its rules, one a clause. Pure: the same content is always the same rules. */
export function compile(content: AgreementContent): readonly Rule[] {
  return content.clauses.map(ruleOf)
}

/** Opens out one clause. */
export function ruleOf(clause: Clause): Rule {
  const { hours, daysAfterTieBegins } = clause.when ?? {}
  return {
    clause: clause.number,
    givers: new Set(clause.givers),
    receivers: new Set(clause.receivers),
    roles: new Set(clause.roles),
    relationships: new Set(clause.relationships),
    cohort: clause.cohort,
    classes: new Set(clause.classes.flatMap(leavesOf)),
    purpose: clause.purpose,
    actions: new Set(clause.may),
    hours: hours && { from: minuteOf(hours.from), until: minuteOf(hours.until) },
    daysAfterTieBegins,
    notAtHome: clause.notAtHome === true,
    overridesWishes: clause.overridesWishes === true,
  }
}

/** Minutes after midnight of a time of day (`21:30`). */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}
