import { sql } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import type { AdtPerson } from '#ground/hl7/adt-event.ts'
import { onlySaid } from '#ground/hl7/header.ts'
import type { SourceKey } from '#record/person/keep-source-record.ts'
import { bySaying, type Saying } from '../saying.ts'

/** When each field of a record was last spoken of. */
export type ToldLast = Partial<Record<keyof AdtPerson, Saying>>

/** What a message says of a person and nothing said later has spoken of; and when each field was last spoken of with it. */
export interface News {
  readonly person: Partial<AdtPerson>
  readonly toldLast: ToldLast
}

/**
 * Of what a message says of a person, what nothing said later has spoken of: field by field, the last word stands, in
 * whatever order the messages come. The numbers in PID-3 and PID-4, and those that cannot be NHS numbers, are one field.
 */
export function newsOf(toldLast: ToldLast, sent: AdtPerson, saying: Saying): News {
  const said = spelledOut(sent)
  const isNews = ([field]: [string, unknown]) => {
    const last = toldLast[field as keyof AdtPerson]
    return last === undefined || bySaying(last, saying) <= 0
  }
  const news = Object.entries(said).filter(isNews)
  const spoken = news.map(([field]) => [field, saying] as const)
  const person: Partial<AdtPerson> = Object.fromEntries(news)
  return { person: withNumbers(person, sent), toldLast: { ...toldLast, ...Object.fromEntries(spoken) } }
}

/** What was last told of the record that an organisation keeps under a number. */
export async function findToldLast(tx: Tx, { organisationId, localId }: SourceKey): Promise<ToldLast> {
  const { rows } = await sql<{ fields: ToldLast }>`
    select fields from told_last
    where source_record_id = (
      select id from source_record where organisation_id = ${organisationId} and local_id = ${localId}
    )`.execute(tx.db)
  return rows[0]?.fields ?? {}
}

/** Keeps when each field of a record was last spoken of. */
export function keepToldLast(tx: Tx, sourceRecordId: string, fields: ToldLast): void {
  tx.send(sql`
    insert into told_last (source_record_id, fields) values (${sourceRecordId}, ${JSON.stringify(fields)})
    on conflict (source_record_id) do update set fields = excluded.fields`)
}

/** A moment of death says that somebody has died; that they have not takes the moment away. */
function spelledOut({ otherIds: _, nhsNumberRejected: __, ...person }: AdtPerson): Partial<AdtPerson> {
  const isAlive = person.deceased === false || person.deceased === null
  return onlySaid({
    ...person,
    deceased: person.deceasedAt ? true : person.deceased,
    deceasedAt: person.deceasedAt ?? (isAlive ? null : person.deceasedAt),
  })
}

function withNumbers(person: Partial<AdtPerson>, { otherIds, nhsNumberRejected }: AdtPerson): Partial<AdtPerson> {
  return person.localIds === undefined ? person : { ...person, ...onlySaid({ otherIds, nhsNumberRejected }) }
}
