import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { findExport } from '#record/chart/bulk/bulk-export.ts'
import { type Page, pageOf } from '#record/chart/bulk/contents.ts'
import type { FhirMeans } from '../means.ts'
import { notFound } from '../problem.ts'
import { asSystem } from './as-system.ts'

/**
 * The resources of one type in an export, a line each: page by page, each decided and in the trail before any of it leaves,
 * and no more of them than the receiver takes. Throws before the first when the export does not hold; is cut off when it
 * ends in between.
 */
export async function fileOf(
  request: FastifyRequest,
  means: FhirMeans,
  { id, type }: { readonly id: string; readonly type: string },
): Promise<Readable> {
  const first = await readPage(request, means, { id, type, after: undefined })
  return Readable.from(linesFrom(request, means, { id, type, first }), { highWaterMark: 1 })
}

async function* linesFrom(
  request: FastifyRequest,
  means: FhirMeans,
  { id, type, first }: { readonly id: string; readonly type: string; readonly first: Page },
): AsyncGenerator<string> {
  let page = first
  for (;;) {
    if (page.lines.length > 0) yield `${page.lines.join('\n')}\n`
    if (page.last === undefined) return
    page = await readPage(request, means, { id, type, after: page.last })
  }
}

function readPage(
  request: FastifyRequest,
  means: FhirMeans,
  { id, type, after }: { readonly id: string; readonly type: string; readonly after: string | undefined },
): Promise<Page> {
  return asSystem(request, means, 'reads', async ({ tx, system, client, leaves }) => {
    const held = await findExport(tx, system, { client, id })
    if (held === undefined) throw notFound()
    const { bearer, path } = request.fhir
    const through = bearer && { app: bearer.app, token: bearer.tokenId, request: path }
    const asking = { doing: 'export', place: 'fhir', ...(through && { through }) } as const
    return pageOf(tx, system, held, { type, after, asking, leaves })
  })
}
