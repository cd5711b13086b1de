import { sql } from 'kysely'
import { type Adapter, type AdapterPayload, errors, Provider } from 'oidc-provider'
import { type Store, transaction } from '#ground/db/store.ts'
import { endGrant, findGrant } from '#work/app/grant.ts'
import { findOpenApp } from '#work/app/read.ts'
import { hashOfSecret } from '#work/app/secret.ts'
import { clientOf } from './client.ts'

/**
 * Where the authorisation server keeps its visits, codes and tokens: in the database, so that they outlive a restart. Each
 * is known by the hash of what only its holder knows, and that stands nowhere in what is kept. Its clients are the apps
 * that were let in, and its grants hold as long as ours do.
 */
export function held(store: Store): (model: string) => Adapter {
  return model => {
    if (model === 'Client') return clients(store)
    const kept = keptAs(store, model)
    return model === 'Grant' ? grants(store, kept) : kept
  }
}

function clients(store: Store): Adapter {
  return {
    ...NOTHING,
    async find(client) {
      const app = await findOpenApp(store, client)
      return app && clientOf(app)
    },
  }
}

/** Ending a grant here is ending what somebody let the app in for, and the other way round. */
function grants(store: Store, kept: Adapter): Adapter {
  return {
    ...kept,
    async find(id) {
      const now = store.clock.now()
      return UUID.test(id) && (await findGrant({ db: store.db, now }, id)) ? kept.find(id) : undefined
    },
    async destroy(id) {
      const why = Provider.ctx?.oidc?.route === 'revocation' ? 'given-back' : 'misused'
      await transaction(store, tx => endGrant(tx, id, why))
      await kept.destroy(id)
    },
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function keptAs(store: Store, model: string): Adapter {
  const { db, clock } = store
  const one = (id: string) => sql`model = ${model} and id_hash = ${hashOfSecret(id)}`
  return {
    ...NOTHING,
    async upsert(id, payload, seconds = 0) {
      const hash = hashOfSecret(id)
      const now = clock.now()
      const grantId = payload.grantId ?? null
      const uid = model === 'Session' ? payload.uid : null
      const json = JSON.stringify(payload).replaceAll(id, hash)
      const expiresAt = new Date(now.getTime() + seconds * 1000)
      await sql`delete from app_held where expires_at <= ${now}`.execute(db)
      const again =
        model === 'ReplayDetection' ? sql`nothing` : sql`update set payload = ${json}, expires_at = ${expiresAt}`
      const { numAffectedRows } = await sql`
        insert into app_held (model, id_hash, grant_id, uid, payload, expires_at)
        values (${model}, ${hash}, ${grantId}, ${uid}, ${json}, ${expiresAt})
        on conflict (model, id_hash) do ${again}`.execute(db)
      // Two that bring the same assertion at once: the second finds the first one's.
      if (numAffectedRows === 0n) throw new errors.InvalidClientAuth('client assertion tokens must only be used once')
    },
    async find(id) {
      const { rows } = await sql<Row>`select payload, consumed_at from app_held
        where ${one(id)} and expires_at > ${clock.now()}`.execute(db)
      return payloadOf(rows[0], id)
    },
    async findByUid(uid) {
      const { rows } = await sql<Row>`select payload, consumed_at from app_held
        where model = ${model} and uid = ${uid} and expires_at > ${clock.now()}`.execute(db)
      return payloadOf(rows[0])
    },
    async consume(id) {
      const { numAffectedRows } = await sql`update app_held set consumed_at = ${clock.now()}
        where ${one(id)} and consumed_at is null`.execute(db)
      // Two that bring the same code at once: the second is refused as if it had come later.
      if (numAffectedRows === 0n) throw new errors.InvalidGrant('already used')
    },
    async destroy(id) {
      await sql`delete from app_held where ${one(id)}`.execute(db)
    },
    async revokeByGrantId(grantId) {
      await sql`delete from app_held where model = ${model} and grant_id = ${grantId}`.execute(db)
    },
  }
}

interface Row {
  readonly payload: AdapterPayload
  readonly consumedAt: Date | null
}

function payloadOf(row: Row | undefined, id?: string): AdapterPayload | undefined {
  if (row === undefined) return undefined
  const json = JSON.stringify(row.payload)
  const payload = JSON.parse(id === undefined ? json : json.replaceAll(hashOfSecret(id), id)) as AdapterPayload
  return row.consumedAt === null ? payload : { ...payload, consumed: Math.floor(row.consumedAt.getTime() / 1000) }
}

/** What is asked of no model that we have. */
const NOTHING: Adapter = {
  upsert: async () => undefined,
  find: async () => undefined,
  findByUid: async () => undefined,
  findByUserCode: async () => undefined,
  consume: async () => undefined,
  destroy: async () => undefined,
  revokeByGrantId: async () => undefined,
}
