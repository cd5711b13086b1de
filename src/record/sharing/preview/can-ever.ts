import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Role } from '#record/organisation/role.ts'
import type { Rule } from '../agreement/compile.ts'
import { whyAllowed } from '../decision/decide.ts'
import { type Facts, NOTHING_HELD, type Request, type SignedAgreement } from '../decision/facts.ts'
import { purposeOf } from '../decision/purpose.ts'
import type { Action, Cohort, DataClass, RelationshipKind } from '../vocabulary.ts'

/** The simplest case in which a job may do something: enough to be convinced, and to be checked by asking for it. */
export interface Witness {
  readonly agreement: string
  readonly hash: string
  readonly clause: number
  readonly organisation: string
  readonly giver: string
  readonly relationship: RelationshipKind
  readonly cohort: Cohort
  /** Minutes after midnight in the region. */
  readonly minute: number
}

/** What is asked of the agreements as a whole. */
export interface EverAsked {
  readonly role: Role
  readonly dataClass: DataClass
  readonly action: Action
  /** ISO 8601. */
  readonly day: string
}

/**
 * Whether anybody in a job can do this with a class by any clause on a day, whoever employs them and whomever it is
 * about: one witness for each clause that lets them, each found by asking `decide`; none when no clause ever does. What
 * the person chooses themselves and emergencies are no clauses, and are not in it.
 */
export function canEver(agreements: readonly SignedAgreement[], asked: EverAsked): readonly Witness[] {
  return agreements.flatMap(agreement => agreement.rules.flatMap(rule => witnessOf(agreement, rule, asked)))
}

function witnessOf(agreement: SignedAgreement, rule: Rule, { role, dataClass, action, day }: EverAsked): Witness[] {
  const [organisation] = rule.receivers
  const [giver] = rule.givers
  const [relationship] = rule.relationships
  if (organisation === undefined || giver === undefined || relationship === undefined) return []
  const minute = rule.hours?.from ?? 0
  const facts: Facts = {
    ...NOTHING_HELD,
    today: day,
    minute,
    agreements: [{ ...agreement, rules: [rule] }],
    ties: [{ kind: relationship, days: 0 }],
    birthDates: [`${Number(day.slice(0, 4)) - YEARS[rule.cohort]}-01-01`],
    isInHospital: true,
  }
  const actor = workerOf(role, organisation)
  const request: Request = { actor, purpose: purposeOf(actor, facts), action, contributor: giver, dataClass }
  if (whyAllowed(request, facts) === undefined) return []
  const { hash, content } = agreement
  return [
    {
      agreement: content.code,
      hash,
      clause: rule.clause,
      organisation,
      giver,
      relationship,
      cohort: rule.cohort,
      minute,
    },
  ]
}

/** An age that is well inside each cohort, whole years. */
const YEARS: Readonly<Record<Cohort, number>> = {
  everybody: 40,
  children: 10,
  adults: 40,
  'older-people': 80,
  'in-hospital': 40,
}

function workerOf(role: Role, organisation: string): WorkerActor {
  return {
    kind: 'worker',
    accountId: '',
    name: '',
    organisationId: organisation,
    organisationCode: organisation,
    teamId: undefined,
    role,
  }
}
