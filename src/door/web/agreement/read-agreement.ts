import type { Tx } from '#ground/db/store.ts'
import { organisationNamesByCode } from '#record/organisation/organisation-names.ts'
import { type PublishedAgreement, publishedAgreements } from '#record/sharing/agreement/agreements.ts'
import type { Names } from './name-list.tsx'

/** Every agreement that was entered, and what the organisations they name are called. */
export interface Register {
  readonly agreements: readonly PublishedAgreement[]
  readonly names: Names
}

/** Reads the register. */
export async function readRegister(tx: Tx): Promise<Register> {
  return { agreements: await publishedAgreements(tx), names: await organisationNamesByCode(tx) }
}

/** One agreement of the register by its hash. */
export function findAgreement({ agreements }: Register, hash: string): PublishedAgreement | undefined {
  return agreements.find(agreement => agreement.hash === hash)
}
