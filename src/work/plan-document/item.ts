import type { Condition, Consent, Extension, Flag, Goal, Meta, Narrative, Observation, Task } from 'fhir/r4.js'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { coded, factsAs, inLanguage } from './element.ts'
import { OUR, THEIRS } from './names.ts'
import { narrativeOf } from './narrative.ts'
import { RESOURCE_OF_KIND, referenceTo, scoreId, subjectOf } from './refer.ts'
import { ownerRole } from './team.ts'
import type { Telling } from './telling.ts'

export type ItemResource = Observation | Condition | Goal | Task | Flag | Consent

/** One item as a resource, whole: what FHIR has no place for stands in an extension of ours. */
export function resourceOf(item: PlanItem, telling: Telling): ItemResource {
  return MAKERS[RESOURCE_OF_KIND[item.kind]](item, telling)
}

type Maker = (item: PlanItem, telling: Telling) => ItemResource

const MAKERS = {
  Observation: observationOf,
  Condition: conditionOf,
  Goal: goalOf,
  Task: taskOf,
  Flag: flagOf,
  Consent: statementOf,
} as const satisfies Record<ItemResource['resourceType'], Maker>

function observationOf(item: PlanItem, telling: Telling): Observation {
  return {
    resourceType: 'Observation',
    ...commonOf(item, telling),
    status: item.struck ? 'entered-in-error' : item.offer ? 'preliminary' : 'final',
    code: kindOf(item, telling),
    subject: subjectOf(telling),
    issued: item.writtenAt.toISOString(),
    performer: [{ display: item.writtenBy }],
    valueString: item.words,
    _valueString: inLanguage(item.language),
  }
}

function conditionOf(item: PlanItem, telling: Telling): Condition {
  const verified = item.struck ? 'entered-in-error' : item.offer ? 'unconfirmed' : 'confirmed'
  return {
    resourceType: 'Condition',
    ...commonOf(item, telling),
    ...(!item.struck && { clinicalStatus: { coding: [{ system: THEIRS.clinicalStatus, code: 'active' }] } }),
    verificationStatus: { coding: [{ system: THEIRS.verificationStatus, code: verified }] },
    category: [{ coding: [THEIRS.conditionCategory] }, kindOf(item, telling)],
    code: { text: item.words, _text: inLanguage(item.language) },
    subject: subjectOf(telling),
    recordedDate: item.writtenAt.toISOString(),
    recorder: { display: item.writtenBy },
  }
}

function goalOf(item: PlanItem, telling: Telling): Goal {
  const { plan } = telling
  const need = plan.items.find(({ id }) => id === item.partOf)
  return {
    resourceType: 'Goal',
    ...commonOf(item, telling),
    lifecycleStatus: item.struck ? 'entered-in-error' : item.offer ? 'proposed' : 'active',
    category: [kindOf(item, telling)],
    description: { text: item.words, _text: inLanguage(item.language) },
    subject: subjectOf(telling),
    ...(item.dueOn && { target: [{ dueDate: item.dueOn }] }),
    statusDate: item.writtenAt.toISOString().slice(0, 10),
    expressedBy: item.ownerCode === THE_PERSON ? subjectOf(telling) : { display: item.writtenBy },
    ...(need && { addresses: [referenceTo(need)] }),
    ...(item.scores.length > 0 && {
      outcomeReference: item.scores.map((_, place) => ({ reference: `Observation/${scoreId(item, place)}` })),
    }),
  }
}

/** How far something has come, by FHIR's own codes. */
const TASK_STATUS = {
  asked: 'requested',
  'taken-on': 'accepted',
  begun: 'in-progress',
  done: 'completed',
  stuck: 'on-hold',
  'will-not-be-done': 'cancelled',
} as const satisfies Record<NonNullable<PlanItem['state']>['state'], Task['status']>

