import type { CitizenActor, WorkerActor } from '#record/organisation/actor.ts'
import type { Clause } from '#record/sharing/agreement/agreement.ts'
import type { Agreement, Named, Question, Reason, Tie, Wish, World } from '../worlds/world.ts'
import { ageOn, daysBetween, inTheRegion } from './calendar.ts'
import { OFFICES, OPEN_LEAVES } from './tables.ts'

/*
 * A second reading of docs/concepts/agreement-language.md. It was written from that page alone, by somebody who had not
 * read src/record/sharing/decision, shares no code with it, and is in no hurry: loops over everything, for one question.
 */

type Somebody = WorkerActor | CitizenActor

/**
 * Everything that opens what is asked for, all of one kind: where a clause opens, choices and emergencies are not
 * asked. Nothing at all: it is closed.
 */
export function whatOpens(world: World, question: Question): readonly Reason[] {
  const { actor } = question
  if (actor.kind === 'worker') {
    return firstThatOpens(
      () => clausesThatOpen(world, question, actor),
      () => choicesForWorker(world, question, actor),
      () => emergenciesThatOpen(world, question, actor),
    )
  }
  if (actor.kind === 'citizen') return forCitizen(world, question, actor)
  return []
}

function firstThatOpens(...groups: readonly (() => readonly Reason[])[]): readonly Reason[] {
  for (const group of groups) {
    const reasons = group()
    if (reasons.length > 0) return reasons
  }
  return []
}

function clausesThatOpen(world: World, question: Question, worker: WorkerActor): Reason[] {
  const reasons: Reason[] = []
  for (const agreement of world.agreements) {
    for (const clause of agreement.content.clauses) {
      const answers = Object.values(checksOf(world, question, worker, agreement, clause))
      if (!answers.every(Boolean)) continue
      const overrode = isRefused(world, question, worker) || isPaused(world, question)
      reasons.push({ kind: 'clause', id: `${agreement.hash} ${clause.number}`, overrode })
    }
  }
  return reasons
}

/** The rows of the page's tables, one by one: all must be so. */
export function checksOf(
  world: World,
  question: Question,
  worker: WorkerActor,
  agreement: Agreement,
  clause: Clause,
): Readonly<Record<string, boolean>> {
  const { content, signatures, hash, lastDay } = agreement
  const { day, time } = inTheRegion(world.now)
  const { hours, daysAfterTieBegins = Number.POSITIVE_INFINITY } = clause.when ?? {}
  const ties = tiesThatHold(world, question.personId).filter(
    tie => names(tie, worker) && includes(clause.relationships, tie.kind),
  )
  return {
    current: content.from <= day && day <= content.until,
    notEnded: lastDay === undefined || day <= lastDay,
    signed: content.parties.every(({ organisation }) =>
      signatures.some(signature => signature.organisationCode === organisation && signature.hash === hash),
    ),
    class: clause.classes.some(
      named => named === question.dataClass || includes(OPEN_LEAVES[named] ?? [], question.dataClass),
    ),
    giver: includes(clause.givers, question.contributor),
    may: includes(clause.may, question.action),
    receiver: includes(clause.receivers, worker.organisationCode),
    role: includes(clause.roles, worker.role),
    purpose: clause.purpose === question.purpose,
    tie: ties.length > 0,
    days: ties.length === 0 || ties.some(tie => daysBetween(inTheRegion(tie.startedAt).day, day) <= daysAfterTieBegins),
    hours: hours === undefined || isWithin(time, hours.from, hours.until),
    cohort: isOfCohort(world, question.personId, clause.cohort, day),
    home: clause.notAtHome !== true || !livesWith(world, worker.accountId, question.personId),
    notRefused: clause.overridesWishes === true || !isRefused(world, question, worker),
    notPaused: clause.overridesWishes === true || !isPaused(world, question),
  }
}

function isWithin(time: string, from: string, until: string): boolean {
  if (from > until) return time >= from || time < until
  return time >= from && time < until
}

function isOfCohort(world: World, personId: string, cohort: Clause['cohort'], day: string): boolean {
  if (cohort === 'everybody') return true
  if (cohort === 'in-hospital') return tiesThatHold(world, personId).some(tie => tie.kind === 'admission')
  const ages: number[] = []
  for (const record of world.records) {
    if (record.born !== undefined && isOne(world, record.id, personId)) ages.push(ageOn(day, record.born))
  }
  if (ages.length === 0) return false
  if (cohort === 'children') return ages.every(age => age < 18)
  return ages.every(age => age >= (cohort === 'adults' ? 18 : 65))
}

/** By the person of the worker's own account, if there is one. */
function livesWith(world: World, accountId: string, personId: string): boolean {
  const themselves = world.persons.filter(person => person.accountId === accountId)
  return themselves.some(own => isOne(world, own.id, personId) || shareHome(world, own.id, personId))
}

function shareHome(world: World, one: string, other: string): boolean {
  const homesOf = (personId: string) =>
    world.records.flatMap(({ id, home }) => (home !== undefined && isOne(world, id, personId) ? [home] : []))
  return homesOf(one).some(home => homesOf(other).includes(home))
}

function choicesForWorker(world: World, question: Question, worker: WorkerActor): Reason[] {
  if (question.action !== 'read' || question.purpose === 'service-planning') return []
  if (isRefused(world, question, worker) || isPaused(world, question)) return []
  const ties = tiesThatHold(world, question.personId)
  if (!ties.some(tie => tie.kind !== 'family' && names(tie, worker))) return []
  return each('wish', wishesAbout(world, question, worker, 'allow'))
}

