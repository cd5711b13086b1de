import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'

/** A telephone number of an organisation, for the people it looks after, and when somebody answers it. */
export interface Phone {
  readonly number: string
  readonly when: Bilingual
}

/** Whom to call, by the id of the organisation; the number to try first before others. */
export async function phonesByOrganisation(tx: Tx): Promise<ReadonlyMap<string, readonly Phone[]>> {
  const rows = await tx.db
    .selectFrom('organisationPhone')
    .select(['organisationId', 'number', 'whenEn', 'whenCy'])
    .orderBy('organisationId')
    .orderBy('place')
    .execute()
  const grouped = Map.groupBy(rows, ({ organisationId }) => organisationId)
  return new Map(
    [...grouped].map(([id, phones]) => [
      id,
      phones.map(({ number, whenEn, whenCy }) => ({ number, when: { en: whenEn, cy: whenCy } })),
    ]),
  )
}
