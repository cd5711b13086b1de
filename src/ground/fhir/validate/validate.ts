import { checkResource } from './check-type.ts'
import { isFields } from './fields.ts'
import type { Issue } from './issue.ts'
import { judgeByProfiles } from './profile/by-profiles.ts'
import type { Profile, Profiles } from './profile/profiles.ts'
import { Visit } from './visit.ts'

export type { Issue, IssueProblem } from './issue.ts'

/**
 * What is wrong with a resource by FHIR R4 (4.0.1): its elements, how many there are, their types, the values of primitives,
 * required codes, the form of references, and the rules of each type. Nothing when it is as R4 wants it. The value is what a reader of JSON gives; it is
 * not changed, and nothing makes this throw. With `profiles`, what has R4's form is judged by those as well: what is turned on for its
 * type, what it says it keeps to, the definitions of its extensions, and `profile` besides. Without `rules` it is the form alone, for a fraction of the time. The checks of a type are made when its first resource comes.
 */
export function validate(resource: unknown, { rules = true, profiles, profile }: How = {}): Issue[] {
  const visit = new Visit(resource, rules)
  visit.enter(nameOf(resource))
  checkResource(resource, visit)
  if (profiles !== undefined && visit.malformed === 0) judgeByProfiles(resource, profiles, profile, visit)
  return visit.issues
}

interface How {
  readonly rules?: boolean
  readonly profiles?: Profiles | undefined
  readonly profile?: Profile | undefined
}

function nameOf(resource: unknown): string {
  const type = isFields(resource) ? resource.resourceType : undefined
  return typeof type === 'string' && /^[A-Za-z]{1,64}$/.test(type) ? type : 'Resource'
}
