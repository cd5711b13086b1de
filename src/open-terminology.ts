import type { Config } from '#config'
import { r4Terminology } from '#ground/fhir/terminology/r4.ts'
import { regionTerminology } from '#ground/fhir/terminology/region.ts'
import type { Terminology } from '#ground/fhir/terminology/terminology.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'

export interface TerminologyWrong {
  readonly code: 'terminologyWrong'
  readonly file: string
}

/** The terminology that is answered from: read now where the region has folders of its own, else when first asked for. */
export function openTerminology({ FHIR_TERMINOLOGY_DIRS }: Config): Outcome<() => Terminology, TerminologyWrong> {
  if (FHIR_TERMINOLOGY_DIRS === undefined) return done(r4Terminology)
  const read = regionTerminology(FHIR_TERMINOLOGY_DIRS.split(',').map(folder => folder.trim()))
  return read.ok ? done(() => read.value) : refused({ code: 'terminologyWrong', file: read.problem.file })
}
