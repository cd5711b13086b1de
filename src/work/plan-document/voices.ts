import type { Consent, Observation, Task } from 'fhir/r4.js'
import type { PlanItem, Proposal, Score, Stance } from '#work/plan/plan.ts'
import { coded, factsAs, inLanguage } from './element.ts'
import { OUR, THEIRS } from './names.ts'
import { sentenceNarrative } from './narrative.ts'
import { referenceTo, scoreId, subjectOf } from './refer.ts'
import type { Telling } from './telling.ts'

/** What others say of an item: who agrees and who does not, what is offered instead, and how the person felt about it. */
export function voicesOf(item: PlanItem, telling: Telling): (Consent | Task | Observation)[] {
  return [
    ...item.stances.map((stance, place) => stanceOf(item, { stance, place }, telling)),
    ...item.proposals.map(proposal => proposalOf(item, proposal, telling)),
    ...item.scores.map((score, place) => scoreOf(item, { score, place }, telling)),
  ]
}

/** Agreement or disagreement with an item: consent given, or refused. */
function stanceOf(item: PlanItem, { stance, place }: { stance: Stance; place: number }, telling: Telling): Consent {
  const { agrees, takenBy: name, takenById, takenAt, words } = stance
  const { say } = telling
  return {
    resourceType: 'Consent',
    id: `${item.id}-stance-${place + 1}`,
    language: say.language,
    text: sentenceNarrative(say, agrees ? say('plan.agrees', { name }) : say('plan.disagrees', { name })),
    ...(words !== undefined && { extension: [factsAs(OUR.stance, { words })] }),
    status: agrees ? 'active' : 'rejected',
    scope: { coding: [{ system: THEIRS.consentScope, code: 'treatment' }] },
    category: [{ coding: [coded(OUR.part, 'stance', say('planDocument.stance'))] }],
    patient: subjectOf(telling),
    dateTime: takenAt.toISOString(),
    performer: [{ identifier: { system: OUR.account, value: takenById }, display: name }],
    policyRule: { coding: [{ system: THEIRS.consentPolicy, code: 'cric' }] },
    provision: {
      type: agrees ? 'permit' : 'deny',
      data: [{ meaning: 'instance', reference: referenceTo(item) }],
    },
  }
}

/** Other words that somebody offers: a task for whoever decides, to say yes or no. */
function proposalOf(item: PlanItem, proposal: Proposal, telling: Telling): Task {
  const { id, version, words, language, why, proposedBy, proposedById, proposedAt, ...besides } = proposal
  const { say } = telling
  // What is offered besides words travels as it is.
  const more = Object.keys(besides).length > 0 ? JSON.stringify(besides) : undefined
  return {
    resourceType: 'Task',
    id,
    language: say.language,
    text: sentenceNarrative(say, say('plan.proposes', { name: proposedBy })),
    extension: [factsAs(OUR.proposal, { version, why, more })],
    status: 'requested',
    intent: 'proposal',
    code: { coding: [coded(OUR.part, 'proposal', say('planDocument.proposal'))] },
    description: words,
    _description: inLanguage(language),
    focus: referenceTo(item),
    for: subjectOf(telling),
    authoredOn: proposedAt.toISOString(),
    requester: { identifier: { system: OUR.account, value: proposedById }, display: proposedBy },
  }
}

/** How the person felt about a goal at one time, from 0 to 10. */
function scoreOf(item: PlanItem, { score, place }: { score: Score; place: number }, telling: Telling): Observation {
  const { say } = telling
  return {
    resourceType: 'Observation',
    id: scoreId(item, place),
    language: say.language,
    text: sentenceNarrative(say, say('planDocument.score', { score: score.score, day: say.day(score.saidAt) })),
    status: 'final',
    code: { coding: [coded(OUR.part, 'score', say('planDocument.scoreIs'))] },
    subject: subjectOf(telling),
    focus: [referenceTo(item)],
    effectiveDateTime: score.saidAt.toISOString(),
    performer: [{ display: score.saidBy }],
    valueInteger: score.score,
    ...(score.words !== undefined && { note: [{ text: score.words }] }),
  }
}
