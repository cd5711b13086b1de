import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { AgreementContent, hashOf } from './agreement.ts'

/** An agreement as anybody may read it: its content, whether it opens anything today, and who has signed. */
export interface PublishedAgreement {
  readonly hash: string
  readonly content: AgreementContent
  readonly signatures: readonly { readonly organisation: string; readonly signedBy: string; readonly signedAt: Date }[]
}

/** Enters an agreement. It opens nothing until every party has signed. Entering the same content again changes nothing. */
export async function enterAgreement(tx: Tx, content: unknown): Promise<Outcome<string, 'agreement.notAnAgreement'>> {
  const parsed = AgreementContent.safeParse(content)
  if (!parsed.success) return refused('agreement.notAnAgreement')
  const hash = hashOf(parsed.data)
  await tx.db
    .insertInto('agreement')
    .values({
      id: tx.newId(),
      code: parsed.data.code,
      content: JSON.stringify(parsed.data),
      contentHash: hash,
      enteredAt: tx.now,
    })
    .onConflict(conflict => conflict.column('contentHash').doNothing())
    .execute()
  return done(hash)
}

export type SignProblem = 'agreement.unknown' | 'agreement.notAParty' | 'agreement.alreadySigned'

/** Signs exactly this content for one party. Whether the signer holds the named post is the caller's to know. */
export async function signAgreement(
  tx: Tx,
  hash: string,
  signature: { readonly organisation: string; readonly signedBy: string },
): Promise<Outcome<undefined, SignProblem>> {
  const agreement = await tx.db
    .selectFrom('agreement')
    .select(['id', 'content'])
    .where('contentHash', '=', hash)
    .executeTakeFirst()
  if (agreement === undefined) return refused('agreement.unknown')
  const { parties } = AgreementContent.parse(agreement.content)
  if (!parties.some(party => party.organisation === signature.organisation)) return refused('agreement.notAParty')
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('agreementSignature')
    .columns(['agreementId', 'organisationId', 'contentHash', 'signedBy', 'signedAt'])
    .expression(db =>
      db
        .selectFrom('organisation')
        .select(({ val, ref }) => [
          sql<string>`${agreement.id}::uuid`.as('agreementId'),
          ref('organisation.id').as('organisationId'),
          val(hash).as('contentHash'),
          val(signature.signedBy).as('signedBy'),
          sql<Date>`${tx.now}::timestamptz`.as('signedAt'),
        ])
        .where('organisation.code', '=', signature.organisation),
    )
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 0n ? refused('agreement.alreadySigned') : done(undefined)
}

/** Every agreement that was ever entered, newest content first within a code. Open to anybody: it names no person. */
export async function publishedAgreements(tx: Tx): Promise<PublishedAgreement[]> {
  const { rows } = await sql<PublishedAgreement>`
    select agreement.content_hash as hash, agreement.content,
           coalesce(
             jsonb_agg(jsonb_build_object('organisation', party.code, 'signedBy', signature.signed_by, 'signedAt', signature.signed_at)
                       order by party.code) filter (where party.id is not null),
             '[]') as signatures
    from agreement
    left join agreement_signature as signature on signature.agreement_id = agreement.id
    left join organisation as party on party.id = signature.organisation_id
    group by agreement.id
    order by agreement.code, agreement.entered_at desc`.execute(tx.db)
  return rows.map(row => ({
    ...row,
    signatures: row.signatures.map(signature => ({ ...signature, signedAt: new Date(signature.signedAt) })),
  }))
}

/** Whether an agreement opens anything on a day (ISO 8601), and if not, why not. */
export function standing(
  agreement: PublishedAgreement,
  today: string,
): 'in-force' | 'not-yet' | 'expired' | 'unsigned' {
  const { from, until, parties } = agreement.content
  if (today < from) return 'not-yet'
  if (today > until) return 'expired'
  const signed = new Set(agreement.signatures.map(({ organisation }) => organisation))
  return parties.every(({ organisation }) => signed.has(organisation)) ? 'in-force' : 'unsigned'
}
