import type { FastifyRequest } from 'fastify'
import type { Doing } from '#record/sharing/doing.ts'
import { look } from '#record/sharing/look.ts'
import { readCarriedPlan } from '#work/plan-document/carried-plan.ts'
import type { Telling } from '#work/plan-document/telling.ts'
import type { InTheirName } from '../as-caller.ts'
import type { FhirMeans } from '../means.ts'

/** What the caller may carry away of somebody's plan. Undefined for whom nothing of it is open, and for nobody. */
export async function carriedFor(
  request: FastifyRequest,
  means: FhirMeans,
  { tx, actor, through, isBeyond }: InTheirName,
  { personId, doing }: { readonly personId: string; readonly doing: Doing },
): Promise<Telling | undefined> {
  if (await isBeyond(personId)) return undefined
  const asking = { doing, place: doing === 'export' ? 'plan-copy' : 'plan', through } as const
  const looked = await look(tx, actor, personId, asking, access => readCarriedPlan(tx, access))
  if (!looked.ok || looked.value === undefined) return undefined
  return { plan: looked.value, origin: means.origin(), say: request.fhir.say }
}
