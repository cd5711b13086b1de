import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import fastify from 'fastify'
import { sql } from 'kysely'
import { logDoor } from '#door/log/log.ts'
import { Routes } from '#door/route/routes.ts'
import { openOwnerStore, type Store, transaction } from '#ground/db/store.ts'
import { newSigningKey, type SigningKey } from '#ground/signing-key.ts'
import { checkTrail } from '#record/sharing/trail/proof/check.ts'
import { eraseEntry } from '#record/sharing/trail/proof/entry.ts'
import { newestHead, witnessText } from '#record/sharing/trail/proof/head.ts'
import { seal } from '#record/sharing/trail/proof/seal.ts'
import { writeEntries } from '#record/sharing/trail/proof/test-entries.ts'
import { enrolWitness, keepCosignature } from '#record/sharing/trail/proof/witness.ts'
import { seedId } from '#seed/seed-id.ts'
import { region } from '#test/kit.ts'

/** A region whose trail is sealed, with everything in the log that can be in it, and one who owns the database. */
export interface Sealed {
  readonly key: SigningKey
  /** What the owner of the database can do: anything. */
  readonly owner: Store
  readonly store: Store
  readonly now: () => Date
  /** Looks of people, which are not sealed yet. */
  looks(many: number): Promise<void>
  seal(): Promise<void>
  /** Everything that the product finds wrong. */
  faults(): Promise<readonly unknown[]>
  /** What the log answers to whoever asks it, as JSON. */
  ask(path: string): Promise<unknown>
  close(): Promise<void>
}

/** `entries` at least, one of them erased, a witness's signature, and a few entries that wait; sealed in three heads. */
export async function sealed(entries: number): Promise<Sealed> {
  const here = await region()
  const key = newSigningKey(here.chance)
  const owner = openOwnerStore(here.url, here)
  const app = fastify()
  logDoor(new Routes(app), here.store, key)
  const looks = async (many: number) => {
    for (let at = 0; at < many; at++) await here.look('sioned-evans', 'mair-pritchard', async () => {})
  }
  await looks(4)
  // Somebody who may see nothing, and a machine: so that no column of the trail is empty.
  await here.look('dewi-prosser', 'mair-pritchard', async () => {})
  await here.send('mair-admitted.hl7')
  await writeEntries(here.store, entries)
  await seal(here.store, key)
  const erased = await owner.db.selectFrom('trailEntry').select('id').offset(2).limit(1).executeTakeFirstOrThrow()
  await transaction(owner, tx => eraseEntry(tx, erased.id, { why: 'A court ordered it', by: 'The board' }))
  await witnessed(owner)
  await seal(here.store, key)
  await cosigned(here.store)
  await looks(2)
  await seal(here.store, key)
  await looks(3)
  return {
    key,
    owner,
    store: here.store,
    now: () => here.clock.now(),
    looks,
    seal: async () => {
      here.clock.move(new Date(here.clock.now().getTime() + 60_000).toISOString())
      await seal(here.store, key)
    },
    faults: () => transaction(here.store, tx => checkTrail(tx, key.publicKey)),
    ask: async path => (await app.inject(path)).json(),
    close: async () => {
      await app.close()
      await owner.close()
      await here.close()
    },
  }
}

const WITNESS = generateKeyPairSync('ed25519')
const PUBLIC = createPublicKey(WITNESS.privateKey).export({ type: 'spki', format: 'der' })

async function witnessed(owner: Store): Promise<void> {
  const code = await owner.db
    .selectFrom('organisation')
    .select('code')
    .where('id', '<>', seedId.organisation('person'))
    .executeTakeFirstOrThrow()
  await transaction(owner, tx => enrolWitness(tx, code.code, PUBLIC))
}

async function cosigned(store: Store): Promise<void> {
  await transaction(store, async tx => {
    const head = (await newestHead(tx))!
    const key = createPrivateKey(WITNESS.privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const signature = sign(null, Buffer.from(witnessText(head, tx.now)), key)
    await keepCosignature(tx, { headNumber: head.number, publicKey: PUBLIC, seenAt: tx.now, signature })
  })
}

/** The tables of the log and what hangs on it. */
export const TABLES = [
  'trail_entry',
  'trail_secret',
  'trail_leaf',
  'trail_tile',
  'trail_head',
  'trail_erasure',
  'trail_witness',
  'trail_cosignature',
  'trail_unsealed',
] as const

/** Takes away every rule of the database that could refuse a forged row, as whoever owns it can. */
export async function takeRulesAway({ owner }: Sealed): Promise<void> {
  for (const table of TABLES) {
    const { rows } = await sql<{ name: string }>`
      select conname as name from pg_constraint where conrelid = ${table}::regclass and contype <> 'n'`.execute(
      owner.db,
    )
    await sql.raw(`alter table ${table} disable trigger user`).execute(owner.db)
    for (const { name } of rows) {
      await sql.raw(`alter table ${table} drop constraint if exists ${name} cascade`).execute(owner.db)
    }
  }
  await sql.raw('alter table trail_entry alter column sequence drop identity').execute(owner.db)
  await sql.raw('alter table trail_unsealed alter column place drop identity').execute(owner.db)
}

/** So much of them that the log goes on: what is written is numbered and bound again. */
export async function putRulesBack({ owner }: Sealed): Promise<void> {
  for (const act of [
    'alter table trail_entry enable trigger bound',
    'alter table trail_entry alter column sequence add generated always as identity (start 900)',
    'alter table trail_unsealed alter column place add generated always as identity (start 900)',
  ]) {
    await sql.raw(act).execute(owner.db)
  }
}
