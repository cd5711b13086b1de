import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { type Because, pairOf } from './because.ts'
import { holdPeople, stillHeld } from './hold.ts'

type ApartKind = 'told-apart' | 'sealed'

/**
 * Says that two records are not about one person. It stands above every score until somebody lifts it. Answers its id,
 * the one there is when they were told apart already. Refused while they are one person: what joins them ends first.
 */
export function tellApart(
  tx: Tx,
  one: string,
  other: string,
  because: Because,
): Promise<Outcome<string, 'apart.oneNow'>> {
  return setApart(tx, { kind: 'told-apart', one, other, because })
}

/**
 * Seals a new identity from an old one: adoption, gender recognition, protection. Matching alone reads it; it is neither
 * shown, nor counted, nor lifted by `liftApart`. Refused while the two are one person.
 * Source: Gender Recognition Act 2004, section 22; Adoption and Children Act 2002, section 79.
 */
export function sealApart(
  tx: Tx,
  one: string,
  other: string,
  because: Because,
): Promise<Outcome<string, 'apart.oneNow'>> {
  return setApart(tx, { kind: 'sealed', one, other, because })
}

/** Lifts what somebody told apart, by another row. Refused for what is not in force, and alike for what is sealed. */
export function liftApart(tx: Tx, apartId: string, because: Because): Promise<Outcome<undefined, 'apart.none'>> {
  return lift(tx, { kind: 'told-apart', apartId, because })
}

/** Lifts a seal that was set by mistake. For whoever may know of both identities, and no page of ours. */
export function liftSeal(tx: Tx, apartId: string, because: Because): Promise<Outcome<undefined, 'apart.none'>> {
  return lift(tx, { kind: 'sealed', apartId, because })
}

interface Apart {
  readonly kind: ApartKind
  readonly one: string
  readonly other: string
  readonly because: Because
}

/** The rows of both people are written as they are: who joins them at this moment must see it, or be tried again. */
async function setApart(tx: Tx, { kind, one, other, because }: Apart): Promise<Outcome<string, 'apart.oneNow'>> {
  const { recordA, recordB } = pairOf(one, other)
  const { decidedBy, accountId, reason } = because
  const held = await holdPeople(tx, [recordA, recordB])
  const { rows } = await sql<{ people: string[]; apartId: string | null }>`
    with side as materialized (
      select distinct person_id from person_link_now where source_record_id in (${recordA}, ${recordB})
    ), standing as (
      select id from record_apart_now where record_a = ${recordA} and record_b = ${recordB} and kind = ${kind} limit 1
    ), set_apart as (
      insert into record_apart (id, record_a, record_b, kind, decided_by, account_id, reason, started_at)
      select ${tx.newId()}, ${recordA}, ${recordB}, ${kind}, ${decidedBy}, ${accountId ?? null}, ${reason}, ${tx.now}
      where (select count(*) from side) = 2 and not exists (select from standing)
      returning id
    ), written as (
      update person_now as now set person_id = now.person_id
      from side
      where now.id = side.person_id and exists (select from set_apart)
    )
    select (select array_agg(person_id::text) from side) as people,
           coalesce((select id from standing), (select id from set_apart)) as apart_id`.execute(tx.db)
  const [{ people, apartId } = { people: [], apartId: null }] = rows
  stillHeld(held, people)
  return apartId === null ? refused('apart.oneNow') : done(apartId)
}

interface Lifted {
  readonly kind: ApartKind
  readonly apartId: string
  readonly because: Because
}

async function lift(tx: Tx, { kind, apartId, because }: Lifted): Promise<Outcome<undefined, 'apart.none'>> {
  const { decidedBy, accountId, reason } = because
  const { rows } = await sql`
    insert into record_apart_end (record_apart_id, decided_by, account_id, reason, ended_at)
    select id, ${decidedBy}, ${accountId ?? null}::uuid, ${reason}, ${tx.now}::timestamptz
    from record_apart_now where id = ${apartId} and kind = ${kind}
    on conflict do nothing
    returning record_apart_id`.execute(tx.db)
  return rows.length === 0 ? refused('apart.none') : done(undefined)
}
