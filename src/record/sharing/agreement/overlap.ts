import type { Tx } from '#ground/db/store.ts'
import type { AgreementContent } from './agreement.ts'
import { lastDayOf, type PublishedAgreement, publishedAgreements } from './agreements.ts'

/** Another version of the same agreement, signed by all, that opens something on one of this one's days. */
export async function findOverlap(
  tx: Tx,
  { hash, content }: { readonly hash: string | undefined; readonly content: AgreementContent },
): Promise<PublishedAgreement | undefined> {
  const others = (await publishedAgreements(tx)).filter(one => one.content.code === content.code && one.hash !== hash)
  return others.find(
    other => isSigned(other) && other.content.from <= content.until && content.from <= lastDayOf(other),
  )
}

function isSigned({ content, signatures }: PublishedAgreement): boolean {
  const signed = new Set(signatures.map(({ organisation }) => organisation))
  return content.parties.every(({ organisation }) => signed.has(organisation))
}
