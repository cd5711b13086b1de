import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Clause } from './agreement.ts'
import type { Because } from './because.ts'
import { CHECKS, type CheckName } from './checks/index.ts'
import type { Facts, Request, SignedAgreement } from './facts.ts'

/** Why not: the checks that failed, or that nobody chose this relative, or that nothing at all was agreed. */
export type Failure = CheckName | 'person-has-not-chosen' | 'no-clause'

export type Decision =
  | { readonly allowed: true; readonly because: Because }
  | { readonly allowed: false; readonly failed: readonly Failure[] }

/**
 * Decides one look, from the request and the facts alone. Denied unless something allows it.
 * A worker needs one clause that passes every check; a refusal names the checks that the nearest clause failed.
 * The person sees their own record; a relative or friend what the person chose for them. A system reads nothing.
 */
export function decide(request: Request, facts: Facts): Decision {
  switch (request.actor.kind) {
    case 'citizen':
      return decideForCitizen(request, facts)
    case 'worker':
      return decideForWorker({ ...request, actor: request.actor }, facts)
    case 'system':
      return { allowed: false, failed: ['no-clause'] }
  }
}

function decideForCitizen(request: Request, facts: Facts): Decision {
  if (facts.isThePerson) return { allowed: true, because: { kind: 'own' } }
  const covers = (kind: 'allow' | 'refuse') =>
    facts.wishes.find(wish => wish.kind === kind && wish.dataClasses.includes(request.dataClass))
  const chosen = facts.relationships.has('family') ? covers('allow') : undefined
  if (chosen === undefined) return { allowed: false, failed: ['person-has-not-chosen'] }
  if (covers('refuse') !== undefined) return { allowed: false, failed: ['person-has-not-refused'] }
  return { allowed: true, because: { kind: 'wish', wish: chosen.id } }
}

function decideForWorker(request: Request & { actor: WorkerActor }, facts: Facts): Decision {
  let nearest: readonly Failure[] = ['no-clause']
  let fewest = Number.POSITIVE_INFINITY
  for (const agreement of facts.agreements) {
    for (const clause of agreement.content.clauses) {
      const failed = failedChecks(request, facts, agreement, clause)
      if (failed.length === 0) return { allowed: true, because: citing(agreement, clause) }
      if (failed.length < fewest) {
        nearest = failed
        fewest = failed.length
      }
    }
  }
  return { allowed: false, failed: nearest }
}

function failedChecks(
  request: Request & { actor: WorkerActor },
  facts: Facts,
  agreement: SignedAgreement,
  clause: Clause,
): CheckName[] {
  const asked = { request, facts, agreement, clause }
  return (Object.keys(CHECKS) as CheckName[]).filter(name => !CHECKS[name](asked))
}

function citing(agreement: SignedAgreement, clause: Clause): Because {
  return { kind: 'clause', agreement: agreement.content.code, hash: agreement.hash, clause: clause.number }
}
