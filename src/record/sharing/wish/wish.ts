import { announce } from '#ground/db/announce.ts'
import type { Tx } from '#ground/db/store.ts'
import { findPersonNow } from '#record/person/link/persons.ts'
import type { With } from '../relationship/relationship.ts'
import { DATA_CLASSES, type DataClass } from '../vocabulary.ts'

/** The longest reason somebody may give for a wish, characters. */
export const WISH_WORDS_LENGTH_MAX = 1000

/** A choice to let somebody see classes of the record, or to refuse them. */
export interface NewWish {
  readonly kind: 'allow' | 'refuse'
  readonly with: With
  readonly dataClasses: readonly DataClass[]
  readonly words?: string
  /** Made by the form. The same form sent again is the same wish. */
  readonly key?: string
}

/** Why a wish is not taken. Nothing is changed. */
export type WishProblem =
  | DeciderProblem
  | 'wish.nothingNamed'
  | 'wish.unknownClass'
  | 'wish.nobodyNamed'
  | 'wish.noTie'
  | 'wish.notYoursToDecide'
  | 'wish.refusedMoreWidely'
  | 'wish.wordsTooLong'
  | 'wish.unknown'

/** Why somebody may not decide at all who sees a person's record. */
export type DeciderProblem = 'wish.notYourRecord' | 'wish.capacityHolds' | 'wish.actTogether'

/** Whether a text is the code of a class. */
export function isDataClass(code: string): code is DataClass {
  return (DATA_CLASSES as readonly string[]).includes(code)
}

/** Tells every process, when this commits, that what may be seen of a person is another: open pages decide again. */
export async function announceSharing(tx: Tx, personId: string): Promise<void> {
  await announce(tx, { topic: SHARING_CHANGED, id: (await findPersonNow(tx, personId)) ?? personId })
}

/** The topic under which it is announced that what may be seen of a person has changed. The id is the person's, as they are now. */
export const SHARING_CHANGED = 'sharing'
