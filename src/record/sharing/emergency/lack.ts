import type { WorkerActor } from '#record/organisation/actor.ts'
import { CHECKS, type CheckName } from '../decision/checks/index.ts'
import { type Failure, whyAllowed, whyNot } from '../decision/decide.ts'
import type { Facts, Request } from '../decision/facts.ts'
import { purposeOf } from '../decision/purpose.ts'
import type { DataClass, RelationshipKind } from '../vocabulary.ts'

/** A class that nothing but the emergency opens, and what was missing for it. */
export interface Lack {
  readonly dataClass: DataClass
  /** The checks that the nearest clause fails. */
  readonly failed: readonly Failure[]
  /** Where only a tie is missing: every tie that would have done. */
  readonly relationships: readonly RelationshipKind[]
}

/**
 * Which of these classes nothing opens to the worker, from no contributor, and what is missing: what an agreement would
 * have had to say. Emergencies that are open already open nothing here: they are what a clause would have spared.
 */
export function lacksOf(
  actor: WorkerActor,
  classes: readonly DataClass[],
  { facts, contributors }: { readonly facts: Facts; readonly contributors: readonly string[] },
): Lack[] {
  const without: Facts = { ...facts, emergencies: [] }
  const purpose = purposeOf(actor, facts)
  return classes.flatMap(dataClass => {
    const requests = contributors.map(
      contributor => ({ actor, purpose, action: 'read', contributor, dataClass }) as const,
    )
    if (requests.some(request => whyAllowed(request, without) !== undefined)) return []
    const nearest = requests.map(request => whyNot(request, without)).reduce(fewer, ['no-clause'])
    return [{ dataClass, failed: nearest, relationships: tiesThatWouldDo(requests, without) }]
  })
}

function fewer(one: readonly Failure[], other: readonly Failure[]): readonly Failure[] {
  return one.includes('no-clause') || other.length < one.length ? other : one
}

function tiesThatWouldDo(requests: readonly AskedByWorker[], facts: Facts): RelationshipKind[] {
  const kinds = requests.flatMap(request =>
    facts.agreements.flatMap(agreement =>
      agreement.rules.flatMap(rule => {
        const failed = CHECK_NAMES.filter(name => !CHECKS[name]({ request, facts, agreement, rule }))
        return failed.length === 1 && failed[0] === 'relationship-holds' ? [...rule.relationships] : []
      }),
    ),
  )
  return [...new Set(kinds)].sort()
}

type AskedByWorker = Request & { readonly actor: WorkerActor }

const CHECK_NAMES = Object.keys(CHECKS) as CheckName[]
