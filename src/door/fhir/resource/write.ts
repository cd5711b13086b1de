import type { FastifyRequest } from 'fastify'
import { type ToWrite, type Written, writeChart } from '#record/chart/store/write.ts'
import type { FhirMeans } from '../means.ts'
import { keepPatient } from '../patient/keep.ts'
import { writingAs } from './as-any-caller.ts'
import { writeProblem } from './write-problem.ts'

/** Writes what an app asks for, in one transaction. Throws why not, as it is answered. */
export async function writeAsked(
  request: FastifyRequest,
  means: FhirMeans,
  asked: Omit<ToWrite, 'base'>,
): Promise<Written> {
  const base = `${means.origin()}/fhir`
  const write = asked.resource.resourceType === 'Patient' ? keepPatient : writeChart
  const outcome = await writingAs(request, means, ({ tx, ...caller }) => write(tx, caller, { ...asked, base }))
  // Thrown when the transaction has committed: that it was asked stays in the trail.
  if (!outcome.ok) throw writeProblem(outcome.problem)
  return outcome.value
}
