import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { hasSigned } from '#ground/signing-key.ts'
import { type Head, headsFrom, witnessText } from './head.ts'

/** A head signed by a witness, as it is handed in. */
export interface Cosignature {
  readonly headNumber: number
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Buffer
  readonly seenAt: Date
  readonly signature: Buffer
}

/** Another body that checks the log, and what it last signed. */
export interface Witness {
  readonly id: string
  readonly organisation: Bilingual
  readonly publicKey: Buffer
  /** The newest head it has signed; absent when it has signed none yet. */
  readonly seen?: {
    readonly headNumber: number
    readonly size: number
    readonly seenAt: Date
    readonly signature: Buffer
  }
}

export type CosignatureProblem = 'witness-unknown' | 'head-unknown' | 'signature-wrong'

/** Keeps what a witness has signed. Refused when nobody let it in, there is no such head, or it did not sign that. */
export async function keepCosignature(tx: Tx, given: Cosignature): Promise<Outcome<undefined, CosignatureProblem>> {
  const { rows } = await sql<{ id: string }>`
    select id from trail_witness where public_key = ${given.publicKey}`.execute(tx.db)
  const [witness] = rows
  if (witness === undefined) return refused('witness-unknown')
  const head = await headNumbered(tx, given.headNumber)
  if (head === undefined) return refused('head-unknown')
  const holds = hasSigned(given.publicKey, witnessText(head, given.seenAt), given.signature)
  if (!holds) return refused('signature-wrong')
  await sql`
    insert into trail_cosignature (head_number, witness_id, seen_at, signature)
    values (${head.number}, ${witness.id}, ${given.seenAt}, ${given.signature})
    on conflict do nothing`.execute(tx.db)
  return done(undefined)
}

/** Every witness with the newest head it signed, in the order in which they were let in. */
export async function readWitnesses(tx: Tx): Promise<Witness[]> {
  const { rows } = await sql<WitnessRow>`
    select witness.id, witness.public_key, jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation,
           seen.head_number, head.size, seen.seen_at, seen.signature
    from trail_witness as witness
    join organisation as body on body.id = witness.organisation_id
    left join lateral (
      select head_number, seen_at, signature from trail_cosignature
      where witness_id = witness.id order by head_number desc limit 1
    ) as seen on true
    left join trail_head as head on head.number = seen.head_number
    order by witness.enrolled_at, witness.id`.execute(tx.db)
  return rows.map(({ id, organisation, publicKey, headNumber, ...seen }) => ({
    id,
    organisation,
    publicKey,
    ...(headNumber !== null && { seen: { headNumber, ...seen } }),
  }))
}

/** Lets another body in as a witness, by its key. Only the owner of the database may, so no door can. */
export async function enrolWitness(
  tx: Tx,
  organisationCode: string,
  publicKey: Buffer,
): Promise<Outcome<undefined, 'organisation-unknown'>> {
  const { numAffectedRows } = await sql`
    insert into trail_witness (id, organisation_id, public_key, enrolled_at)
    select ${tx.newId()}::uuid, id, ${publicKey}::bytea, ${tx.now}::timestamptz from organisation where code = ${organisationCode}`.execute(
    tx.db,
  )
  return numAffectedRows === 1n ? done(undefined) : refused('organisation-unknown')
}

interface WitnessRow {
  readonly id: string
  readonly organisation: Bilingual
  readonly publicKey: Buffer
  readonly headNumber: number | null
  readonly size: number
  readonly seenAt: Date
  readonly signature: Buffer
}

async function headNumbered(tx: Tx, number: number): Promise<Head | undefined> {
  const [head] = await headsFrom(tx, number, 1)
  return head?.number === number ? head : undefined
}
