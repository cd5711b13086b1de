import type { Outcome } from '#ground/outcome.ts'
import type { WriteProblem } from '#record/chart/store/to-write.ts'
import { writeProblem } from '../resource/write-problem.ts'

/** What was done. Thrown while the transaction runs where it was not: all of it is undone. */
export function taken<Value>(outcome: Outcome<Value, WriteProblem>): Value {
  if (!outcome.ok) throw writeProblem(outcome.problem)
  return outcome.value
}
