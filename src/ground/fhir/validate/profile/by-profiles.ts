import { findType } from '#ground/fhir/definitions/types.ts'
import { isFields, listOf } from '../fields.ts'
import type { Visit } from '../visit.ts'
import { type Holder, judgeExtension } from './extension.ts'
import { judge } from './judge.ts'
import { allIn, isA, type Placed, placedResource } from './placed.ts'
import type { Profile, Profiles } from './profiles.ts'

/**
 * Judges a resource, and each within it, by the profiles that are turned on for its type, by those that it says it keeps to
 * (`meta.profile`, where they are known), and each extension by its own definition. `also` is asked of the outermost. A
 * resource that is contained in another is judged by what it says it keeps to alone: it is a part of that.
 */
export function judgeByProfiles(resource: unknown, profiles: Profiles, also: Profile | undefined, visit: Visit): void {
  if (!isFields(resource)) return
  const placed = placedResource(resource)
  if (also !== undefined && !isA(placed.type, also.type)) {
    visit.by(also.url, () => visit.find('otherType', `It is a profile of ${also.type}.`))
  }
  judgeResource(placed, undefined, { profiles, also }, visit)
}

interface By {
  readonly profiles: Profiles
  readonly also: Profile | undefined
}

function judgeResource(placed: Placed, within: Holder | undefined, { profiles, also }: By, visit: Visit): void {
  visit.inResource(placed.value, () => {
    const meta = isFields(placed.value) ? placed.value.meta : undefined
    const said = listOf(isFields(meta) ? meta.profile : undefined)
    const known = said.flatMap(url => (typeof url === 'string' ? (profiles.find(url) ?? []) : []))
    const all = [
      ...(visit.isContained ? [] : profiles.on(placed.type)),
      ...known,
      ...(also === undefined ? [] : [also]),
    ]
    for (const { url, type, constraint } of new Set(all)) {
      if (isA(placed.type, type)) visit.by(url, () => judge(constraint, placed, profiles, visit))
    }
    walk({ placed, within }, profiles, visit)
  })
}

function walk(holder: Holder, profiles: Profiles, visit: Visit): void {
  for (const inside of allIn(holder.placed)) {
    if (!isFields(inside.value) && !isFields(inside.beside)) continue
    visit.enter(inside.element)
    if (inside.at !== undefined) visit.enter(inside.at)
    if (findType(inside.type)?.kind === 'resource') {
      judgeResource(inside, holder, { profiles, also: undefined }, visit)
    } else {
      if (inside.type === 'Extension') judgeExtension(inside, holder, profiles, visit)
      walk({ placed: inside, within: holder }, profiles, visit)
    }
    if (inside.at !== undefined) visit.leave()
    visit.leave()
  }
}
