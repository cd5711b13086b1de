import type { Criterion } from '#ground/fhir/search/query/criterion.ts'
import { canBeMet } from '#ground/fhir/search/query/meets.ts'
import { NotSearched } from '#ground/fhir/search/query/not-searched.ts'
import { isResult, readSearch } from '#ground/fhir/search/query/search.ts'
import type { FhirMeans } from '../means.ts'
import { wrongValue } from '../problem.ts'
import { isKept } from '../resource/types.ts'
import { searchTerminology } from '../search/terminology.ts'

/** Each begins with its type: what stands between two of them is a comma of the list, and every other one of a value. */
const NEXT = /,(?=[A-Z][A-Za-z]+\?)/

/** The searches of `_typeFilter`, one by one. Source: HL7 Bulk Data Access 2.0, `_typeFilter`. */
export function typeFiltersIn(texts: readonly string[]): string[] {
  return texts.flatMap(text => text.split(NEXT))
}

/** The address of the door, the moment that words like `now` mean, and what codes are answered from. */
interface Around extends Pick<FhirMeans, 'terminology'> {
  readonly base: string
  readonly at: Date
}

/**
 * What the resources of each type must meet, of those types for which anything is asked: any of the searches of its type.
 * Throws at what is no search of a type, and at what cannot be told of a resource as it stood at a moment, by itself.
 */
export function readTypeFilters(filters: readonly string[], around: Around): ReadonlyMap<string, Criterion> {
  const asked = filters.map(filter => {
    const [, type = '', query = ''] = /^([A-Z][A-Za-z]+)\?(.+)$/s.exec(filter) ?? []
    return { type, criterion: criterionOf(type, query, around) }
  })
  return new Map(
    [...Map.groupBy(asked, ({ type }) => type)].map(([type, all]) => [
      type,
      { is: 'any', of: all.map(({ criterion }) => criterion) },
    ]),
  )
}

function criterionOf(type: string, query: string, { base, at, terminology }: Around): Criterion {
  try {
    const search = readSearch({
      type,
      query: [...new URLSearchParams(query)],
      isLenient: false,
      isServed: isKept,
      base,
      now: at,
      terminology: searchTerminology(terminology),
    })
    const criterion = search.criteria.get(type)
    if (criterion === undefined || search.used.length === 0 || search.used.some(([name]) => isResult(name)))
      throw wrongValue('_typeFilter')
    if (!canBeMet(criterion)) throw wrongValue('_typeFilter')
    return criterion
  } catch (fault) {
    throw fault instanceof NotSearched ? wrongValue('_typeFilter') : fault
  }
}
