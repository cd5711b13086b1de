import type { Tx } from '#ground/db/store.ts'
import type { AgreementContent } from './agreement.ts'

/** Every post, held now, whose holder signs agreements for its organisation: who may be a party, by organisation. */
export async function accountablePosts(tx: Tx): Promise<AgreementContent['parties']> {
  const rows = await tx.db
    .selectFrom('post')
    .innerJoin('organisation', 'organisation.id', 'post.organisationId')
    .leftJoin('postEnd', joined => joined.onRef('postEnd.postId', '=', 'post.id').on('postEnd.endedAt', '<=', tx.now))
    .select(['organisation.code', 'post.titleEn', 'post.titleCy'])
    .distinct()
    .where('post.role', '=', 'signatory')
    .where('post.startedAt', '<=', tx.now)
    .where('postEnd.postId', 'is', null)
    .orderBy('organisation.code')
    .orderBy('post.titleEn')
    .execute()
  return rows.map(({ code, titleEn, titleCy }) => ({ organisation: code, signatory: { en: titleEn, cy: titleCy } }))
}
