import type { FastifyRequest } from 'fastify'
import { TooMuchIncluded } from '#record/chart/search/include.ts'
import { readForDocument } from '#record/chart/whole/document.ts'
import { onLines } from '../answer.ts'
import type { FhirMeans } from '../means.ts'
import { operationAsked } from '../operation/asked.ts'
import { notFound, searchTooMuch, wrongValue } from '../problem.ts'
import { readingAs } from '../resource/as-any-caller.ts'
import { namedAsked } from '../resource/asked-type.ts'
import { keptTypes } from '../resource/types.ts'
import { mayInclude } from '../search/asked.ts'
import { documentBundle } from './bundle.ts'

const SERVED = new Set(['persist'])

/**
 * A Composition of the chart as a document in JSON, with all that it refers to and is open to whoever asks. Nothing is kept:
 * `persist` may be false alone. Source: FHIR R4, Composition-document.
 */
export async function documentAnswer(request: FastifyRequest, means: FhirMeans, id: string): Promise<string> {
  const named = namedAsked(request, { type: 'Composition', id }, 'r')
  if (operationAsked(request, SERVED).truth('persist') === true) throw wrongValue('persist')
  const types = keptTypes().filter(mayInclude(request, request.fhir.onlyAbout, 'r'))
  const here = `${means.origin()}/fhir`
  const read = await readingAs(request, means, async ({ tx, ...caller }) => {
    const id = tx.newId()
    const found = await readForDocument(tx, caller, named, { types, base: here })
    return found && { ...found, at: tx.now, id }
  }).catch((fault: unknown) => {
    throw fault instanceof TooMuchIncluded ? searchTooMuch('entry') : fault
  })
  // Thrown when the transaction has committed: what was asked stays written.
  if (read === undefined) throw notFound()
  const { composition, rest, at, id: documentId } = read
  const entries = [composition, ...rest].map(found => ({ found }))
  return onLines(request, documentBundle(entries, { here, at, id: documentId }))
}
