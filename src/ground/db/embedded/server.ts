import type { Binaries } from './binaries.ts'
import type { DataFolder } from './folder.ts'
import type { EmbeddedProgress } from './problem.ts'
import type { Runner } from './runner.ts'

/** What every act on the embedded server needs: whose data, which programs, run how, opened with what. */
export interface Server {
  readonly folder: DataFolder
  readonly binaries: Binaries
  readonly runner: Runner
  readonly password: string
  readonly say: (progress: EmbeddedProgress) => void
}
