import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'

/** An organisation that an agreement may name, what it is called, and the one it is a part of. */
export interface KnownOrganisation {
  readonly code: string
  readonly name: Bilingual
  readonly partOf: string | undefined
}

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
