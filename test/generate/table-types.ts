import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** A day stays text, names are as the code writes them, and sequence numbers are numbers: as the store reads them. */
const OPTIONS = [
  '--dialect',
  'postgres',
  '--date-parser',
  'string',
  '--camel-case',
  '--type-mapping',
  '{"int8":"number"}',
]

/** The types of the rows of every table and view, as Kysely wants them. */
export async function tableTypes(url: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cydofal-tables-'))
  const file = join(folder, 'tables.ts')
  const program = fileURLToPath(new URL('../../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url))
  try {
    await promisify(execFile)(process.execPath, [program, ...OPTIONS, '--url', url, '--out-file', file])
    return readFileSync(file, 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
