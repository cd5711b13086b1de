import type { Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { Details } from './details/details.ts'
import type { ItemKind } from './item-kind.ts'

/** The first words of an item. */
export interface NewItem {
  /** Made by whoever asks, so that the same sent twice is one item; drawn where it is left out. */
  readonly id?: string
  readonly kind: ItemKind
  readonly partOf?: string | undefined
  readonly ownerId: string
  readonly dataClass: DataClass
  readonly place: number
  readonly words: string
  readonly language: Language
  readonly dueOn?: string
  readonly helpedBy?: string
  readonly details?: Details
  /** Why, or where it comes from. */
  readonly why?: string
}

/** The plan that is kept under a person id, opened if there is none yet. Answers its id. Of a look: `access.keptUnder`. */
export async function openPlan(tx: Tx, personId: string): Promise<string> {
  await tx.db
    .insertInto('plan')
    .values({ id: tx.newId(), personId, openedAt: tx.now })
    .onConflict(conflict => conflict.column('personId').doNothing())
    .execute()
  const plan = await tx.db.selectFrom('plan').select('id').where('personId', '=', personId).executeTakeFirstOrThrow()
  return plan.id
}

/** Adds an item in its first words. Throws when the access does not cover the owner's data of that class. */
export async function addItem(tx: Tx, access: Access, planId: string, item: NewItem, by: Writer): Promise<string> {
  access.contribute(item.ownerId, item.dataClass)
  const { id = tx.newId() } = item
  const { kind, partOf, ownerId, dataClass, place, words, language, dueOn, helpedBy, details, why = '' } = item
  await tx.db
    .insertInto('planItem')
    .values({ id, planId, kind, partOf: partOf ?? null, ownerId, dataClass, place })
    // The same sent twice in one moment is thus a serialization failure, and tried again; not a fault.
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await tx.db
    .insertInto('planItemVersion')
    .values({
      planItemId: id,
      version: 1,
      words,
      language,
      dueOn: dueOn ?? null,
      why: why.trim() || null,
      helpedBy: helpedBy ?? null,
      details: JSON.stringify(details ?? {}),
      writtenBy: by.accountId,
      writtenByName: by.name,
      representativeId: by.representativeId ?? null,
      writtenAt: tx.now,
    })
    .execute()
  return id
}

/** Whose hand wrote it. */
export interface Writer {
  readonly accountId: string
  readonly name: string
  /** The office by which they write for the person; left out by whoever writes for themselves. */
  readonly representativeId?: string | undefined
}