function taskOf(item: PlanItem, telling: Telling): Task {
  const { say, plan } = telling
  const { state } = item
  const served = plan.items.find(({ id }) => id === item.partOf)
  const words = state && say.code('planState', state.state)
  return {
    resourceType: 'Task',
    ...commonOf(item, telling),
    basedOn: [{ reference: `CarePlan/${plan.planId}` }],
    status: item.struck ? 'entered-in-error' : state ? TASK_STATUS[state.state] : 'requested',
    ...(state?.words && { statusReason: { text: state.words } }),
    ...(state && { businessStatus: { coding: [coded(OUR.state, state.state, words ?? '')] } }),
    intent: item.offer ? 'proposal' : 'plan',
    code: kindOf(item, telling),
    description: item.words,
    _description: inLanguage(item.language),
    ...(served && { focus: referenceTo(served) }),
    for: subjectOf(telling),
    authoredOn: item.writtenAt.toISOString(),
    ...(state && { lastModified: state.saidAt.toISOString() }),
    requester: { display: item.writtenBy },
    owner: ownerRole(item, telling),
    ...(item.dueOn && { restriction: { period: { end: item.dueOn } } }),
  }
}

function flagOf(item: PlanItem, telling: Telling): Flag {
  return {
    resourceType: 'Flag',
    ...commonOf(item, telling),
    status: item.struck ? 'entered-in-error' : item.offer ? 'inactive' : 'active',
    category: [{ coding: [{ system: THEIRS.flagCategory, code: 'safety' }] }, kindOf(item, telling)],
    code: { text: item.words, _text: inLanguage(item.language) },
    subject: subjectOf(telling),
    period: { start: item.writtenAt.toISOString() },
    author: ownerRole(item, telling),
  }
}

/** What somebody wants if they cannot say so: their words as they were written, and no order to anybody. */
function statementOf(item: PlanItem, telling: Telling): Consent {
  return {
    resourceType: 'Consent',
    ...commonOf(item, telling),
    status: item.struck ? 'entered-in-error' : item.offer ? 'proposed' : 'active',
    scope: { coding: [{ system: THEIRS.consentScope, code: 'adr' }] },
    category: [{ coding: [{ system: THEIRS.consentCategory, code: 'acd' }] }, kindOf(item, telling)],
    patient: subjectOf(telling),
    dateTime: item.writtenAt.toISOString(),
    performer: [{ display: item.writtenBy }],
    sourceAttachment: {
      contentType: 'text/plain; charset=utf-8',
      language: item.language,
      data: Buffer.from(item.words).toString('base64'),
    },
    policyRule: { coding: [{ system: THEIRS.consentPolicy, code: 'cric' }] },
  }
}

interface Common {
  readonly id: string
  readonly meta: Meta
  readonly language: string
  readonly text: Narrative
  readonly extension: Extension[]
}

/** What every item has: which version of whose, when, how private, and what FHIR has no place for. */
function commonOf(item: PlanItem, telling: Telling): Common {
  const { say } = telling
  const { state, struck, offer } = item
  const facts = factsAs(OUR.item, {
    kind: item.kind,
    partOf: item.partOf,
    ownerId: item.ownerId,
    ownerCode: item.ownerCode,
    dueOn: item.dueOn,
    helpedBy: item.helpedBy,
    details: item.details,
    writtenBy: item.writtenBy,
    writtenById: item.writtenById,
    writtenAs: item.writtenAs,
    state: state && {
      state: state.state,
      words: state.words,
      saidBy: state.saidBy,
      saidAt: state.saidAt.toISOString(),
    },
    struck: struck && {
      because: struck.because,
      why: struck.why,
      struckBy: struck.struckBy,
      struckAt: struck.struckAt.toISOString(),
    },
    offer: offer && {
      why: offer.why,
      offeredBy: offer.offeredBy,
      offeredById: offer.offeredById,
      offeredAt: offer.offeredAt.toISOString(),
    },
  })
  return {
    id: item.id,
    meta: {
      versionId: String(item.version),
      lastUpdated: item.writtenAt.toISOString(),
      security: [coded(OUR.dataClass, item.dataClass, say.code('dataClass', item.dataClass))],
    },
    language: say.language,
    text: narrativeOf([item], telling),
    extension: [facts],
  }
}

function kindOf({ kind }: PlanItem, { say }: Telling): { coding: ReturnType<typeof coded>[] } {
  return { coding: [coded(OUR.kind, kind, say.code('planKind', kind))] }
}
