import type { CitizenActor, WorkerActor } from '#record/organisation/actor.ts'
import { areBornIn } from '../agreement/cohort.ts'
import type { Rule } from '../agreement/compile.ts'
import type { Because } from '../because.ts'
import { ADDED_TO_BY_OFFICE, AUTHORITIES } from '../representative/authority.ts'
import { THE_PERSON } from '../vocabulary.ts'
import type { Check } from './checks/check.ts'
import { CHECKS, type CheckName } from './checks/index.ts'
import { rulesConcerning } from './concerning-rules.ts'
import type { AppliedWish, Facts, Request, SignedAgreement } from './facts.ts'

/**
 * Why not: the checks that failed, or that nobody chose this relative, or that nothing at all was agreed. That something
 * is not theirs to decide is never said here, but of whoever tried to decide for somebody.
 */
export type Failure = CheckName | 'person-has-not-chosen' | 'capacity-holds' | 'no-clause' | 'not-theirs-to-decide'

export type Decision =
  | { readonly allowed: true; readonly because: Because }
  | { readonly allowed: false; readonly failed: readonly Failure[] }

/**
 * Decides one look or one contribution, from the request and the facts alone. Denied unless something allows it.
 * A worker needs one clause that passes every check, or the person's own choice, or for reading an emergency they have
 * opened; a refusal names the checks that the nearest clause failed. The person sees their own record; a relative or
 * friend what the person chose for them; who lawfully acts for them what the office opens. A system reads nothing.
 */
export function decide(request: Request, facts: Facts): Decision {
  const because = whyAllowed(request, facts)
  return because === undefined ? { allowed: false, failed: whyNot(request, facts) } : { allowed: true, because }
}

/** What allows a request, or undefined: the first half of `decide`, for whoever asks about very many. */
export function whyAllowed(request: Request, facts: Facts): Because | undefined {
  switch (request.actor.kind) {
    case 'citizen':
      return whyCitizenMay(request as CitizensRequest, facts)
    case 'worker':
      return whyWorkerMay(request as WorkersRequest, facts)
    case 'system':
      return undefined
  }
}

/** What a request that nothing allows lacks. */
export function whyNot(request: Request, facts: Facts): readonly Failure[] {
  switch (request.actor.kind) {
    case 'citizen':
      return [whatCitizenLacks(request as CitizensRequest, facts)]
    case 'worker':
      return nearestFailure(request as WorkersRequest, facts)
    case 'system':
      return ['no-clause']
  }
}

type CitizensRequest = Request & { readonly actor: CitizenActor }
type WorkersRequest = Request & { readonly actor: WorkerActor }
type Asked = Parameters<Check>[0]

function whyCitizenMay(request: CitizensRequest, facts: Facts): Because | undefined {
  if (facts.isThePerson) return { kind: 'own' }
  if (wishAbout(request, facts, 'refuse') !== undefined) return undefined
  const office = officeFor(request, facts)
  if (office?.isActive) return { kind: 'representative', representative: office.id }
  if (isPaused(facts)) return undefined
  const chosen = chosenFor(request, facts)
  return chosen === undefined ? undefined : { kind: 'wish', wish: chosen.id }
}

/** A pause does not bind those who stand in the person's own place: they may lift it, as the person may. */
function officeFor(request: Request, facts: Facts): { id: string; isActive: boolean } | undefined {
  const { dataClass, action } = request
  if (action !== 'read' && !isAddedToByOffice(request)) return undefined
  let inert: { id: string; isActive: boolean } | undefined
  for (const { id, kind } of facts.representations) {
    for (const { opens, inertWhileCapacityFor, onlyOf } of AUTHORITIES[kind]) {
      if (!opens.includes(dataClass)) continue
      if (onlyOf !== undefined && !areBornIn(onlyOf, facts.birthDates, facts.today)) continue
      const isActive = inertWhileCapacityFor === undefined || facts.lacksCapacityFor.has(inertWhileCapacityFor)
      if (isActive) return { id, isActive }
      inert ??= { id, isActive }
    }
  }
  return inert
}

/** Whoever acts for somebody takes part in that person's own plan, and writes nothing else of theirs. */
function isAddedToByOffice({ contributor, dataClass }: Request): boolean {
  return contributor === THE_PERSON && dataClass === ADDED_TO_BY_OFFICE
}

