import type { Account, FindAccount, OIDCContext } from 'oidc-provider'
import { transaction } from '#ground/db/store.ts'
import { findGrant, type Grant } from '#work/app/grant.ts'
import { fhirBase, type SmartMeans } from './means.ts'

/**
 * Whoever let an app in, for as long as they may still act in that way. Where a code or a token asks, its grant must hold,
 * and somebody who has left the post is nobody.
 */
export function account(means: SmartMeans): FindAccount {
  return async (_ctx, accountId, token) => {
    const grantId = (token as { grantId?: string } | undefined)?.grantId
    if (grantId === undefined) return { accountId, claims: async () => ({ sub: accountId }) }
    const grant = await heldBy(means, grantId)
    if (grant === undefined || grant.accountId !== accountId) return undefined
    const claims: Account['claims'] = async () => ({ sub: accountId, name: grant.name, fhirUser: userOf(means, grant) })
    return { accountId, claims }
  }
}

/** What an app is told beside its token: for whom it was opened. Source: SMART App Launch 2.2, launch context. */
export async function launchContext(
  means: SmartMeans,
  of: { readonly grantId: string } | OIDCContext,
): Promise<Record<string, string | boolean>> {
  const grantId = 'grantId' in of ? of.grantId : of.entities.Grant?.jti
  const grant = grantId === undefined ? undefined : await heldBy(means, grantId)
  if (grant?.personId === undefined) return {}
  return { patient: grant.personId, need_patient_banner: true }
}

function heldBy({ store, mayAct }: SmartMeans, grantId: string): Promise<Grant | undefined> {
  return transaction(store, async tx => {
    const grant = await findGrant(tx, grantId)
    return grant !== undefined && (await mayAct(tx, grant)) ? grant : undefined
  })
}

/** The same reference by which the trail names them. */
function userOf(means: SmartMeans, { postId, ownPersonId, accountId }: Grant): string {
  const reference = postId !== undefined ? `Practitioner/${accountId}` : undefined
  const own = ownPersonId === undefined ? `RelatedPerson/${accountId}` : `Patient/${ownPersonId}`
  return `${fhirBase(means)}/${reference ?? own}`
}
