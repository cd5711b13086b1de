import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { regionDefinitions } from '#ground/fhir/terminology/region.ts'
import { type Profiles, profilesOf } from '#ground/fhir/validate/profile/profiles.ts'

/** What UK Core and Data Standards Wales publish, as a region would name it in its settings. */
const FOLDERS = [
  'uk-core/structuredefinitions',
  'uk-core/valuesets',
  'uk-core/codesystems',
  'wales-fhir/Profiles',
  'wales-fhir/Extensions',
  'wales-fhir/ValueSets',
  'wales-fhir/CodeSystems',
]

/**
 * The profiles of UK Core and of Wales, in the folder of material. With those of UK Core turned on that are for all of a type,
 * or none, so that a resource is judged by what it says it keeps to. Undefined where this machine has none of it.
 */
export function regionProfiles(shared: string, turnsOn: 'uk-core' | 'none'): Profiles | undefined {
  const folders = FOLDERS.map(folder => join(shared, folder)).filter(folder => existsSync(folder))
  const read = regionDefinitions(folders)
  if (!read.ok) throw new Error(`cannot be read: ${read.problem.file}`)
  const { structures, terminology } = read.value
  if (structures.length === 0) return undefined
  const turnedOn =
    turnsOn === 'none'
      ? []
      : structures.filter(({ url, type }) => url.endsWith(`/UKCore-${type}`)).map(({ url }) => url)
  const profiles = profilesOf(structures, turnedOn, terminology)
  if (!profiles.ok) throw new Error(`not held: ${profiles.problem}`)
  return profiles.value
}
