import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#ground/db/embedded/start.ts'

/** Runs `work` with the address of an empty database in a folder of its own, and clears both away. */
export async function withDatabase<Value>(work: (url: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'cydofal-bench-'))
  console.log('Starting a database ...')
  const database = await startEmbedded({ folder, say: () => {} })
  if (!database.ok) throw new Error(`no database: ${database.problem.code}`)
  try {
    return await work(database.value.url)
  } finally {
    await database.value.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
