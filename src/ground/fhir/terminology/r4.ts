import { lines } from '#ground/fhir/definitions/lines.ts'
import { type Terminology, type TerminologyResource, terminologyOf } from './terminology.ts'

/** What FHIR R4 itself needs, without prose. Read once, when it is first asked for. */
export function r4Terminology(): Terminology {
  r4 ??= terminologyOf(r4Resources())
  return r4
}

/** The resources of which it is made. */
export function r4Resources(): TerminologyResource[] {
  return lines<TerminologyResource>('terminology')
}

let r4: Terminology | undefined
