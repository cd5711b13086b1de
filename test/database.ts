import { after } from 'node:test'
import { type Contents, Databases, type FreshDatabase } from './databases.ts'

export type { Contents, FreshDatabase }

/**
 * A database for one test file. What was not dropped by then is dropped, and the server stopped, after the last test of
 * the process; the hooks of the files may run later still, and find nothing left to drop.
 */
export async function freshDatabase(contents: Contents): Promise<FreshDatabase> {
  databases ??= new Databases()
  return databases.fresh(contents)
}

let databases: Databases | undefined

/** For a process that no test runner ends: drops every database it made and stops the server. */
export async function endDatabases(): Promise<void> {
  await databases?.end()
  databases = undefined
}

after(endDatabases)
