import type { FastifyRequest } from 'fastify'
import type { AuditEvent, Bundle } from 'fhir/r4.js'
import { look } from '#record/sharing/look.ts'
import type { TrailEntry, TrailWanted } from '#record/sharing/trail/entry.ts'
import { readTrail } from '#record/sharing/trail/read.ts'
import { asCaller, type InTheirName } from '../as-caller.ts'
import type { Cursors } from '../cursor.ts'
import type { FhirMeans } from '../means.ts'
import { cursorNotTaken } from '../problem.ts'
import { asText, type Query, queryOf } from '../query.ts'
import { auditEventOf } from './audit-event.ts'
import { PARAMETER_NAMES, wantedBy } from './parameters.ts'

/**
 * One page of a person's trail, newest first. The person reads their own; for everybody else, and for somebody who does
 * not exist, it is empty in the same words. That it was asked is itself an entry, which the next search finds.
 */
export async function searchTrail(
  request: FastifyRequest,
  means: FhirMeans,
  cursors: Cursors,
): Promise<Bundle<AuditEvent>> {
  return asCaller(request, means, async asking => {
    const query = queryOf(request.fhir, PARAMETER_NAMES)
    const wanted = wantedBy(query)
    const boundTo = boundary(asking, query)
    const before = wanted.cursor === undefined ? undefined : cursors.open(wanted.cursor, boundTo)
    if (wanted.cursor !== undefined && before === undefined) throw cursorNotTaken()
    // One more than a page says whether there is a next one.
    const part = { ...wanted.part, ...(before !== undefined && { before }), withOwn: true, limit: wanted.count + 1 }
    const found = await readAs(asking, wanted.personId, part)
    const { personId, entries } = found ?? { personId: wanted.personId, entries: [] }
    const page = entries.slice(0, wanted.count)
    const last = entries.length > wanted.count ? page.at(-1) : undefined
    const mark = last && cursors.seal(last.sequence, boundTo)
    return bundleOf(page, { personId, query, mark, origin: means.origin(), say: request.fhir.say })
  })
}

async function readAs(
  { tx, actor, through, isBeyond }: InTheirName,
  personId: string,
  part: TrailWanted,
): Promise<Found | undefined> {
  if (await isBeyond(personId)) return undefined
  const asking = { doing: 'look', place: 'fhir', through } as const
  const looked = await look(tx, actor, personId, asking, async access => {
    const read = await readTrail(tx, access, part)
    return read.ok ? { personId: access.personId, entries: read.value } : undefined
  })
  return looked.ok ? looked.value : undefined
}

/** Entries of the trail of a person, by whichever id they were asked for. */
interface Found {
  readonly personId: string
  readonly entries: readonly TrailEntry[]
}

/** A mark is for one reader, in one post, and for one search; how many to a page may change. */
function boundary({ actor }: InTheirName, query: Query): string {
  const who = actor.kind === 'worker' ? `${actor.accountId} ${actor.organisationId} ${actor.role}` : accountOf(actor)
  return `${who} ${asText(query, ['_cursor', '_count'])}`
}

function accountOf(actor: InTheirName['actor']): string {
  return actor.kind === 'system' ? actor.senderId : actor.accountId
}

interface Page {
  readonly personId: string
  readonly query: Query
  readonly mark: string | undefined
  readonly origin: string
  readonly say: FastifyRequest['fhir']['say']
}

/** There is no total: it would cost a second reading, and the links say whether there is more. */
function bundleOf(entries: readonly TrailEntry[], { personId, query, mark, origin, say }: Page): Bundle<AuditEvent> {
  const here = `${origin}/fhir/AuditEvent`
  const telling = { personId, origin, say }
  const self = { relation: 'self', url: `${here}?${asText(query)}` }
  const next = { relation: 'next', url: `${here}?${asText(query, ['_cursor'])}&_cursor=${mark}` }
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    link: mark === undefined ? [self] : [self, next],
    ...(entries.length > 0 && {
      entry: entries.map(entry => ({
        fullUrl: `${here}/${entry.id}`,
        resource: auditEventOf(entry, telling),
        search: { mode: 'match' as const },
      })),
    }),
  }
}
