import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { everyIdOf } from '#record/person/person-now.ts'

/** How long a code may be entered, days. */
export const INVITATION_DAYS = 7

/** No letter or digit that is easily taken for another, and no vowel that could make a word of it. */
const LETTERS = 'BCDFGHJKMNPQRTVWXY346789'
const CODE_LENGTH = 8
const DAY_MS = 24 * 3_600_000

/** What a code is handed out for: to be chosen as family or friend, or to be recorded as a representative. */
export type InvitationPurpose = 'family' | 'representative'

/**
 * Makes a code to hand to somebody. It opens nothing: whoever enters it, signed in as themselves, only becomes somebody
 * who can be told from everybody else of the same name, and whoever made it has to say that it is them.
 */
export async function makeInvitation(
  tx: Tx,
  about: { readonly personId: string; readonly purpose: InvitationPurpose },
  by: { readonly accountId: string; readonly name: string },
): Promise<string> {
  const id = tx.newId()
  await tx.db
    .insertInto('invitation')
    .values({
      id,
      ...about,
      code: codeFrom(tx.newId()),
      madeBy: by.accountId,
      madeByName: by.name,
      madeAt: tx.now,
      endsAt: new Date(tx.now.getTime() + INVITATION_DAYS * DAY_MS),
    })
    .execute()
  return id
}

/** Eight letters out of the random part of an id: 24 to the power of 8, more than anybody can try. */
function codeFrom(id: string): string {
  let rest = BigInt(`0x${id.replaceAll('-', '').slice(16)}`) & 0x3fffffffffffffffn
  let code = ''
  for (let at = 0; at < CODE_LENGTH; at++) {
    code += LETTERS.charAt(Number(rest % BigInt(LETTERS.length)))
    rest /= BigInt(LETTERS.length)
  }
  return code
}

/**
 * Enters a code, as whoever is signed in. Entered again by the same person it stays entered. Refused in one way for a
 * code that never was, has run out, was answered, was entered by somebody else, or is about oneself.
 */
export async function enterCode(
  tx: Tx,
  by: CitizenActor,
  text: string,
): Promise<Outcome<undefined, 'invitation.unknown'>> {
  const code = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const invitation = await tx.db
    .selectFrom('invitation')
    .leftJoin('invitationEntry as entry', 'entry.invitationId', 'invitation.id')
    .leftJoin('invitationAnswer as answer', 'answer.invitationId', 'invitation.id')
    .innerJoin('personNow as about', 'about.id', 'invitation.personId')
    .leftJoin('personAccountNow as own', join =>
      join.onRef('own.personId', '=', 'about.personId').on('own.accountId', '=', by.accountId),
    )
    .select(['invitation.id', 'entry.accountId as enteredBy', 'own.accountId as ownAccount'])
    .where('invitation.code', '=', code)
    .where('invitation.endsAt', '>', tx.now)
    .where('answer.invitationId', 'is', null)
    .executeTakeFirst()
  if (invitation === undefined || invitation.ownAccount !== null) return refused('invitation.unknown')
  if (invitation.enteredBy !== null)
    return invitation.enteredBy === by.accountId ? done(undefined) : refused('invitation.unknown')
  await tx.db
    .insertInto('invitationEntry')
    .values({ invitationId: invitation.id, accountId: by.accountId, enteredAt: tx.now })
    .execute()
  return done(undefined)
}

/** A code that has not been answered and has not run out, and who has entered it. */
export interface OpenInvitation {
  readonly id: string
  readonly code: string
  readonly endsAt: Date
  readonly entered: { readonly accountId: string; readonly name: string } | undefined
}

/** The codes that wait for somebody, or for the answer whether it is them. The latest first. */
export async function openInvitations(
  tx: Tx,
  { personId, purpose }: { readonly personId: string; readonly purpose: InvitationPurpose },
): Promise<OpenInvitation[]> {
  const rows = await tx.db
    .selectFrom('invitation')
    .leftJoin('invitationEntry as entry', 'entry.invitationId', 'invitation.id')
    .leftJoin('account', 'account.id', 'entry.accountId')
    .leftJoin('invitationAnswer as answer', 'answer.invitationId', 'invitation.id')
    .select(['invitation.id', 'invitation.code', 'invitation.endsAt', 'entry.accountId', 'account.name'])
    .where('invitation.personId', 'in', everyIdOf(personId))
    .where('invitation.purpose', '=', purpose)
    .where('invitation.endsAt', '>', tx.now)
    .where('answer.invitationId', 'is', null)
    .orderBy('invitation.madeAt', 'desc')
    .orderBy('invitation.id')
    .execute()
  return rows.map(({ id, code, endsAt, accountId, name }) => ({
    id,
    code,
    endsAt,
    entered: accountId === null || name === null ? undefined : { accountId, name },
  }))
}

/** Notes whether the one who entered a code is the one who was meant. The first answer counts. */
export async function answerInvitation(
  tx: Tx,
  answer: { readonly invitationId: string; readonly accepted: boolean },
  by: { readonly accountId: string; readonly name: string },
): Promise<void> {
  await tx.db
    .insertInto('invitationAnswer')
    .values({ ...answer, answeredBy: by.accountId, answeredByName: by.name, answeredAt: tx.now })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
