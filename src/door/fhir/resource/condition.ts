import type { FastifyRequest } from 'fastify'
import { isResult } from '#ground/fhir/search/query/search.ts'
import type { Condition } from '#record/chart/search/match.ts'
import { QUERY_BYTES_MAX } from '../asked.ts'
import type { FhirMeans } from '../means.ts'
import { conditionEmpty, queryTooLong, unknownParameter } from '../problem.ts'
import { searchAsked } from '../search/asked.ts'

/**
 * The condition that a query sets for resources of a type. Throws where the token is not for searching them, and what is
 * wrong with the query: never lenient, because what is done would go by what is left of it.
 */
export function conditionAsked(
  request: FastifyRequest,
  means: FhirMeans,
  type: string,
  query: FastifyRequest['fhir']['query'],
): Condition {
  const { search, about, only } = searchAsked(request, means, { type, isStrict: true }, query)
  const besides = search.used.find(([name]) => isResult(name))
  if (besides !== undefined) throw unknownParameter(besides[0])
  if (search.used.length === 0) throw conditionEmpty()
  const asked = search.used.map(pair => JSON.stringify(pair)).toSorted()
  return { search, about, only, text: `${type} ${asked.join(' ')}` }
}

/** The same of a query as text: that of a header, or of an entry of a bundle. */
export function conditionIn(request: FastifyRequest, means: FhirMeans, type: string, text: string): Condition {
  if (text.length > QUERY_BYTES_MAX) throw queryTooLong(QUERY_BYTES_MAX)
  return conditionAsked(request, means, type, [...new URLSearchParams(text)])
}

/** What a condition would be, where there is one. */
export function conditionOrNone(
  request: FastifyRequest,
  means: FhirMeans,
  type: string,
  text: string | string[] | undefined,
): Condition | undefined {
  return text === undefined ? undefined : conditionIn(request, means, type, String(text))
}
