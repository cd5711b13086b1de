import { createHash } from 'node:crypto'
import type { CarePlan } from 'fhir/r4.js'
import { aboutMeId } from './about-me.ts'
import { OUR, THEIRS } from './names.ts'
import { narrativeOf } from './narrative.ts'
import { RESOURCE_OF_KIND, referenceTo, subjectOf } from './refer.ts'
import { teamId } from './team.ts'
import type { Telling } from './telling.ts'

/**
 * The plan itself, which points at its parts: needs, goals, what is done, and the rest. Its version is told by what is in
 * it: a number that counts would tell how much there is besides what this reader is shown.
 */
export function carePlanOf(telling: Telling): CarePlan {
  const { plan, say } = telling
  const of = (type: string) => plan.items.filter(({ kind }) => RESOURCE_OF_KIND[kind] === type).map(referenceTo)
  const needs = of('Condition')
  const goals = of('Goal')
  const tasks = of('Task')
  const aboutMe = plan.aboutMe.map(part => ({ reference: `Observation/${aboutMeId(part)}` }))
  const others = [...aboutMe, ...of('Observation'), ...of('Flag'), ...of('Consent')]
  const latest = plan.items
    .map(({ writtenAt }) => writtenAt.toISOString())
    .toSorted()
    .at(-1)
  const carePlan: CarePlan = {
    resourceType: 'CarePlan',
    id: plan.planId,
    language: say.language,
    text: narrativeOf(plan.items, telling),
    identifier: [{ system: OUR.plan, value: plan.planId }],
    status: 'active',
    intent: 'plan',
    category: [{ coding: [THEIRS.carePlan] }],
    title: titleOf(telling),
    subject: subjectOf(telling),
    author: subjectOf(telling),
    careTeam: [{ reference: `CareTeam/${teamId(telling)}` }],
    ...(needs.length > 0 && { addresses: needs }),
    ...(others.length > 0 && { supportingInfo: others }),
    ...(goals.length > 0 && { goal: goals }),
    ...(tasks.length > 0 && { activity: tasks.map(reference => ({ reference })) }),
  }
  const versionId = createHash('sha256')
    .update(JSON.stringify([plan.aboutMe, plan.items]))
    .digest('hex')
    .slice(0, 16)
  return { ...carePlan, meta: { versionId, ...(latest && { lastUpdated: latest }) } }
}

/** What the plan is called, in the reader's language. */
export function titleOf({ plan: { banner }, say }: Telling): string {
  return banner.name === '' ? say('plan.nameless') : say('plan.of', { name: banner.name })
}
