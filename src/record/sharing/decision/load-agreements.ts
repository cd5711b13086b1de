import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type AgreementContent, signedContent } from '../agreement/agreement.ts'
import { compile, type Rule } from '../agreement/compile.ts'
import type { SignedAgreement } from './facts.ts'

/** An agreement by its hash, with what can change of it. */
export interface HeldAgreement {
  readonly hash: string
  readonly signedBy: readonly string[]
  readonly endedOn: string | null
}

/** Every agreement that was ever entered, as one value of JSON: hash, codes of those who signed it, early last day. */
export const HELD_AGREEMENTS = sql`
  (select coalesce(jsonb_agg(jsonb_build_object(
            'hash', agreement.content_hash,
            'signedBy', (select coalesce(jsonb_agg(party.code), '[]')
                         from agreement_signature as signature
                         join organisation as party on party.id = signature.organisation_id
                         where signature.agreement_id = agreement.id and signature.content_hash = agreement.content_hash),
            'endedOn', ended.last_day
          ) order by agreement.code, agreement.content_hash), '[]')
   from agreement
   left join agreement_end as ended on ended.agreement_id = agreement.id)`

/**
 * The text of agreements and their rules by hash. The hash is of the text and the rules are made of nothing else, so
 * what is kept here can never be out of date; which agreements there are and who has signed is asked each time.
 */
const texts = new Map<string, Text | undefined>()

/** Undefined for what is not the text that was signed: it opens nothing. */
interface Text {
  readonly content: AgreementContent
  readonly rules: readonly Rule[]
}

/** What was held of each agreement, made ready to be asked. */
export async function withRules(tx: Tx, held: readonly HeldAgreement[]): Promise<SignedAgreement[]> {
  const missing = held.filter(({ hash }) => !texts.has(hash)).map(({ hash }) => hash)
  if (missing.length > 0) {
    const rows = await tx.db
      .selectFrom('agreement')
      .select(['contentHash', 'content'])
      .where('contentHash', 'in', missing)
      .execute()
    for (const { contentHash, content } of rows) {
      const signed = signedContent(content, contentHash)
      texts.set(contentHash, signed && { content: signed, rules: compile(signed) })
    }
  }
  return held.flatMap(({ hash, signedBy, endedOn }) => {
    const text = texts.get(hash)
    return text === undefined ? [] : [{ hash, ...text, signedBy: new Set(signedBy), endedOn: endedOn ?? undefined }]
  })
}

/** Every agreement as it stands now, in force or not. */
export async function loadAgreements(tx: Tx): Promise<SignedAgreement[]> {
  const { rows } = await sql<{ held: HeldAgreement[] }>`select ${HELD_AGREEMENTS} as held`.execute(tx.db)
  return withRules(tx, rows[0]?.held ?? [])
}
