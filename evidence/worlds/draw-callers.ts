import type { Actor, WorkerActor } from '#record/organisation/actor.ts'
import type { Clause } from '#record/sharing/agreement/agreement.ts'
import { ACTIONS, type Action, PURPOSES, type Purpose } from '#record/sharing/vocabulary.ts'
import type { Dice } from './dice.ts'
import { PLACES } from './places.ts'
import type { Question, World } from './world.ts'

/** Who asks, what for and to do what. Each asks about everybody, every contributor and every class. */
export type Caller = Pick<Question, 'actor' | 'purpose' | 'action'>

const CALLERS = 8
const CITIZENS = PLACES.accounts.map(accountId => ({ kind: 'citizen', accountId, name: 'citizen' }) as const)
const CITIZENS_PURPOSES: readonly Purpose[] = ['own-record', 'family', 'representation', 'direct-care']
const SYSTEM: Actor = {
  kind: 'system',
  senderId: 'a system',
  name: 'system',
  organisationId: PLACES.organisations[0]!.id,
  organisationCode: PLACES.organisations[0]!.code,
}

/** Workers whom some clause may mean, one who has opened an emergency, two citizens, and now and then a system. */
export function drawCallers(dice: Dice, world: World): Caller[] {
  return dice.many(CALLERS, number => {
    if (number < 4) return workerFor(dice, dice.oneOf(world.agreements.flatMap(({ content }) => content.clauses)))
    if (number === 4) return rescuer(dice, world)
    if (number < 7) return citizen(dice, world)
    const worker = { actor: dice.oneOf(PLACES.posts), purpose: dice.oneOf(PURPOSES), action: drawAction(dice) }
    return dice.percent(10) ? { ...worker, actor: SYSTEM } : worker
  })
}

function workerFor(dice: Dice, clause: Clause): Caller {
  const named = PLACES.posts.filter(post => isFor(clause, post))
  return {
    actor: named.length > 0 && dice.percent(92) ? dice.oneOf(named) : dice.oneOf(PLACES.posts),
    purpose: dice.percent(92) ? clause.purpose : dice.oneOf(PURPOSES),
    action: dice.percent(90) ? dice.oneOf(clause.may) : dice.oneOf(ACTIONS),
  }
}

function isFor(clause: Clause, { organisationCode, role }: WorkerActor): boolean {
  return clause.receivers.includes(organisationCode) && clause.roles.includes(role)
}

function rescuer(dice: Dice, { emergencies }: World): Caller {
  const theirs = PLACES.posts.filter(({ accountId }) => emergencies.some(one => one.accountId === accountId))
  return { actor: dice.oneOf(theirs), purpose: dice.oneOf(PURPOSES), action: drawAction(dice) }
}

/** Often somebody who has been chosen, refused or appointed. */
function citizen(dice: Dice, { wishes, representatives }: World): Caller {
  const named = [...wishes, ...representatives].map(one => one.accountId)
  const known = CITIZENS.filter(({ accountId }) => named.includes(accountId))
  const actor = known.length > 0 && dice.percent(70) ? dice.oneOf(known) : dice.oneOf(CITIZENS)
  return { actor, purpose: dice.oneOf(CITIZENS_PURPOSES), action: drawAction(dice) }
}

function drawAction(dice: Dice): Action {
  return dice.percent(80) ? 'read' : 'contribute'
}
