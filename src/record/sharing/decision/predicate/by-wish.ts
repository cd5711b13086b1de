import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { RelationshipKind } from '#record/sharing/vocabulary.ts'
import { type Asker, isNamedIn, objectionsOf, tiesOf } from './concerning.ts'

/** What people chose for this actor, whoever contributed it, where there is a tie of one of these kinds as well. */
export function openByWish(tx: Tx, actor: Asker, kinds: readonly RelationshipKind[]): RawBuilder<unknown> {
  return sql`
    select wish.person_id, organisation.id as contributor_id, class.name as data_class
    from wish_now as wish
    cross join lateral ${objectionsOf(actor, sql`wish.person_id`)} as objection
    cross join lateral unnest(wish.data_classes) as class (name)
    cross join organisation
    where wish.kind = 'allow' and ${isNamedIn(sql`wish`, actor)}
      and exists (select from ${tiesOf(tx, actor)} as tie
                  where tie.person_id = wish.person_id and tie.kind = any(${[...kinds]}::text[]))
      and not objection.is_to_all and class.name <> all(objection.classes)`
}
