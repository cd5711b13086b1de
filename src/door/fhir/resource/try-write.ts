import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import { referencesIn } from '#ground/fhir/references-in.ts'
import type { Caller } from '#record/chart/store/caller.ts'
import { deleteFromChart } from '#record/chart/store/delete.ts'
import { noteAsked } from '#record/chart/store/note-asked.ts'
import { type Named, namedBy } from '#record/chart/store/place.ts'
import type { ToWrite } from '#record/chart/store/to-write.ts'
import type { FhirMeans } from '../means.ts'
import { FhirProblem } from '../problem.ts'
import { writeOne } from './write.ts'
import { writeProblem } from './write-problem.ts'

/**
 * Why something would not be written or deleted, as it would be answered; undefined where it would be. It is done and undone,
 * so that the answer is that of doing it. Only that it was asked stays, in the trail of whom it could tell something of. Use in
 * `transactionInTurn`.
 */
export async function whyNotWritten(
  tx: Tx,
  caller: Caller,
  asked: ToWrite | { readonly method: 'delete'; readonly named: Named },
  means: FhirMeans,
): Promise<FhirProblem | undefined> {
  const base = `${means.origin()}/fhir`
  const references = 'resource' in asked ? referencesIn(asked.resource) : []
  const names = references.flatMap(reference => namedBy(reference, base) ?? [])
  await noteAsked(tx, caller, [...(asked.named ? [asked.named] : []), ...names])
  tx.send(sql`savepoint tried`)
  const problem = await problemOf(tx, caller, asked, means)
  tx.send(sql`rollback to savepoint tried`)
  return problem
}

async function problemOf(
  tx: Tx,
  caller: Caller,
  asked: Parameters<typeof whyNotWritten>[2],
  means: FhirMeans,
): Promise<FhirProblem | undefined> {
  try {
    const outcome =
      'resource' in asked ? await writeOne(tx, caller, asked, means) : await deleteFromChart(tx, caller, asked.named)
    return outcome.ok ? undefined : writeProblem(outcome.problem)
  } catch (fault) {
    if (fault instanceof FhirProblem) return fault
    throw fault
  }
}
