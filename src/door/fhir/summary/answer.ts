import type { FastifyRequest } from 'fastify'
import { INCLUDED_MAX, TooMuchIncluded } from '#record/chart/search/include.ts'
import { readForSummary } from '#record/chart/whole/summary.ts'
import { onLines } from '../answer.ts'
import type { FhirMeans } from '../means.ts'
import { operationAsked } from '../operation/asked.ts'
import { notFound, searchTooMuch } from '../problem.ts'
import { readingAs } from '../resource/as-any-caller.ts'
import { namedAsked } from '../resource/asked-type.ts'
import { keptTypes } from '../resource/types.ts'
import { mayInclude } from '../search/asked.ts'
import { summaryDocument } from './document.ts'
import { isSummarised, SUMMARY_TYPES } from './sections.ts'

/** How many of one type stand in a summary at most: the latest. */
const EACH_MAX = 200
const NOTHING = new Set<string>()

/**
 * The International Patient Summary of one person, as far as it is open to whoever asks, as a document in JSON and in their
 * language. A type that the token was not given for is as if it were not open. Source: HL7 International Patient Summary 1.1.0,
 * operation `summary`.
 */
export async function summaryAnswer(request: FastifyRequest, means: FhirMeans, id: string): Promise<string> {
  const named = namedAsked(request, { type: 'Patient', id }, 'r')
  operationAsked(request, NOTHING)
  const here = `${means.origin()}/fhir`
  const may = mayInclude(request, request.fhir.onlyAbout, 'r')
  const wanted = {
    types: SUMMARY_TYPES.filter(may),
    eachMax: EACH_MAX,
    along: { types: keptTypes().filter(may), base: here },
    isTold: ({ text }: { readonly text: string }) =>
      isSummarised(JSON.parse(text) as { readonly resourceType: string }),
  }
  const read = await readingAs(request, means, async ({ tx, ...caller }) => {
    const ids = [tx.newId(), tx.newId()] as const
    const found = await readForSummary(tx, caller, named, wanted)
    return found && { found, now: tx.now, ids }
  }).catch((fault: unknown) => {
    throw fault instanceof TooMuchIncluded ? searchTooMuch(String(INCLUDED_MAX)) : fault
  })
  // Thrown when the transaction has committed: what was asked stays written.
  if (read === undefined) throw notFound()
  const { found, now, ids } = read
  return onLines(request, summaryDocument(found, { say: request.fhir.say, here, now, ids }))
}
