import type { FastifyRequest } from 'fastify'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import { type Condition, holdConditions } from '#record/chart/search/match.ts'
import type { Caller } from '#record/chart/store/caller.ts'
import type { ToWrite, WriteProblem, Written } from '#record/chart/store/to-write.ts'
import { writeChart } from '#record/chart/store/write.ts'
import type { FhirMeans } from '../means.ts'
import { ONE_VERSION, writingOnce } from '../once/writing-once.ts'
import { keepPatient } from '../patient/keep.ts'
import type { AnyCaller } from './as-any-caller.ts'
import { toWriteBy } from './conditional.ts'
import { writeProblem } from './write-problem.ts'

/** Writes what an app asks for, on a condition where it sets one, in one transaction. Throws why not, as it is answered. */
export async function writeAsked(
  request: FastifyRequest,
  means: FhirMeans,
  asked: ToWrite,
  condition?: Condition,
): Promise<Written> {
  const write = async ({ tx, ...caller }: AnyCaller): Promise<Outcome<Written, WriteProblem>> => {
    if (condition !== undefined) await holdConditions(tx, [condition])
    const decided = await toWriteBy(tx, caller, asked, condition)
    if (!decided.ok) return decided
    return 'resource' in decided.value ? writeOne(tx, caller, decided.value, means) : done(decided.value)
  }
  const outcome = await writingOnce(request, means, { write, ...ONE_VERSION })
  // Thrown when the transaction has committed: that it was asked stays in the trail.
  if (!outcome.ok) throw writeProblem(outcome.problem)
  return outcome.value
}

/** Writes one resource, a Patient as the record that it is. */
export async function writeOne(
  tx: Tx,
  caller: Caller,
  asked: ToWrite,
  means: Pick<FhirMeans, 'origin'>,
): Promise<Outcome<Written, WriteProblem>> {
  if (asked.resource.resourceType === 'Patient') return keepPatient(tx, caller, asked)
  const written = await writeChart(tx, caller, [asked], `${means.origin()}/fhir`)
  return written.ok ? done(written.value[0]!) : written
}
