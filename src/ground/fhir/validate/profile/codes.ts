import { codesIn } from '#ground/fhir/terminology/codes-in.ts'
import type { Terminology } from '#ground/fhir/terminology/terminology.ts'
import { validateInSet } from '#ground/fhir/terminology/validate-code.ts'
import { shown, type Visit } from '../visit.ts'
import type { Placed } from './placed.ts'

interface Coded {
  readonly system?: string
  readonly code?: string
}

/**
 * That a code is of the value set that a profile requires. One coding of a concept is enough; words alone are left to
 * FHIR. Where nobody here can tell, the code is taken on trust.
 */
export function checkCodes(url: string, { type, value }: Placed, terminology: Terminology, visit: Visit): void {
  const codings = codingsOf(type, value)
  if (codings.length === 0 || codings.some(one => isIn(url, one, terminology) !== false)) return
  visit.find('unknownCode', `${codings.map(({ code }) => shown(code)).join(', ')} is not in ${url}`)
}

function codingsOf(type: string, value: unknown): Coded[] {
  if (type === 'CodeableConcept') return ((value as { coding?: Coded[] }).coding ?? []).filter(one => one?.code)
  if (typeof value === 'string') return [{ code: value }]
  const coded = (value ?? {}) as Coded
  return coded.code === undefined ? [] : [coded]
}

/** Undefined: nobody here can tell. */
function isIn(url: string, { system, code = '' }: Coded, terminology: Terminology): boolean | undefined {
  const all = codesIn(terminology, url)
  if (all.ok) {
    const systems = system === undefined ? [...all.value.values()] : [all.value.get(system)]
    if (systems.some(codes => codes?.has(code))) return true
  }
  const set = terminology.findSet(url)
  if (set === undefined) return undefined
  const asked = { system, code, display: undefined }
  const told = validateInSet(terminology, set, asked, { language: undefined, abstractToo: true })
  return told.ok ? told.value.valid || told.value.because === 'inSeveralSystems' : undefined
}
