import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Store } from '#ground/db/store.ts'

/**
 * Compares what came about with what somebody has read and found right: the JSON file beside a message. Identifiers
 * differ from run to run and are written by the order in which they are met (`id-1`). Where there is no file yet, it is
 * written and the test fails, so that nobody commits what nobody has read; `GOLDEN=write npm test -- FILE` writes all anew.
 */
export function matchesGolden(file: URL, came: unknown): void {
  const text = `${JSON.stringify(namedByOrder(came), undefined, 2)}\n`
  const known = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (process.env.GOLDEN === 'write' || known === undefined) writeFileSync(file, text)
  if (known === undefined) assert.fail(`${file.pathname} is new: read it, and run the test again`)
  if (process.env.GOLDEN !== 'write') assert.equal(text, known)
}

/** The resources that a message wrote, in the order of their types and keys, with how private each is. */
export async function resourcesWritten(store: Store, controlId: string): Promise<unknown[]> {
  return await store.db
    .selectFrom('resourceVersion as version')
    .innerJoin('message', 'message.id', 'version.messageId')
    .innerJoin('resource', 'resource.id', 'version.resourceId')
    .select(['resource.businessKey', 'version.dataClass', 'version.version', 'version.content'])
    .where('message.controlId', '=', controlId)
    .orderBy('resource.type')
    .orderBy('resource.businessKey')
    .execute()
}

function namedByOrder(came: unknown): unknown {
  const names = new Map<string, string>()
  const text = JSON.stringify(came).replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}/g, id => {
    const name = names.get(id) ?? `id-${names.size + 1}`
    names.set(id, name)
    return name
  })
  return JSON.parse(text)
}
