import type { FastifyRequest } from 'fastify'
import type { ExportAsked } from '#record/chart/bulk/bulk-export.ts'
import type { FhirMeans } from '../means.ts'
import { operationAsked } from '../operation/asked.ts'
import { wrongValue } from '../problem.ts'
import { isKept } from '../resource/types.ts'
import { readTypeFilters, typeFiltersIn } from './type-filter.ts'

/** What is served of the kick-off. Source: HL7 Bulk Data Access 2.0, query parameters. */
const SERVED = new Set(['_outputFormat', '_since', '_type', '_typeFilter'])
const NDJSON = new Set(['application/fhir+ndjson', 'application/ndjson', 'ndjson'])
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/

/** Which types, what of them, since when; a format that is not offered is a wrong value. */
export function exportAsked(
  request: FastifyRequest,
  { origin, terminology }: FhirMeans,
): Pick<ExportAsked, 'since' | 'typeFilters' | 'types'> {
  const asked = operationAsked(request, SERVED)
  const format = asked.text('_outputFormat')
  // A plus in a query has come as a space.
  if (format !== undefined && !NDJSON.has(format.replace(' ', '+'))) throw wrongValue('_outputFormat')
  const types = asked.texts('_type').flatMap(list => list.split(','))
  if (types.some(type => !isKept(type))) throw wrongValue('_type')
  const since = asked.text('_since')?.replace(' ', '+')
  const moment = since !== undefined && MOMENT.test(since) ? new Date(since) : undefined
  if (since !== undefined && (moment === undefined || Number.isNaN(moment.getTime()))) throw wrongValue('_since')
  const typeFilters = typeFiltersIn(asked.texts('_typeFilter'))
  const filtered = [...readTypeFilters(typeFilters, { base: `${origin()}/fhir`, at: new Date(0), terminology }).keys()]
  if (types.length > 0 && !filtered.every(type => types.includes(type))) throw wrongValue('_typeFilter')
  return {
    types: types.length === 0 ? undefined : [...new Set(types)].toSorted(),
    typeFilters: typeFilters.length === 0 ? undefined : typeFilters,
    since: moment,
  }
}
