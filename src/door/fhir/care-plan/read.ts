import type { FastifyRequest } from 'fastify'
import type { Bundle, CarePlan } from 'fhir/r4.js'
import { transaction } from '#ground/db/store.ts'
import type { Doing } from '#record/sharing/doing.ts'
import { carePlanOf } from '#work/plan-document/care-plan.ts'
import { findPersonOfPlan } from '#work/plan-document/carried-plan.ts'
import { documentOf } from '#work/plan-document/document.ts'
import type { Telling } from '#work/plan-document/telling.ts'
import { asCaller } from '../as-caller.ts'
import { isId } from '../id.ts'
import type { FhirMeans } from '../means.ts'
import { notFound } from '../problem.ts'
import { queryOf } from '../query.ts'
import { carriedFor } from './carried.ts'

/** One plan by its id, as far as it is open to whoever asks; its parts come in its document, or by a search. */
export async function readCarePlan(request: FastifyRequest, means: FhirMeans, id: string): Promise<CarePlan> {
  return carePlanOf(await openPlan(request, means, { id, doing: 'look' }))
}

/** Whether an id is that of somebody's own plan. Any other CarePlan is one that is kept as a resource. */
export function isPlan({ store }: FhirMeans, id: string): Promise<boolean> {
  return transaction(store, async tx => isId(id) && (await findPersonOfPlan(tx, id)) !== undefined)
}

/** The same as a document that holds all of its parts. Whoever asks takes a copy away. */
export async function readPlanDocument(request: FastifyRequest, means: FhirMeans, id: string): Promise<Bundle> {
  return documentOf(await openPlan(request, means, { id, doing: 'export' }))
}

/** For everybody to whom nothing of it is open it is not found, in the same words as one that does not exist. */
async function openPlan(
  request: FastifyRequest,
  means: FhirMeans,
  { id, doing }: { readonly id: string; readonly doing: Doing },
): Promise<Telling> {
  const telling = await asCaller(request, means, async asking => {
    queryOf(request.fhir, new Set())
    if (!isId(id)) return undefined
    // Asked about nobody, the one who asks is refused as for somebody who does not exist.
    const personId = (await findPersonOfPlan(asking.tx, id)) ?? id
    return carriedFor(request, means, asking, { personId, doing })
  })
  // Thrown when the transaction has committed: what was asked stays written.
  if (telling === undefined) throw notFound()
  return telling
}
