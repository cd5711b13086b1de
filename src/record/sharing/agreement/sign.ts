import { holdAlone, type Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { type AgreementContent, signedContent } from './agreement.ts'
import { announceChange } from './announce-change.ts'
import { faultsOf } from './faults.ts'
import { knownOrganisations } from './known-organisations.ts'
import { findOverlap } from './overlap.ts'

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
 * agreement is signed by all for some of the same days. Run it in turn: two versions must not be signed at once.
 */
export async function signAgreement(
  tx: Tx,
  signer: WorkerActor,
  hash: string,
): Promise<Outcome<undefined, SignProblem>> {
  await holdAlone(tx, 'signing agreements')
  const signable = await findSignable(tx, signer, hash)
  if (!signable.ok) return signable
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('agreementSignature')
    .values({
      agreementId: signable.value.id,
      organisationId: signer.organisationId,
      contentHash: hash,
      signedBy: signer.name,
      accountId: signer.accountId,
      signedAt: tx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return refused('agreement.alreadySigned')
  if (await isSignedByAll(tx, signable.value)) await announceChange(tx, signable.value.content)
  return done(undefined)
}

async function isSignedByAll(tx: Tx, { id, content }: Signable): Promise<boolean> {
  const signatures = await tx.db
    .selectFrom('agreementSignature')
    .select('organisationId')
    .where('agreementId', '=', id)
    .execute()
  return signatures.length >= content.parties.length
}

/** An agreement that somebody may sign. */
export interface Signable {
  readonly id: string
  readonly content: AgreementContent
}

/** An agreement that somebody may sign now, or what keeps them from signing it. */
export async function findSignable(tx: Tx, signer: WorkerActor, hash: string): Promise<Outcome<Signable, SignProblem>> {
  const held = await tx.db
    .selectFrom('agreement')
    .leftJoin('agreementEnd', 'agreementEnd.agreementId', 'agreement.id')
    .leftJoin('agreementSignature', joined =>
      joined
        .onRef('agreementSignature.agreementId', '=', 'agreement.id')
        .on('agreementSignature.organisationId', '=', signer.organisationId),
    )
    .select(['agreement.id', 'agreement.content', 'agreementEnd.lastDay', 'agreementSignature.signedAt'])
    .where('agreement.contentHash', '=', hash)
    .executeTakeFirst()
  const content = held && signedContent(held.content, hash)
  if (held === undefined || content === undefined) return refused('agreement.unknown')
  const party = content.parties.find(({ organisation }) => organisation === signer.organisationCode)
  if (party === undefined) return refused('agreement.notAParty')
  if (held.signedAt !== null) return refused('agreement.alreadySigned')
  if (held.lastDay !== null) return refused('agreement.hasEnded')
  if (!(await holdsPost(tx, signer, party.signatory))) return refused('agreement.notInPost')
  if (faultsOf(content, await knownOrganisations(tx)).length > 0) return refused('agreement.faulty')
  if ((await findOverlap(tx, { hash, content })) !== undefined) return refused('agreement.overlaps')
  return done({ id: held.id, content })
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
