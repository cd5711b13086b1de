import { createHash } from 'node:crypto'
import type { DocumentReference } from 'fhir/r4.js'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type DataClass, isSensitive } from '#record/sharing/vocabulary.ts'
import { OTHER_PLAN_KEY } from '#work/other-plan/other-plan.ts'
import { type About, classFor, type KeepAboutProblem, keep } from '../keep-about.ts'
import type { SentEntry } from './bundle.ts'
import { businessKeyOf, codesOf } from './named.ts'

export type KeepPlanProblem =
  | KeepAboutProblem
  /** A document is read whole or not at all, and this one says things that must be kept apart. */
  | 'fhir.privateMix'

/** What a plan is made of, and what holds it together: as private as the plan itself. */
const OF_THE_PLAN: ReadonlySet<string> = new Set(['Composition', 'CareTeam', 'Goal', 'Task', 'RelatedPerson'])

/** A bundle that holds a care plan, with its bytes as they came. */
export interface SentPlan {
  readonly identifier: string | undefined
  readonly at: Date | undefined
  /** Everything in it but the person and what a directory holds. */
  readonly entries: readonly SentEntry[]
  readonly body: Buffer
}

/** Whether there is a care plan among these. */
export function holdsPlan(entries: readonly SentEntry[]): boolean {
  return entries.some(({ resource }) => resource.resourceType === 'CarePlan')
}

/**
 * Keeps a care plan whole, byte for byte, as a document of its sender: beside the plan here, and no part of it. It is as
 * private as the most private thing in it. Another state of it under the same identifier is a new version.
 */
export async function keepPlan(about: About, sent: SentPlan): Promise<Outcome<undefined, KeepPlanProblem>> {
  const dataClass = await classOfWhole(about, sent.entries)
  if (!dataClass.ok) return dataClass
  const name = sent.identifier ?? createHash('sha256').update(sent.body).digest('hex')
  const what = {
    type: 'DocumentReference',
    businessKey: `${OTHER_PLAN_KEY}${name}`,
    dataClass: dataClass.value,
  } as const
  const at = sent.at ?? about.tx.now
  await keep(about, what, at, () => documentOf(about, sent.body, at))
  return done(undefined)
}

async function classOfWhole(about: About, entries: readonly SentEntry[]): Promise<Outcome<DataClass, KeepPlanProblem>> {
  const plan = new Set<DataClass>()
  const all = new Set<DataClass>()
  for (const entry of entries) {
    const type = entry.resource.resourceType
    if (OF_THE_PLAN.has(type)) continue
    const rules = about.sender.classes.resources
    const thing = {
      type: 'Basic',
      businessKey: businessKeyOf(entry) ?? '',
      rules,
      codes: codesOf(entry.resource),
    } as const
    const dataClass = await classFor(about, thing)
    if (!dataClass.ok) return dataClass
    all.add(dataClass.value)
    if (type === 'CarePlan') plan.add(dataClass.value)
  }
  const sensitive = [...all].filter(isSensitive)
  const [own = [...all][0]] = [...plan]
  const [only] = sensitive
  if (sensitive.length > 1 || own === undefined) return refused('fhir.privateMix')
  return done(only ?? own)
}

function documentOf({ subject, sender }: About, body: Buffer, at: Date): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    status: 'current',
    type: { coding: [{ system: 'http://snomed.info/sct', code: '734163000', display: 'Care plan' }] },
    subject,
    date: at.toISOString(),
    author: [{ display: sender.application }],
    custodian: { reference: `Organization/${sender.organisationId}` },
    content: [
      { attachment: { contentType: 'application/fhir+json', size: body.length, data: body.toString('base64') } },
    ],
  }
}
