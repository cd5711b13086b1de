import type { CodeableConcept, ServiceRequest } from 'fhir/r4.js'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { handOver } from '#work/hand-over/hand.ts'
import { ASKS_LENGTH_MAX, type Urgency } from '#work/hand-over/hand-over.ts'
import { withdrawByKey } from '#work/hand-over/withdraw.ts'
import type { About } from './keep-about.ts'

export type HandOnProblem =
  /** The sender's map does not say which team is meant: nobody would be asked. */
  | 'feed.teamUnknown'
  /** No agreement lets anybody in that team see it, or the person said no. */
  | 'feed.teamMayNotKnow'

/**
 * A referral asks the team that the sender's map names for whoever it is to, and that team must answer; one that is no
 * more takes that back. A sender whose map names no teams hands nobody on: what it sends is kept, and that is all.
 */
export async function handOnReferral(
  { tx, access, sender, messageId }: About,
  businessKey: string,
  request: ServiceRequest,
): Promise<Outcome<undefined, HandOnProblem>> {
  if (sender.teams.size === 0) return done(undefined)
  const key = `referral ${sender.id} ${businessKey}`
  if (request.status !== 'active') {
    await withdrawByKey(tx, key, { name: sender.application, reason: request.status })
    return done(undefined)
  }
  const toTeamId = namesOf(request)
    .map(name => sender.teams.get(name))
    .find(id => id !== undefined)
  if (toTeamId === undefined) return refused('feed.teamUnknown')
  const asked = { toTeamId, urgency: urgencyOf(request), asks: asksOf(request), language: undefined, key, messageId }
  const handed = await handOver(tx, access, asked)
  return handed.ok ? done(undefined) : refused('feed.teamMayNotKnow')
}

/** By what the referral calls whoever it is to, a code or a name; then by its kind, where that says it. */
function namesOf({ performer = [], category = [], code }: ServiceRequest): string[] {
  const named = performer.flatMap(({ identifier, display }) => [identifier?.value, display])
  const kinds = [...category, ...(code === undefined ? [] : [code])].flatMap(({ coding = [] }) => coding)
  return [...named, ...kinds.map(({ code }) => code)].filter(name => name !== undefined)
}

function urgencyOf({ priority }: ServiceRequest): Urgency {
  if (priority === 'stat' || priority === 'asap') return 'same-day'
  return priority === 'urgent' ? 'soon' : 'routine'
}

/** Why, what for, and what is added; its number when it says nothing at all. */
function asksOf({ reasonCode = [], code, note = [], identifier = [] }: ServiceRequest): string {
  const said = [...reasonCode.map(textOf), code && textOf(code), ...note.map(({ text }) => text)]
  const words = [...new Set(said.filter(text => text))].join('\n')
  return (words || identifier[0]?.value || '–').slice(0, ASKS_LENGTH_MAX)
}

function textOf({ text, coding }: CodeableConcept): string | undefined {
  return text ?? coding?.find(({ display }) => display !== undefined)?.display ?? coding?.[0]?.code
}
