import { createHash } from 'node:crypto'
import type { Columns } from '../bulk/columns.ts'

/** Tells the records that a model was learnt from: the same records in the same order, and no others, have it. */
export function fingerprintOf({ records, fields, facts }: Columns): string {
  const hash = createHash('sha256').update(String(records))
  for (const { numbers, values } of [...fields, facts]) {
    for (const { buffer, byteOffset, byteLength } of [numbers, values.starts, values.bytes]) {
      hash.update(new Uint8Array(buffer, byteOffset, byteLength))
    }
  }
  return hash.digest('hex')
}