function chosenFor(request: Request, facts: Facts): AppliedWish | undefined {
  return facts.ties.some(({ kind }) => kind === 'family') ? wishAbout(request, facts, 'allow') : undefined
}

function whatCitizenLacks(request: CitizensRequest, facts: Facts): Failure {
  if (wishAbout(request, facts, 'refuse') !== undefined) return 'person-has-not-refused'
  if (officeFor(request, facts) !== undefined) return 'capacity-holds'
  if (chosenFor(request, facts) !== undefined && isPaused(facts)) return 'person-has-not-paused'
  return 'person-has-not-chosen'
}

function wishAbout({ dataClass }: Request, { wishes }: Facts, kind: 'allow' | 'refuse'): AppliedWish | undefined {
  return wishes.find(wish => wish.kind === kind && wish.dataClasses.includes(dataClass))
}

function isPaused({ wishes }: Facts): boolean {
  return wishes.some(({ kind }) => kind === 'pause')
}

function whyWorkerMay(request: WorkersRequest, facts: Facts): Because | undefined {
  const { actor, dataClass, contributor: giver } = request
  const concerned = { role: actor.role, organisation: actor.organisationCode, giver, dataClass }
  for (const { at, rule } of rulesConcerning(facts.agreements, concerned)) {
    const agreement = facts.agreements[at]!
    if (countFailures({ request, facts, agreement, rule }, 1) === 0) return citing(request, facts, agreement, rule)
  }
  return whyWishLets(request, facts) ?? whyEmergencyLets(request, facts)
}

/**
 * A choice of the person's opens a class for reading to a worker whom it names and who works with them already: the tie
 * keeps a choice for a whole council from opening a record to everybody there. Figures are not made from it.
 */
function whyWishLets(request: WorkersRequest, facts: Facts): Because | undefined {
  if (request.action !== 'read' || request.purpose === 'service-planning') return undefined
  if (!facts.ties.some(({ kind }) => kind !== 'family')) return undefined
  const chosen = wishAbout(request, facts, 'allow')
  if (chosen === undefined || wishAbout(request, facts, 'refuse') !== undefined || isPaused(facts)) return undefined
  return { kind: 'wish', wish: chosen.id }
}

function whyEmergencyLets({ action, dataClass }: Request, { emergencies }: Facts): Because | undefined {
  if (action !== 'read') return undefined
  const open = emergencies.find(({ dataClasses }) => dataClasses.includes(dataClass))
  return open === undefined ? undefined : { kind: 'emergency', emergency: open.id }
}

/** The checks that the nearest clause fails: the first of those that fail fewest. */
function nearestFailure(request: WorkersRequest, facts: Facts): readonly Failure[] {
  let nearest: Asked | undefined
  let fewest = Number.POSITIVE_INFINITY
  for (const agreement of facts.agreements) {
    for (const rule of agreement.rules) {
      const asked = { request, facts, agreement, rule }
      const failed = countFailures(asked, fewest)
      if (failed < fewest) {
        nearest = asked
        fewest = failed
      }
    }
  }
  return nearest === undefined ? ['no-clause'] : CHECK_NAMES.filter(name => !CHECKS[name](nearest))
}

/** How many checks fail, or `enough` as soon as it is that many: whoever asks wants to know of fewer alone. */
function countFailures(asked: Asked, enough: number): number {
  let failed = 0
  for (const check of CHECK_LIST) {
    if (!check(asked) && ++failed === enough) break
  }
  return failed
}

const CHECK_NAMES = Object.keys(CHECKS) as CheckName[]
const CHECK_LIST: readonly Check[] = Object.values(CHECKS)

function citing(request: Request, facts: Facts, agreement: SignedAgreement, rule: Rule): Because {
  const cited = {
    kind: 'clause',
    agreement: agreement.content.code,
    hash: agreement.hash,
    clause: rule.clause,
  } as const
  const isAgainstAWish = rule.overridesWishes && (isPaused(facts) || wishAbout(request, facts, 'refuse') !== undefined)
  return isAgainstAWish ? { ...cited, overrode: true } : cited
}
