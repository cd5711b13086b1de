import type { Actor, WorkerActor } from '#record/organisation/actor.ts'
import type { Clause } from '#record/sharing/agreement/agreement.ts'
import { ACTIONS, type Action, PURPOSES, type Purpose } from '#record/sharing/vocabulary.ts'
import type { Draw } from '../draw.ts'
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
export function drawCallers(draw: Draw, world: World): Caller[] {
  return draw.many(CALLERS, number => {
    if (number < 4) return workerFor(draw, draw.one(world.agreements.flatMap(({ content }) => content.clauses)))
    if (number === 4) return rescuer(draw, world)
    if (number < 7) return citizen(draw, world)
    const worker = { actor: draw.one(PLACES.posts), purpose: draw.one(PURPOSES), action: drawAction(draw) }
    return draw.percent(10) ? { ...worker, actor: SYSTEM } : worker
  })
}

function workerFor(draw: Draw, clause: Clause): Caller {
  const named = PLACES.posts.filter(post => isFor(clause, post))
  return {
    actor: named.length > 0 && draw.percent(92) ? draw.one(named) : draw.one(PLACES.posts),
    purpose: draw.percent(92) ? clause.purpose : draw.one(PURPOSES),
    action: draw.percent(90) ? draw.one(clause.may) : draw.one(ACTIONS),
  }
}

function isFor(clause: Clause, { organisationCode, role }: WorkerActor): boolean {
  return clause.receivers.includes(organisationCode) && clause.roles.includes(role)
}

function rescuer(draw: Draw, { emergencies }: World): Caller {
  const theirs = PLACES.posts.filter(({ accountId }) => emergencies.some(one => one.accountId === accountId))
  return { actor: draw.one(theirs), purpose: draw.one(PURPOSES), action: drawAction(draw) }
}

/** Often somebody who has been chosen, refused or appointed. */
function citizen(draw: Draw, { wishes, representatives }: World): Caller {
  const named = [...wishes, ...representatives].map(one => one.accountId)
  const known = CITIZENS.filter(({ accountId }) => named.includes(accountId))
  const actor = known.length > 0 && draw.percent(70) ? draw.one(known) : draw.one(CITIZENS)
  return { actor, purpose: draw.one(CITIZENS_PURPOSES), action: drawAction(draw) }
}

function drawAction(draw: Draw): Action {
  return draw.percent(80) ? 'read' : 'contribute'
}
