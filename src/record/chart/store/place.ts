import { statement } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import type { KeptClass } from '../class-of.ts'

/** A resource by the name that FHIR has for it. */
export interface Named {
  readonly type: string
  /** As it stands in an address: ours, or one that its contributor chose. */
  readonly id: string
}

/** Where something stands, whose it is and how private, and nothing of what it says. */
export interface Place {
  readonly id: string
  readonly type: string
  readonly logicalId: string
  readonly version: number
  readonly sourceRecordId: string | undefined
  /** The person it is about now, and the id of its record's own; undefined for what is about no one person. */
  readonly personId: string | undefined
  readonly homePersonId: string | undefined
  readonly contributorId: string
  readonly dataClass: KeptClass
  readonly deleted: boolean
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Everything that goes by each of these names, in an order that stays, whoever may see it: for finding out whom it would be
 * about. Nothing of it is told before it is decided.
 */
export async function placesOf(tx: Tx, named: readonly Named[]): Promise<Place[][]> {
  if (named.length === 0) return []
  const columns = [named.map(({ type }) => type), named.map(({ id }) => id), named.map(uuidIn)]
  const isOne = named.length === 1
  const hasPatient = named.some(({ type }) => type === 'Patient')
  const values = isOne ? columns.flat() : columns
  const { rows } = await statement<Row>(questionOf(isOne, hasPatient), values).execute(tx.db)
  return named.map((_, index) => rows.filter(({ place }) => place === index + 1).map(placeFrom))
}

/** One name is a row and not a list: the planner takes a list for many, and reads whole tables for them. */
function questionOf(isOne: boolean, hasPatient: boolean): string {
  const asked = isOne
    ? '(values ($1::text, $2::text, $3::uuid, 1))'
    : 'unnest($1::text[], $2::text[], $3::uuid[]) with ordinality'
  return `
    select asked.place, held.id, held.type, held.logical_id, held.version, held.source_record_id, now.person_id, record.home_person_id,
           held.contributor_id, held.data_class, held.deleted
    from ${asked} as asked (type, logical_id, id, place)
    cross join lateral (
      select id, type, asked.logical_id, version, coalesce(source_record_id, deleted_from) as source_record_id,
             contributor_id, data_class, deleted
      from resource
      where resource.id = asked.id and resource.type = asked.type and resource.logical_id is null
      union all
      select id, type, logical_id, version, coalesce(source_record_id, deleted_from), contributor_id, data_class, deleted
      from resource
      where resource.type = asked.type and resource.logical_id = asked.logical_id${hasPatient ? PATIENTS : ''}
    ) as held
    left join source_record as record on record.id = held.source_record_id
    left join person_now as now on now.id = record.home_person_id
    order by asked.place, held.id`
}

/** A Patient is a record, and nothing of the resources. */
const PATIENTS = `
      union all
      select id, 'Patient', asked.logical_id, version, id, organisation_id, 'demographics', false
      from source_record as record
      where asked.type = 'Patient' and (record.logical_id = asked.logical_id or record.logical_id is null and record.id = asked.id)
      union all
      -- By an id of the person, as plans and the trail name them: any of their records, of those that are open.
      select record.id, 'Patient', asked.logical_id, record.version, record.id, record.organisation_id, 'demographics', false
      from person_now as named
      join person_now as member on member.person_id = named.person_id
      join source_record as record on record.home_person_id = member.id
      where asked.type = 'Patient' and named.id = asked.id`

function uuidIn({ id }: Named): string | null {
  return UUID.test(id) ? id : null
}

type OfPerson = 'sourceRecordId' | 'personId' | 'homePersonId'
type Row = Omit<Place, OfPerson> & { readonly place: number } & Readonly<Record<OfPerson, string | null>>

function placeFrom({ place: _, sourceRecordId, personId, homePersonId, ...row }: Row): Place {
  const [ofRecord, now, home] = [sourceRecordId ?? undefined, personId ?? undefined, homePersonId ?? undefined]
  return { ...row, sourceRecordId: ofRecord, personId: now, homePersonId: home }
}

/** What a reference means here: `Type/id`, with a version or without, below our own address or without any. */
export function namedBy(reference: string, base: string): Named | undefined {
  const local = reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference
  const [, type, id] =
    /^([A-Z][A-Za-z]{2,60})\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/.exec(local) ?? []
  return type === undefined || id === undefined ? undefined : { type, id }
}
