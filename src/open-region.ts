import type { Config } from '#config'
import { r4Terminology } from '#ground/fhir/terminology/r4.ts'
import { regionDefinitions } from '#ground/fhir/terminology/region.ts'
import type { Terminology } from '#ground/fhir/terminology/terminology.ts'
import { type Profiles, profilesOf } from '#ground/fhir/validate/profile/profiles.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'

export type RegionWrong =
  /** A file that is no resource of FHIR R4, or a folder that is not there. */
  | { readonly code: 'terminologyWrong'; readonly file: string }
  /** A profile that is turned on and is not in the region's folders, or stands upon what is not. */
  | { readonly code: 'profileNotHeld'; readonly profile: string }

/** What codes are answered from, and what resources are judged by besides FHIR R4 itself. */
export interface OpenRegion {
  terminology(): Terminology
  /** Undefined: the region has no folders of its own. */
  readonly profiles: Profiles | undefined
}

/** Reads the region's own folders now, where it has some; what R4 has when it is first asked for. */
export function openRegion({ FHIR_TERMINOLOGY_DIRS, FHIR_PROFILES }: Config): Outcome<OpenRegion, RegionWrong> {
  const turnedOn = listed(FHIR_PROFILES)
  if (FHIR_TERMINOLOGY_DIRS === undefined) {
    const [profile] = turnedOn
    if (profile !== undefined) return refused({ code: 'profileNotHeld', profile })
    return done({ terminology: r4Terminology, profiles: undefined })
  }
  const read = regionDefinitions(listed(FHIR_TERMINOLOGY_DIRS))
  if (!read.ok) return refused({ code: 'terminologyWrong', file: read.problem.file })
  const { terminology, structures } = read.value
  const profiles = profilesOf(structures, turnedOn, terminology)
  if (!profiles.ok) return refused({ code: 'profileNotHeld', profile: profiles.problem })
  return done({ terminology: () => terminology, profiles: profiles.value })
}

function listed(setting: string | undefined): string[] {
  return (setting ?? '').split(',').flatMap(one => one.trim() || [])
}
