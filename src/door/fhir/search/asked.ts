import type { FastifyRequest } from 'fastify'
import { wayIntoPatient } from '#ground/fhir/definitions/patient-compartment.ts'
import type { Criterion } from '#ground/fhir/search/query/criterion.ts'
import { NotSearched } from '#ground/fhir/search/query/not-searched.ts'
import { readSearch, type Search } from '#ground/fhir/search/query/search.ts'
import type { Named } from '#record/chart/store/place.ts'
import type { FhirMeans } from '../means.ts'
import { FhirProblem } from '../problem.ts'
import { isKept } from '../resource/types.ts'
import { type Letter, onlyAbout } from '../token/scope.ts'
import { problemOf } from './search-problem.ts'
import { searchTerminology } from './terminology.ts'

/** Where a search is asked: of one type or of several, and within whose compartment. */
export interface Where {
  readonly type: string | undefined
  readonly patient?: string
  /** Whether leniency would do more than it says: something is done by what is found. */
  readonly isStrict?: boolean
}

/** A search as it was asked, within what the token was given for. */
export interface AskedSearch {
  readonly search: Search
  /** The one person whose record is searched, where the question names one. */
  readonly about: Named | undefined
  /** The one person whom the token is for, where it is for one. */
  readonly only: string | undefined
}

/** Read everywhere, and meant for how an answer is written. */
const APART = new Set(['_format', '_pretty'])

/** Reads what is searched. Throws what is wrong with it, and where the token was not given for one of the types it goes by. */
export function searchAsked(
  request: FastifyRequest,
  { origin, store, terminology }: FhirMeans,
  { type, patient, isStrict }: Where,
  query: FastifyRequest['fhir']['query'],
): AskedSearch {
  const base = `${origin()}/fhir`
  try {
    const search = readSearch({
      type,
      query: query.filter(([name]) => !APART.has(name)),
      isLenient: isStrict !== true && request.fhir.isLenient,
      isServed: isKept,
      base,
      now: store.clock.now(),
      terminology: searchTerminology(terminology),
    })
    const types = [...search.types, ...typesIn([...search.criteria.values()])]
    const only = types.map(one => onlyAbout(request.fhir.bearer, one, 's')).find(one => one !== undefined)
    const within = patient === undefined ? search : inCompartment(search, patient)
    return { search: within, about: patient === undefined ? aboutIn(search) : { type: 'Patient', id: patient }, only }
  } catch (fault) {
    throw fault instanceof NotSearched ? problemOf(fault) : fault
  }
}

/** Every other type that something is asked of. */
function typesIn(criteria: readonly Criterion[]): string[] {
  return criteria.flatMap(criterion => {
    switch (criterion.is) {
      case 'all':
      case 'any':
        return typesIn(criterion.of)
      case 'not':
        return typesIn([criterion.of])
      case 'chain':
      case 'has':
        return [criterion.type, ...typesIn([criterion.of])]
      case 'within':
        return [criterion.type]
      default:
        return []
    }
  })
}

/** Whether what is included may be sent by this token. What may not is as if it were not open. */
export function mayInclude(
  request: FastifyRequest,
  only: string | undefined,
  letter: Letter = 's',
): (type: string) => boolean {
  const known = new Map<string, boolean>()
  return type => {
    const isKnown = known.get(type) ?? isAsked(request, type, { only, letter })
    known.set(type, isKnown)
    return isKnown
  }
}

function isAsked(
  request: FastifyRequest,
  type: string,
  { only, letter }: { readonly only: string | undefined; readonly letter: Letter },
): boolean {
  if (!isKept(type)) return false
  try {
    const bound = onlyAbout(request.fhir.bearer, type, letter)
    return bound === undefined || bound === only
  } catch (fault) {
    if (fault instanceof FhirProblem) return false
    throw fault
  }
}

/** Only what is about that Patient, by the parameters that FHIR puts into their compartment. */
function inCompartment(search: Search, patient: string): Search {
  const criteria = new Map(
    [...search.criteria].map(([type, criterion]): [string, Criterion] => [
      type,
      { is: 'all', of: [isAbout(type, patient), criterion] },
    ]),
  )
  return { ...search, criteria }
}

function isAbout(type: string, patient: string): Criterion {
  const test = { kind: 'reference', type: 'Patient', id: patient } as const
  if (type === 'Patient') return { is: 'id', id: patient }
  const by = [...(wayIntoPatient(type)?.by.keys() ?? [])]
  return { is: 'any', of: by.map(rows => ({ is: 'value', rows, test })) }
}

/** The one Patient whom a search names by what its resources are about. */
function aboutIn({ criteria }: Search): Named | undefined {
  const [only, another] = [...criteria.values()]
  if (only?.is !== 'all' || another !== undefined) return undefined
  const named = only.of.flatMap(criterion => {
    if (criterion.is !== 'value' || criterion.test.kind !== 'reference') return []
    const { rows, test } = criterion
    return (rows === 'patient' || rows === 'subject') && (test.type ?? 'Patient') === 'Patient' ? [test.id] : []
  })
  return named[0] === undefined ? undefined : { type: 'Patient', id: named[0] }
}
