import type { Reference } from 'fhir/r4.js'
import type { Clinician } from '#ground/hl7/stated.ts'
import { type Naming, systemOf } from './naming.ts'
import { readable } from './readable.ts'

/** Somebody at the sender's, by name and the sender's own number: they are nobody's record here. */
export function referenceTo({ code, family, given, prefix }: Clinician, naming: Naming): Reference {
  const display = [prefix, given, family].flatMap(part => (part === undefined ? [] : [readable(part)])).join(' ')
  return {
    ...(code !== undefined && { identifier: { system: systemOf(naming, undefined), value: code } }),
    ...(display !== '' && { display }),
  }
}
