import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { recordInstitution } from '#record/person/home/institution.ts'
import { membersOf } from '#record/person/link/persons.ts'
import { sealIdentities } from '#record/person/seal.ts'
import { institutions } from './region/institutions.ts'
import { sealed } from './region/sealed.ts'

const KNOWN = { decidedBy: 'Glan Hafren', reason: 'Cofrestr y bartneriaeth' }

/** Plants which properties many people live in. */
export async function plantInstitutions(tx: Tx): Promise<void> {
  for (const { uprn, institutionClass } of institutions) await recordInstitution(tx, uprn, institutionClass, KNOWN)
}

/** Seals the identities of before from those of now, once everybody is there. */
export async function plantSealed(
  tx: Tx,
  personId: (key: string) => string,
  officer: (key: string) => WorkerActor,
): Promise<void> {
  for (const { before, now, by } of sealed) {
    const records = { before: await membersOf(tx, personId(before)), now: await membersOf(tx, personId(now)) }
    const done = await sealIdentities(tx, officer(by), records, KNOWN.reason)
    if (!done.ok) throw new Error(`${before} cannot be sealed from ${now}`)
  }
}
