import { basename } from 'node:path'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '#ground/problem.ts'
import { DROP_BYTES_MAX } from '#work/drop/drop.ts'

/** Bounds of a form that brings a file: one file, and the few fields beside it. */
export const UPLOAD_LIMITS = {
  fileSize: DROP_BYTES_MAX,
  files: 1,
  fields: 5,
  fieldSize: 1000,
  fieldNameSize: 100,
  parts: 6,
  headerPairs: 20,
} as const

/** The same bounds, of another size. */
export type UploadLimits = Readonly<Record<keyof typeof UPLOAD_LIMITS, number>>

/** A form that brought a file, or did not. */
export interface Upload {
  readonly fields: ReadonlyMap<string, string>
  readonly fileName: string
  /** The bytes in the pieces in which they came; none when no file was chosen. */
  readonly bytes: readonly Uint8Array[]
  readonly isTooLarge: boolean
}

/** Reads a form with a file, to its end, within the bounds given. What is no such form is answered with 400. */
export async function uploadIn(request: FastifyRequest, limits: UploadLimits = UPLOAD_LIMITS): Promise<Upload> {
  if (!request.isMultipart()) throw new ProblemError('problem.notUnderstood', 400)
  const fields = new Map<string, string>()
  const bytes: Uint8Array[] = []
  let fileName = ''
  let isTooLarge = false
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') {
      fields.set(part.fieldname, String(part.value))
      continue
    }
    // Some browsers send the whole path.
    fileName = basename(part.filename.replaceAll('\\', '/'))
    for await (const chunk of part.file) bytes.push(chunk as Uint8Array)
    isTooLarge = part.file.truncated
  }
  return { fields, fileName, bytes, isTooLarge }
}
