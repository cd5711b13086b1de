import { fold } from '#ground/fhir/search/fold.ts'
import { codesIn } from '#ground/fhir/terminology/codes-in.ts'
import { membersOf } from '#ground/fhir/terminology/members.ts'
import type { Terminology } from '#ground/fhir/terminology/terminology.ts'
import { validateInSet } from '#ground/fhir/terminology/validate-code.ts'
import { shown, type Visit } from '../visit.ts'
import type { Binding } from './constraint.ts'
import type { Placed } from './placed.ts'

interface Coded {
  readonly system?: string
  readonly code?: string
  readonly display?: string
}

/**
 * That a code is of the value set that a profile names. One coding of a concept is enough; words alone are left to FHIR.
 * Where nobody here can tell, the code is taken on trust. Of a set that may be gone beyond (`extensible`) it is a warning:
 * whether one of its codes fits is for whoever sends it to say. Source: FHIR R4, terminologies.html, strength.
 */
export function checkCodes({ set, isRequired }: Binding, placed: Placed, terminology: Terminology, visit: Visit): void {
  const codings = codingsOf(placed.type, placed.value)
  if (codings.length === 0 || codings.some(one => isIn(set, one, terminology) !== false)) return
  const codes = codings.map(({ code }) => shown(code)).join(', ')
  if (isRequired) {
    visit.find('unknownCode', `${codes} is not in ${set}`)
    return
  }
  const fits = sameByName(set, codings, terminology)
  const instead = fits === undefined ? 'take one of it where one fits' : `${shown(fits)} there is called the same`
  visit.find('otherCode', `${codes} is not in ${set}: ${instead}`, undefined, 'warning')
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

/** A code of the set that has the name of one of these: it fits. */
function sameByName(url: string, codings: readonly Coded[], terminology: Terminology): string | undefined {
  const names = new Set(codings.flatMap(({ display }) => (typeof display === 'string' ? fold(display) : [])))
  const set = names.size === 0 ? undefined : terminology.findSet(url)
  const members = set && membersOf(terminology, set)
  if (!members?.ok) return undefined
  const all = [...members.value.values()]
  return all.find(({ display }) => display !== undefined && names.has(fold(display)))?.code
}
