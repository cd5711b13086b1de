import { listAt, textAt, valueAt } from '../any.ts'
import { type Line, lineOf, plainLine, wordsOf } from './line.ts'
import { type Rest, restOf } from './rest.ts'
import { Taking } from './taking.ts'

/** A care plan of anybody’s, as far as it can be shown to people. */
export interface ReadCarePlan {
  readonly title: string | undefined
  /** Who it is about, in its own words. */
  readonly about: string | undefined
  readonly by: string | undefined
  /** ISO 8601, as precise as it was given. */
  readonly writtenOn: string | undefined
  readonly status: string | undefined
  readonly needs: readonly Line[]
  readonly goals: readonly Line[]
  readonly activities: readonly Line[]
  readonly team: readonly Line[]
  readonly others: readonly Line[]
  readonly notes: readonly string[]
}

/** What a file holds: every care plan in it, and everything besides, down to the last value. */
export interface ReadCarePlans {
  readonly plans: readonly ReadCarePlan[]
  readonly rest: readonly Rest[]
}

export type CarePlansProblem =
  /** No JSON in UTF-8. */
  | 'otherPlan.notJson'
  /** No FHIR resource. */
  | 'otherPlan.notFhir'
  | 'otherPlan.tooDeep'
  /** FHIR, and nothing in it is a care plan. */
  | 'otherPlan.noPlan'

/** FHIR nests some ten deep; what nests deeper is made to hurt. */
const DEPTH_MAX = 60

/**
 * Reads other people’s care plans: one by itself, or in a bundle of whichever kind. What is shown and what is left over
 * are together all of it.
 */
export function readCarePlans(bytes: Uint8Array): ReadCarePlans | CarePlansProblem {
  const json = parsed(bytes)
  if (json === undefined) return 'otherPlan.notJson'
  if (isDeeperThan(json, DEPTH_MAX)) return 'otherPlan.tooDeep'
  if (textAt(json, 'resourceType') === undefined || Array.isArray(json)) return 'otherPlan.notFhir'
  const entries = entriesOf(json)
  const carePlans = entries.filter(({ resource }) => textAt(resource, 'resourceType') === 'CarePlan')
  if (carePlans.length === 0) return 'otherPlan.noPlan'
  const taking = new Taking()
  const plans = carePlans.map(({ resource }) => carePlanOf(resource, { entries, taking }))
  const isBundle = textAt(json, 'resourceType') === 'Bundle'
  const rest = entries.map(({ resource }) => restOf(resource, taking))
  const around = isBundle ? [restOf(withoutResources(json), taking)] : []
  return { plans, rest: [...around, ...rest].filter(({ leaves }) => leaves.length > 0) }
}

interface Entry {
  readonly fullUrl: string | undefined
  readonly resource: unknown
}

function entriesOf(json: unknown): Entry[] {
  if (textAt(json, 'resourceType') !== 'Bundle') return [{ fullUrl: undefined, resource: json }]
  return listAt(json, 'entry').flatMap(entry => {
    const resource = valueAt(entry, 'resource')
    return typeof resource === 'object' && resource !== null ? [{ fullUrl: textAt(entry, 'fullUrl'), resource }] : []
  })
}

/** The bundle itself: its head, and of each entry what is not its resource. */
function withoutResources(bundle: unknown): unknown {
  const entry = listAt(bundle, 'entry').map(one =>
    typeof one === 'object' && one !== null && typeof valueAt(one, 'resource') === 'object'
      ? { ...one, resource: undefined }
      : one,
  )
  return JSON.parse(JSON.stringify({ ...(bundle as object), entry }))
}

interface Within {
  readonly entries: readonly Entry[]
  readonly taking: Taking
}

