import { type ConfigFaults, sayFault } from '#config'
import type { EmbeddedProblem } from '#ground/db/embedded/problem.ts'
import type { MigrateProblem } from '#ground/db/migrate.ts'
import type { ReachProblem } from '#ground/db/reach.ts'
import type { Key, Say } from '#ground/language/say.ts'
import type { ServeProblem } from './serve.ts'
import type { TrailKeyProblem } from './trail-key.ts'

/** Why Cydofal did not start. */
export type StartProblem =
  | { readonly code: 'settingsWrong'; readonly faults: ConfigFaults }
  | EmbeddedProblem
  | MigrateProblem
  | ReachProblem
  | ServeProblem
  | TrailKeyProblem

/** One sentence that says what to do; for settings, one for each that is wrong. */
export function sayProblem(say: Say, problem: StartProblem): string {
  if (problem.code === 'settingsWrong') {
    return problem.faults.map(fault => sayFault(say, fault)).join('\n')
  }
  const { code, ...args } = problem
  return (say as unknown as (key: Key, args: object) => string)(`start.${code}`, args)
}
