import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import type { Tx } from '#ground/db/store.ts'
import { type BulkExport, findExport } from '#record/chart/bulk/bulk-export.ts'
import { findPlace, type Page, pageOf, type Taking } from '#record/chart/bulk/contents.ts'
import { isId } from '../id.ts'
import type { FhirMeans } from '../means.ts'
import { notFound, wrongValue } from '../problem.ts'
import { type AsSystem, asSystem } from './as-system.ts'
import { readTypeFilters } from './type-filter.ts'

/**
 * The resources of one type in an export, a line each: page by page, each decided and in the trail before any of it leaves,
 * and no more of them than the receiver takes. With the id of the last that the receiver has, those that come after. Throws before the first when the export does not hold; is cut off when it
 * ends in between.
 */
export async function fileOf(
  request: FastifyRequest,
  means: FhirMeans,
  { id, type, last }: { readonly id: string; readonly type: string; readonly last: string | undefined },
): Promise<Readable> {
  const after = last === undefined ? undefined : await placeAsked(request, means, { id, type, last })
  const first = await readPage(request, means, { id, type, after })
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
  return asSystem(request, means, 'reads', async asking => {
    const { tx, held, taking } = await takingOf(asking, means, id)
    const { bearer, path } = request.fhir
    const through = bearer && { app: bearer.app, token: bearer.tokenId, request: path }
    const doing = { doing: 'export', place: 'fhir', ...(through && { through }) } as const
    return pageOf(tx, held, taking, { type, after, asking: doing })
  })
}

/** Where a receiver that was cut off goes on: after the resource of that id, of those that are in the export. */
function placeAsked(
  request: FastifyRequest,
  means: FhirMeans,
  { id, type, last }: { readonly id: string; readonly type: string; readonly last: string },
): Promise<string> {
  return asSystem(request, means, 'reads', async asking => {
    const { tx, held, taking } = await takingOf(asking, means, id)
    const place = await findPlace(tx, held, taking, { type, logicalId: last })
    if (place === undefined) throw wrongValue('_after')
    return place
  })
}

/** An export that holds, and the system that takes it away. */
export async function takingOf(
  { tx, system, client, leaves, role }: AsSystem,
  { origin, terminology }: FhirMeans,
  id: string,
): Promise<{ readonly tx: Tx; readonly held: BulkExport; readonly taking: Taking }> {
  const held = isId(id) ? await findExport(tx, system, { client, id }) : undefined
  if (held === undefined) throw notFound()
  const filters = readTypeFilters(held.typeFilters ?? [], { base: `${origin()}/fhir`, at: held.boundAt, terminology })
  return { tx, held, taking: { actor: system, leaves, role, filters } }
}