function carePlanOf(plan: unknown, within: Within): ReadCarePlan {
  const { taking } = within
  const lines = (...path: string[]) => listAt(plan, ...path).flatMap(reference => lineAt(plan, reference, within) ?? [])
  const activities = listAt(plan, 'activity').flatMap(activity => activityOf(plan, activity, within))
  return {
    title: taking.text(plan, 'title') ?? taking.concept(plan, 'category'),
    about: nameAt(plan, valueAt(plan, 'subject'), within),
    by: nameAt(plan, valueAt(plan, 'author') ?? valueAt(plan, 'contributor'), within),
    writtenOn: textAt(plan, 'created') ?? textAt(plan, 'period', 'start') ?? textAt(plan, 'meta', 'lastUpdated'),
    status: taking.text(plan, 'status'),
    needs: lines('addresses'),
    goals: lines('goal'),
    activities,
    team: teamOf(plan, within),
    others: lines('supportingInfo'),
    notes: [taking.text(plan, 'description'), ...listAt(plan, 'note').map(note => taking.text(note, 'text'))].filter(
      note => note !== undefined,
    ),
  }
}

/** What a reference says: what it leads to, else the words it has itself. */
function lineAt(holder: unknown, reference: unknown, within: Within): Line | undefined {
  const { taking } = within
  const line = lineOf(resolve(holder, reference, within), taking)
  const display = taking.text(reference, 'display')
  if (line === undefined || display === undefined || display === line.words)
    return line ?? (display === undefined ? undefined : plainLine(display))
  // What the plan itself calls it stands first, and beside it what it is called where it is told.
  return { ...line, words: display, language: undefined, facts: [...line.facts, { name: 'note', value: line.words }] }
}

function activityOf(plan: unknown, activity: unknown, within: Within): Line[] {
  const { taking } = within
  const reference = valueAt(activity, 'reference') ?? valueAt(activity, 'plannedActivityReference')
  const detail = valueAt(activity, 'detail')
  const line = detail === undefined ? lineAt(plan, reference, within) : detailLine(detail, taking)
  const progress = listAt(activity, 'progress').map(one => taking.text(one, 'text'))
  const outcome = listAt(activity, 'outcomeCodeableConcept').map(one => taking.concept(one))
  const facts = [...progress, ...outcome].flatMap(value =>
    value === undefined ? [] : [{ name: 'progress' as const, value }],
  )
  if (line === undefined && facts.length === 0) return []
  return [{ ...plainLine(''), ...line, facts: [...(line?.facts ?? []), ...facts] }]
}

/** Of an activity that is told in the plan itself: its name, and beside it how it is described. */
function detailLine(detail: unknown, taking: Taking): Line | undefined {
  const code = taking.concept(detail, 'code')
  const line = lineOf(detail, taking)
  if (line === undefined || code === undefined || code === line.words) return line
  return { ...line, words: code, facts: [...line.facts, { name: 'note', value: line.words }] }
}

function teamOf(plan: unknown, within: Within): Line[] {
  const { taking } = within
  return listAt(plan, 'careTeam').flatMap(reference => {
    const team = resolve(plan, reference, within)
    if (team === undefined || listAt(team, 'participant').length === 0) return lineAt(plan, reference, within) ?? []
    return listAt(team, 'participant').flatMap(participant => {
      const words = nameAt(team, valueAt(participant, 'member'), within)
      const role = listAt(participant, 'role').flatMap(one => taking.concept(one) ?? [])
      const facts = role.map(value => ({ name: 'role' as const, value }))
      return words === undefined && facts.length === 0 ? [] : [plainLine(words ?? '', facts)]
    })
  })
}

/** Who a reference means: as it says itself, else by the name that what it leads to has. */
function nameAt(holder: unknown, reference: unknown, within: Within): string | undefined {
  const display = within.taking.text(reference, 'display')
  if (display !== undefined) return display
  const found = resolve(holder, reference, within)
  return found === undefined ? undefined : wordsOf(found, within.taking)
}

/** What a reference leads to, in the resource it stands in or in the same bundle. Source: FHIR R4, 2.36.4.1 and 2.3.0.3. */
function resolve(holder: unknown, reference: unknown, { entries }: Within): unknown {
  const text = textAt(reference, 'reference')
  if (text === undefined) return undefined
  if (text.startsWith('#')) return listAt(holder, 'contained').find(one => textAt(one, 'id') === text.slice(1))
  const versionless = text.replace(/\/_history\/.*$/, '')
  return entries.find(({ fullUrl, resource }) => {
    const own = `${textAt(resource, 'resourceType')}/${textAt(resource, 'id')}`
    return fullUrl === versionless || own === versionless || versionless.endsWith(`/${own}`)
  })?.resource
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some(inner => isDeeperThan(inner, depth - 1))
}
