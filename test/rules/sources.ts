import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A file of the repository: its path from the root, with forward slashes, and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** The files that the patterns name, by path. What is generated, fetched or planted at run time is left out. */
export function sourcesIn(...patterns: readonly string[]): Source[] {
  const paths = globSync([...patterns], { cwd: ROOT, exclude: ['**/node_modules/**', 'data/**', GENERATED] })
  return paths
    .map(path => path.replaceAll('\\', '/'))
    .toSorted()
    .map(path => ({ path, text: readFileSync(`${ROOT}${path}`, 'utf8') }))
}

/** Whether a file is there for tests alone: a test, what it stands on, or the published examples it is held against. */
export function isForTests(path: string): boolean {
  return /\.test\.(tsx?|mjs)$|\/test-[\w-]+\.tsx?$|\/example\.ts$|\/fixtures\/|^(test|bench|evidence)\//.test(path)
}

const GENERATED = 'src/ground/db/tables.ts'