function emergenciesThatOpen(world: World, question: Question, worker: WorkerActor): Reason[] {
  if (question.action !== 'read') return []
  const { emergencies, now } = world
  const open = emergencies.filter(emergency => {
    const isTheirs = emergency.accountId === worker.accountId && emergency.organisationId === worker.organisationId
    const isAboutIt =
      isOne(world, emergency.personId, question.personId) && includes(emergency.classes, question.dataClass)
    return isTheirs && isAboutIt && emergency.opensAt <= now && now < emergency.closesAt && !emergency.isClosed
  })
  return each('emergency', open)
}

function forCitizen(world: World, question: Question, citizen: CitizenActor): readonly Reason[] {
  const isTheirOwn = world.persons.some(
    one => isOne(world, one.id, question.personId) && one.accountId === citizen.accountId,
  )
  if (isTheirOwn) return [{ kind: 'own', id: '', overrode: false }]
  if (isRefused(world, question, citizen)) return []
  return firstThatOpens(
    () => officesThatOpen(world, question, citizen),
    () => choicesForCitizen(world, question, citizen),
  )
}

function officesThatOpen(world: World, question: Question, citizen: CitizenActor): Reason[] {
  const isTheirPlan = question.contributor === 'person' && question.dataClass === 'plan'
  if (question.action !== 'read' && !isTheirPlan) return []
  const active = world.representatives.filter(one => {
    const isAboutThem = isOne(world, one.personId, question.personId)
    const isTheirs = one.accountId === citizen.accountId && !one.isEnded
    const isAwake = (waitsFor?: string) =>
      waitsFor === undefined || isWithoutCapacity(world, question.personId, waitsFor)
    const about = OFFICES[one.kind]!.filter(({ opens }) => includes(opens, question.dataClass))
    const isOf = (cohort: 'children' | 'everybody') =>
      isOfCohort(world, question.personId, cohort, inTheRegion(world.now).day)
    return isAboutThem && isTheirs && about.some(({ waitsFor, of }) => isAwake(waitsFor) && isOf(of ?? 'everybody'))
  })
  return each('representative', active)
}

function isWithoutCapacity(world: World, personId: string, decision: string): boolean {
  const findings = world.findings.filter(one => isOne(world, one.personId, personId) && one.decision === decision)
  const latest = findings.find(one => findings.every(other => other.foundAt <= one.foundAt))
  return latest !== undefined && !latest.hasCapacity && inTheRegion(world.now).day <= latest.reviewOn
}

function choicesForCitizen(world: World, question: Question, citizen: CitizenActor): Reason[] {
  if (isPaused(world, question)) return []
  const ties = tiesThatHold(world, question.personId)
  if (!ties.some(tie => tie.kind === 'family' && tie.accountId === citizen.accountId)) return []
  return each('wish', wishesAbout(world, question, citizen, 'allow'))
}

function each(kind: Reason['kind'], things: readonly { readonly id: string }[]): Reason[] {
  return things.map(({ id }) => ({ kind, id, overrode: false }))
}

function isRefused(world: World, question: Question, actor: Somebody): boolean {
  return wishesAbout(world, question, actor, 'refuse').length > 0
}

function wishesAbout(world: World, question: Question, actor: Somebody, kind: Wish['kind']): Wish[] {
  return world.wishes.filter(wish => {
    const isAboutIt = wish.kind === kind && includes(wish.classes, question.dataClass)
    return isAboutIt && names(wish, actor) && counts(world, wish, question.personId)
  })
}

function isPaused(world: World, { personId }: Question): boolean {
  return world.wishes.some(wish => wish.kind === 'pause' && counts(world, wish, personId))
}

/** Whether a wish counts for a person: it is theirs, or it was repeated for them; and it was not withdrawn for them. */
function counts(world: World, wish: Wish, personId: string): boolean {
  const isWithdrawn = (withdrawnFor: readonly string[], whose: string) =>
    withdrawnFor.some(id => wish.kind === 'allow' || isOne(world, id, whose))
  if (isWithdrawn(wish.withdrawnFor, wish.personId)) return false
  if (isOne(world, wish.personId, personId)) return true
  const isRepeated = wish.repeated.some(one => isOne(world, one.personId, personId))
  // Whoever withdrew it while they were one is not held by it afterwards.
  const isWithdrawnByThem = isWithdrawn(wish.withdrawnFor, personId)
  return isRepeated && !isWithdrawnByThem && !wish.repeated.some(one => isWithdrawn(one.withdrawnFor, personId))
}

/** Whether two ids are one person: links in force lead from one to the other. */
function isOne(world: World, one: string, other: string): boolean {
  const reached = [one]
  for (const id of reached) {
    for (const { personId, recordId, isEnded } of world.links) {
      if (isEnded || (personId !== id && recordId !== id)) continue
      const next = personId === id ? recordId : personId
      if (!reached.includes(next)) reached.push(next)
    }
  }
  return reached.includes(other)
}

/** The account; or for a worker the team or the organisation of the post they act in, never of another they have. */
function names(named: Named, actor: Somebody): boolean {
  if (named.accountId !== undefined) return named.accountId === actor.accountId
  if (actor.kind === 'citizen') return false
  if (named.teamId !== undefined) return named.teamId === actor.teamId
  return named.organisationId !== undefined && named.organisationId === actor.organisationId
}

function tiesThatHold(world: World, personId: string): Tie[] {
  return world.ties.filter(tie => {
    const isWithThem = isOne(world, tie.recordId ?? tie.personId ?? '', personId)
    const hasBegun = tie.startedAt <= world.now
    const isOver = tie.isEnded || (tie.endsAt !== undefined && tie.endsAt <= world.now)
    return isWithThem && hasBegun && !isOver
  })
}

function includes(list: readonly string[], one: string): boolean {
  return list.includes(one)
}
