import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { AgreementContent } from './agreement.ts'
import { faultsOf } from './faults.ts'
import { knownOrganisations } from './known-organisations.ts'
import { overlapsAnother } from './overlap.ts'

export type SignProblem =
  | 'agreement.unknown'
  | 'agreement.notAParty'
  | 'agreement.notInPost'
  | 'agreement.alreadySigned'
  | 'agreement.hasEnded'
  | 'agreement.overlaps'
  | 'agreement.faulty'

/**
 * Signs exactly this content for the organisation the signer works for now. Refused for anybody but the holder of the
 * post that the agreement names for that party; for content that has faults; and while another version of the same
 * agreement is signed by all for some of the same days.
 */
export async function signAgreement(
  tx: Tx,
  signer: WorkerActor,
  hash: string,
): Promise<Outcome<undefined, SignProblem>> {
  const held = await tx.db
    .selectFrom('agreement')
    .leftJoin('agreementEnd', 'agreementEnd.agreementId', 'agreement.id')
    .select(['agreement.id', 'agreement.content', 'agreementEnd.lastDay'])
    .where('agreement.contentHash', '=', hash)
    .executeTakeFirst()
  if (held === undefined) return refused('agreement.unknown')
  if (held.lastDay !== null) return refused('agreement.hasEnded')
  const content = AgreementContent.parse(held.content)
  const party = content.parties.find(({ organisation }) => organisation === signer.organisationCode)
  if (party === undefined) return refused('agreement.notAParty')
  if (!(await holdsPost(tx, signer, party.signatory))) return refused('agreement.notInPost')
  if (faultsOf(content, await knownOrganisations(tx)).length > 0) return refused('agreement.faulty')
  if (await overlapsAnother(tx, { hash, content })) return refused('agreement.overlaps')
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('agreementSignature')
    .values({
      agreementId: held.id,
      organisationId: signer.organisationId,
      contentHash: hash,
      signedBy: signer.name,
      accountId: signer.accountId,
      signedAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 0n ? refused('agreement.alreadySigned') : done(undefined)
}

/** Whether somebody holds the very post, at the organisation they act for, that signs for a party. */
export async function holdsPost(
  tx: Tx,
  { accountId, organisationId, role }: WorkerActor,
  title: { readonly en: string; readonly cy: string },
): Promise<boolean> {
  if (role !== 'signatory') return false
  const post = await tx.db
    .selectFrom('post')
    .select('post.id')
    .where('accountId', '=', accountId)
    .where('organisationId', '=', organisationId)
    .where('role', '=', 'signatory')
    .where('titleEn', '=', title.en)
    .where('titleCy', '=', title.cy)
    .where('startedAt', '<=', tx.now)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('postEnd').select('postId').whereRef('postId', '=', 'post.id').where('endedAt', '<=', tx.now),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return post !== undefined
}
