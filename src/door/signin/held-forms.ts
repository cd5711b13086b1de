import { holdAlone, type Tx } from '#ground/db/store.ts'

/** The most that is kept of one form, bytes of JSON. As much as the largest form anybody may send. */
const FORM_BYTES_MAX = 64 * 1024
/** How many forms are kept for one account. A further one takes the place of the oldest. */
const FORMS_MAX = 5
const HELD_MINUTES = 60

/** What somebody typed: the names of the fields and their values. */
export type Fields = Readonly<Record<string, string>>

/**
 * Keeps what somebody had typed when their session ended, for their account alone, under the page of the form. False
 * when it is too large to keep. Run it in turn.
 */
export async function holdForm(tx: Tx, accountId: string, path: string, fields: Fields): Promise<boolean> {
  const typed = JSON.stringify(fields)
  if (Buffer.byteLength(typed) > FORM_BYTES_MAX || !isStorable(fields)) return false
  await holdAlone(tx, `forms held for ${accountId}`)
  await tx.db.deleteFrom('heldForm').where('accountId', '=', accountId).where('path', '=', path).execute()
  await tx.db
    .deleteFrom('heldForm')
    .where('id', 'in', from =>
      from
        .selectFrom('heldForm')
        .select('id')
        .where('accountId', '=', accountId)
        .orderBy('heldAt', 'desc')
        .offset(FORMS_MAX - 1),
    )
    .execute()
  await tx.db
    .insertInto('heldForm')
    .values({ id: tx.newId(), accountId, path, fields: typed, heldAt: tx.now })
    .execute()
  return true
}

/** Gives back what was kept for this account under this page, and keeps it no longer. */
export async function takeHeldForm(tx: Tx, accountId: string, path: string): Promise<Fields | undefined> {
  const taken = await tx.db
    .deleteFrom('heldForm')
    .where('accountId', '=', accountId)
    .where('path', '=', path)
    .returning(['fields', 'heldAt'])
    .executeTakeFirst()
  if (taken === undefined || taken.heldAt <= oldestHeld(tx.now)) return undefined
  return taken.fields as Fields
}

/** A form held at this moment or before is given to nobody. */
export function oldestHeld(now: Date): Date {
  return new Date(now.getTime() - HELD_MINUTES * 60_000)
}

/** PostgreSQL's jsonb holds neither the character NUL nor half of a surrogate pair. */
function isStorable(fields: Fields): boolean {
  return Object.entries(fields)
    .flat()
    .every(text => !text.includes('\0') && text.isWellFormed())
}
