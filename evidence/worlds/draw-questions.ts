import type { Actor, WorkerActor } from '#record/organisation/actor.ts'
import type { Clause } from '#record/sharing/agreement/agreement.ts'
import { AUTHORITIES } from '#record/sharing/representative/authority.ts'
import { ACTIONS, type Action, DATA_CLASSES, leavesOf, PURPOSES, type Purpose } from '#record/sharing/vocabulary.ts'
import type { Dice } from './dice.ts'
import { CODES, PLACES } from './places.ts'
import type { Question, Tie, World } from './world.ts'

/** How many ask in one world; each asks about everybody, everything and every contributor at once as well. */
const CALLERS = 8

/** Who asks, what for and to do what: what one query of the product answers for. */
export type Caller = Pick<Question, 'actor' | 'purpose' | 'action'>

const CITIZENS: readonly Actor[] = PLACES.accounts.map(accountId => ({ kind: 'citizen', accountId, name: 'citizen' }))
const SYSTEM: Actor = {
  kind: 'system',
  senderId: 'a system',
  name: 'system',
  organisationId: PLACES.organisations[0]!.id,
  organisationCode: PLACES.organisations[0]!.code,
}

/** Most of them workers whom some clause may mean, the others citizens, and now and then a system. */
export function drawCallers(dice: Dice, world: World): Caller[] {
  return dice.many(CALLERS, number => {
    if (number < 5) return workerFor(dice, dice.oneOf(clausesOf(world)))
    if (number < 7) return citizen(dice, world)
    return dice.percent(10) ? { ...anyWorker(dice), actor: SYSTEM } : anyWorker(dice)
  })
}

/** What the callers ask one by one, so many in all: most of it aimed at what may be open. */
export function drawQuestions(dice: Dice, world: World, callers: readonly Caller[], count: number): Question[] {
  return dice.many(count, number => drawQuestion(dice, world, callers[number % callers.length]!))
}

function drawQuestion(dice: Dice, world: World, caller: Caller): Question {
  const anything = {
    ...caller,
    personId: dice.oneOf(PLACES.persons).id,
    contributor: dice.oneOf(CODES),
    dataClass: dice.oneOf(DATA_CLASSES),
  }
  if (dice.percent(10)) return anything
  const { actor } = caller
  if (actor.kind === 'worker' && dice.percent(80)) return aimedAtClause(dice, world, anything, actor)
  return aimedAtChoice(dice, world, anything)
}

/** What a clause for their purpose opens, of somebody the worker has a tie to. */
function aimedAtClause(dice: Dice, world: World, question: Question, worker: WorkerActor): Question {
  const clauses = clausesOf(world).filter(clause => clause.purpose === question.purpose)
  const fitting = clauses.filter(clause => isFor(clause, worker) && clause.may.includes(question.action))
  if (clauses.length === 0) return question
  const clause = dice.oneOf(fitting.length > 0 ? fitting : clauses)
  const tied = PLACES.persons.filter(({ id }) =>
    world.ties.some(
      tie => tie.personId === id && isWith(tie, worker) && clause.relationships.some(one => one === tie.kind),
    ),
  )
  const personId = tied.length > 0 ? dice.oneOf(tied).id : question.personId
  const contributor = dice.percent(92) ? dice.oneOf(clause.givers) : question.contributor
  return { ...question, personId, contributor, dataClass: classOf(dice, clause) }
}

/** What a wish or an emergency lists, or an office opens. */
function aimedAtChoice(dice: Dice, world: World, question: Question): Question {
  const { actor } = question
  if (actor.kind === 'system') return question
  const chosen = [...world.wishes, ...world.emergencies, ...world.representatives].filter(
    one => one.accountId === undefined || one.accountId === actor.accountId,
  )
  if (chosen.length === 0) return question
  const one = dice.oneOf(chosen)
  const classes = 'classes' in one ? one.classes : AUTHORITIES[one.kind].opens
  return { ...question, personId: one.personId, ...(classes.length > 0 && { dataClass: dice.oneOf(classes) }) }
}

function isWith(tie: Tie, { accountId, teamId, organisationId }: WorkerActor): boolean {
  return (
    tie.accountId === accountId ||
    (teamId !== undefined && tie.teamId === teamId) ||
    tie.organisationId === organisationId
  )
}

function isFor(clause: Clause, { organisationCode, role }: WorkerActor): boolean {
  return clause.receivers.includes(organisationCode) && clause.roles.includes(role)
}

function classOf(dice: Dice, clause: Clause): Question['dataClass'] {
  const leaves = clause.classes.flatMap(named => leavesOf(named))
  return leaves.length > 0 && dice.percent(90) ? dice.oneOf(leaves) : dice.oneOf(DATA_CLASSES)
}

function workerFor(dice: Dice, clause: Clause): Caller {
  const named = PLACES.posts.filter(post => isFor(clause, post))
  return {
    actor: named.length > 0 && dice.percent(92) ? dice.oneOf(named) : dice.oneOf(PLACES.posts),
    purpose: dice.percent(92) ? clause.purpose : dice.oneOf(PURPOSES),
    action: dice.percent(90) ? dice.oneOf(clause.may) : dice.oneOf(ACTIONS),
  }
}

function anyWorker(dice: Dice): Caller {
  return { actor: dice.oneOf(PLACES.posts), purpose: dice.oneOf(PURPOSES), action: drawAction(dice) }
}

/** Often somebody who has been chosen, refused or appointed. */
function citizen(dice: Dice, world: World): Caller {
  const named = [...world.wishes, ...world.representatives].map(one => one.accountId)
  const known = CITIZENS.filter(one => one.kind === 'citizen' && named.includes(one.accountId))
  const actor = known.length > 0 && dice.percent(70) ? dice.oneOf(known) : dice.oneOf(CITIZENS)
  return {
    actor,
    purpose: dice.oneOf<Purpose>(['own-record', 'family', 'representation', 'direct-care']),
    action: drawAction(dice),
  }
}

function drawAction(dice: Dice): Action {
  return dice.percent(75) ? 'read' : 'contribute'
}

function clausesOf(world: World): Clause[] {
  return world.agreements.flatMap(({ content }) => content.clauses)
}
