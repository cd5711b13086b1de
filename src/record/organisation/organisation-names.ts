import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'

/** What every organisation is called, by its id. */
export async function organisationNamesById(tx: Tx): Promise<ReadonlyMap<string, Bilingual>> {
  const organisations = await everyOrganisation(tx)
  return new Map(organisations.map(({ id, name }) => [id, name]))
}

/** What every organisation is called, by the code that agreements name it by. */
export async function organisationNamesByCode(tx: Tx): Promise<ReadonlyMap<string, Bilingual>> {
  const organisations = await everyOrganisation(tx)
  return new Map(organisations.map(({ code, name }) => [code, name]))
}

/** The code and the name of every organisation, by its id. */
export async function organisationsById(tx: Tx): Promise<ReadonlyMap<string, Omit<NamedOrganisation, 'id' | 'kind'>>> {
  const organisations = await everyOrganisation(tx)
  return new Map(organisations.map(({ id, code, name }) => [id, { code, name }]))
}

/** An organisation and what it is called. */
export interface NamedOrganisation {
  readonly id: string
  readonly code: string
  readonly kind: string
  readonly name: Bilingual
}

/** Every organisation of the region, and the person, who is one where it is asked whose something is. */
export async function everyOrganisation(tx: Tx): Promise<NamedOrganisation[]> {
  const rows = await tx.db
    .selectFrom('organisation')
    .select(['id', 'code', 'kind', 'nameEn', 'nameCy'])
    .orderBy('nameCy')
    .execute()
  return rows.map(({ id, code, kind, nameEn, nameCy }) => ({ id, code, kind, name: { en: nameEn, cy: nameCy } }))
}
