import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Clause } from '../agreement/agreement.ts'
import type { Because } from '../because.ts'
import { CHECKS, type CheckName } from './checks/index.ts'
import type { AppliedWish, Facts, Request, SignedAgreement } from './facts.ts'

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
  const because = whyAllowed(request, facts)
  return because === undefined ? { allowed: false, failed: whyNot(request, facts) } : { allowed: true, because }
}

/** What allows a look, or undefined: the first half of `decide`, for whoever asks about very many. */
export function whyAllowed({ actor, ...asked }: Request, facts: Facts): Because | undefined {
  switch (actor.kind) {
    case 'citizen':
      return whyCitizenMay(asked, facts)
    case 'worker':
      return whyWorkerMay({ ...asked, actor }, facts)
    case 'system':
      return undefined
  }
}

/** What a look that nothing allows lacks. */
export function whyNot({ actor, ...asked }: Request, facts: Facts): readonly Failure[] {
  switch (actor.kind) {
    case 'citizen':
      return [chosenFor(asked, facts) === undefined ? 'person-has-not-chosen' : 'person-has-not-refused']
    case 'worker':
      return nearestFailure({ ...asked, actor }, facts)
    case 'system':
      return ['no-clause']
  }
}

type Asked = Omit<Request, 'actor'>

function whyCitizenMay(asked: Asked, facts: Facts): Because | undefined {
  if (facts.isThePerson) return { kind: 'own' }
  const chosen = chosenFor(asked, facts)
  if (chosen === undefined || wishAbout(asked, facts, 'refuse') !== undefined) return undefined
  return { kind: 'wish', wish: chosen.id }
}

function chosenFor(asked: Asked, facts: Facts): AppliedWish | undefined {
  return facts.relationships.has('family') ? wishAbout(asked, facts, 'allow') : undefined
}

function wishAbout({ dataClass }: Asked, { wishes }: Facts, kind: AppliedWish['kind']): AppliedWish | undefined {
  return wishes.find(wish => wish.kind === kind && wish.dataClasses.includes(dataClass))
}

type WorkersRequest = Asked & { readonly actor: WorkerActor }

function whyWorkerMay(request: WorkersRequest, facts: Facts): Because | undefined {
  for (const agreement of facts.agreements) {
    for (const clause of agreement.content.clauses) {
      const asked = { request, facts, agreement, clause }
      if (CHECK_NAMES.every(name => CHECKS[name](asked))) return citing(agreement, clause)
    }
  }
  return undefined
}

function nearestFailure(request: WorkersRequest, facts: Facts): readonly Failure[] {
  let nearest: readonly Failure[] | undefined
  for (const agreement of facts.agreements) {
    for (const clause of agreement.content.clauses) {
      const asked = { request, facts, agreement, clause }
      const failed = CHECK_NAMES.filter(name => !CHECKS[name](asked))
      if (nearest === undefined || failed.length < nearest.length) nearest = failed
    }
  }
  return nearest ?? ['no-clause']
}

const CHECK_NAMES = Object.keys(CHECKS) as CheckName[]

function citing(agreement: SignedAgreement, clause: Clause): Because {
  return { kind: 'clause', agreement: agreement.content.code, hash: agreement.hash, clause: clause.number }
}
