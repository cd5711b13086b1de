import { sql } from 'kysely'
import { idFor } from '#ground/chance.ts'
import type { Store } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'

/** What another system takes in and takes away. */
export const HIDDEN_IMPORT = idFor('hidden import')
export const HIDDEN_EXPORT = idFor('hidden export')
/** How somebody else’s app calls a request of its own. */
export const HIDDEN_REQUEST = 'cudd-1'

const COUNCIL = seedId.organisation('cyngor-dyffryn-banadl')
const AT = '2026-11-22T08:30:00Z'

/** What systems do at once, and what apps call their requests. */
export const hiddenSystems = {
  seenBy: [],
  async add({ db }: Store) {
    await sql`
      insert into bulk_import (id, client, organisation_id, token, scopes, language, request, begun_at)
      values (${HIDDEN_IMPORT}, 'arall', ${COUNCIL}, 'T', ${['system/*.cruds']}, 'cy', '/fhir/$import', ${AT})`.execute(
      db,
    )
    await sql`
      insert into bulk_export (id, client, organisation_id, scope, request, bound_at, begun_at, expires_at)
      values (${HIDDEN_EXPORT}, 'arall', ${COUNCIL}, 'system', '/fhir/$export', ${AT}, ${AT}, '2026-11-29')`.execute(db)
    await sql`
      insert into fhir_request (asked_by, request_id, entry, digest, written, answered_at)
      values ('somebody an-app', ${HIDDEN_REQUEST}, -1, ${'0'.repeat(64)}, '[]', ${AT})`.execute(db)
  },
}
