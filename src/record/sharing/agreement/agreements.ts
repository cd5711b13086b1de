import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { AgreementContent, hashOf, signedContent } from './agreement.ts'
import { faultsOf } from './faults.ts'
import { knownOrganisations } from './known-organisations.ts'

/** An agreement as anybody may read it: its content, whether it opens anything today, and who has signed. */
export interface PublishedAgreement {
  readonly hash: string
  readonly content: AgreementContent
  readonly signatures: readonly { readonly organisation: string; readonly signedBy: string; readonly signedAt: Date }[]
  /** Set when a party ended it before its time. The last day is an ISO 8601 day. */
  readonly ended: { readonly lastDay: string; readonly endedBy: string; readonly reason: string } | undefined
}

/**
 * Enters an agreement. It opens nothing until every party has signed. Entering the same content again changes nothing.
 * Refused when it is not an agreement at all, or when it is one with faults; `faultsOf` tells which.
 */
export async function enterAgreement(
  tx: Tx,
  content: unknown,
): Promise<Outcome<string, 'agreement.notAnAgreement' | 'agreement.faulty'>> {
  const parsed = AgreementContent.safeParse(content)
  if (!parsed.success) return refused('agreement.notAnAgreement')
  if (faultsOf(parsed.data, await knownOrganisations(tx)).length > 0) return refused('agreement.faulty')
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

/**
 * Every agreement that was ever entered, newest content first within a code. Open to anybody: it names no person. One
 * whose text is not what was signed is left out, as it is when something is decided.
 */
export async function publishedAgreements(tx: Tx): Promise<PublishedAgreement[]> {
  const { rows } = await sql<
    Omit<PublishedAgreement, 'ended'> & { readonly ended: PublishedAgreement['ended'] | null }
  >`
    select agreement.content_hash as hash, agreement.content,
           coalesce(
             jsonb_agg(jsonb_build_object('organisation', party.code, 'signedBy', signature.signed_by, 'signedAt', signature.signed_at)
                       order by party.code) filter (where party.id is not null),
             '[]') as signatures,
           (select jsonb_build_object('lastDay', ended.last_day, 'endedBy', ended.ended_by_name, 'reason', ended.reason)
            from agreement_end as ended where ended.agreement_id = agreement.id) as ended
    from agreement
    left join agreement_signature as signature on signature.agreement_id = agreement.id
    left join organisation as party on party.id = signature.organisation_id
    group by agreement.id
    order by agreement.code, agreement.entered_at desc`.execute(tx.db)
  return rows.flatMap(row => {
    const content = signedContent(row.content, row.hash)
    const signatures = row.signatures.map(signature => ({ ...signature, signedAt: new Date(signature.signedAt) }))
    return content === undefined ? [] : [{ ...row, content, signatures, ended: row.ended ?? undefined }]
  })
}

/** The last day on which an agreement opens anything, ISO 8601: its own, or an earlier one on which a party ended it. */
export function lastDayOf({ content: { until }, ended }: PublishedAgreement): string {
  return ended === undefined || ended.lastDay > until ? until : ended.lastDay
}

/** Whether an agreement opens anything on a day (ISO 8601), and if not, why not. */
export function standing(
  agreement: PublishedAgreement,
  today: string,
): 'in-force' | 'not-yet' | 'expired' | 'unsigned' {
  const { from, parties } = agreement.content
  if (today > lastDayOf(agreement)) return 'expired'
  if (today < from) return 'not-yet'
  const signed = new Set(agreement.signatures.map(({ organisation }) => organisation))
  return parties.every(({ organisation }) => signed.has(organisation)) ? 'in-force' : 'unsigned'
}
