import type { Tx } from '#ground/db/store.ts'
import type { KnownOrganisation } from './faults.ts'

/** Every organisation that an agreement may name. */
export async function knownOrganisations(tx: Tx): Promise<KnownOrganisation[]> {
  const rows = await tx.db
    .selectFrom('organisation')
    .leftJoin('organisation as whole', 'whole.id', 'organisation.partOf')
    .select(['organisation.code', 'organisation.nameEn', 'organisation.nameCy', 'whole.code as partOf'])
    .orderBy('organisation.code')
    .execute()
  return rows.map(({ code, nameEn, nameCy, partOf }) => ({
    code,
    name: { en: nameEn, cy: nameCy },
    partOf: partOf ?? undefined,
  }))
}
