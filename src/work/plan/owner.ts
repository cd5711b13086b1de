import type { Tx } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import type { Content } from './content.ts'
import type { Details } from './details/details.ts'
import { officeFor } from './in-whose-stead.ts'
import type { ItemKind } from './item-kind.ts'

/** An item with whose it is, as far as deciding about its words goes. */
export interface OwnedItem extends Content {
  readonly id: string
  readonly kind: ItemKind
  readonly planId: string
  readonly ownerId: string
  readonly ownerCode: string
  readonly dataClass: DataClass
  readonly version: number
  readonly helpedBy: string | null
  readonly writtenBy: string | null
  readonly writtenAt: Date
}

/** The item with its present words, if it is in this person's plan and this access may add to it. */
export async function findItem(tx: Tx, access: Access, itemId: string): Promise<OwnedItem | undefined> {
  const row = await tx.db
    .selectFrom('planItem as item')
    .innerJoin('planNow as plan', 'plan.id', 'item.planId')
    .innerJoin('organisation as owner', 'owner.id', 'item.ownerId')
    .innerJoin('planItemVersion as version', 'version.planItemId', 'item.id')
    .select([
      'item.id',
      'item.kind',
      'item.planId',
      'item.ownerId',
      'owner.code as ownerCode',
      'item.dataClass',
      'version.version',
      'version.words',
      'version.language',
      'version.dueOn',
      'version.helpedBy',
      'version.details',
      'version.writtenBy',
      'version.writtenAt',
    ])
    .where('item.id', '=', itemId)
    .where('plan.personId', '=', access.personId)
    .orderBy('version.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const item = row as OwnedItem | undefined
  return item !== undefined && access.mayContribute(item.ownerId, item.dataClass) ? item : undefined
}

/** What a version of an item said, and whose hand wrote it; undefined when there is none of that number. */
export async function findVersion(
  tx: Tx,
  itemId: string,
  version: number,
): Promise<(Content & { readonly writtenBy: string | null }) | undefined> {
  const row = await tx.db
    .selectFrom('planItemVersion')
    .select(['words', 'language', 'dueOn', 'details', 'writtenBy'])
    .where('planItemId', '=', itemId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && { ...row, details: row.details as Details }
}

/**
 * Whether the one who holds the access decides the words of an item: the person for what is theirs, a worker of the
 * owning organisation for what it does. Whoever lawfully acts for the person decides, in their stead, what rests on a
 * decision that they have been found not to be able to make, and nothing besides. A relative proposes, and so does every
 * other agency.
 */
export function decidesWords(
  access: Access,
  item: { readonly ownerId: string; readonly ownerCode: string; readonly kind?: ItemKind },
  isThePerson: boolean,
): boolean {
  if (item.ownerCode === THE_PERSON) return isThePerson || officeFor(access, item.kind) !== undefined
  return access.actor.kind === 'worker' && access.actor.organisationId === item.ownerId
}

/**
 * Whether the one who holds the access says how far an action has come: whoever decides its words, and in the person's
 * own part the relative who has taken it on.
 */
export function confirmsState(
  access: Access,
  item: { readonly ownerId: string; readonly ownerCode: string; readonly details: Details },
  isThePerson: boolean,
): boolean {
  const { actor } = access
  const isTheirs = actor.kind !== 'system' && item.details.account === actor.accountId
  return decidesWords(access, item, isThePerson) || (item.ownerCode === THE_PERSON && isTheirs)
}

/** Whether the one who holds the access is the person whose record it opens. */
export function isThePerson(access: Access): boolean {
  return access.grants.some(grant => grant.because.kind === 'own')
}
