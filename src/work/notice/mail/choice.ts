import { sql } from 'kysely'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { dropMails } from '#work/outbox/mail.ts'
import type { NoticeKind } from '../notice-kind.ts'

/** That somebody is told by mail, where, in which language and since when. */
export interface MailChoice {
  readonly accountId: string
  readonly address: string
  readonly language: Language
  readonly kinds: readonly NoticeKind[]
  readonly chosenAt: Date
}

/** Whoever chooses mail is told of all of them: which one it was, the mail does not say. */
const KINDS: Readonly<Record<NoticeKind, true>> = {
  admitted: true,
  moved: true,
  'on-leave': true,
  'back-from-leave': true,
  'expected-home': true,
  'not-home-yet': true,
  'went-home': true,
  'admission-cancelled': true,
  died: true,
  'death-withdrawn': true,
  'moved-home': true,
  'changed-gp': true,
  'plan-version': true,
  'safeguarding-concluded': true,
  mentioned: true,
  asked: true,
  answered: true,
}

/** The choice of one account that stands, or undefined: nobody is mailed who has not chosen it. */
export async function findMailChoice(tx: Tx, accountId: string): Promise<MailChoice | undefined> {
  return (await mailChoices(tx)).find(choice => choice.accountId === accountId)
}

/** What is held while mails of notices are queued. */
export const MAILING = 'mailing of notices'

/** What all mails of notices to one account are called where they wait to leave. */
export function seriesOf(accountId: string): string {
  return `notices ${accountId}`
}

/** Everybody's choice that stands. */
export async function mailChoices(tx: Tx): Promise<MailChoice[]> {
  const { rows } = await sql<MailChoice>`
    select choice.account_id, code.address, choice.language, choice.kinds, choice.chosen_at
    from (
      select distinct on (account_id) account_id, mail_code_id, language, kinds, chosen_at
      from mail_choice
      order by account_id, chosen_at desc
    ) as choice
    join mail_code as code on code.id = choice.mail_code_id
    where cardinality(choice.kinds) > 0
    order by choice.account_id`.execute(tx.db)
  return rows
}

/** Turns mail on, to the address that a code was sent to and has been confirmed by. What waits for another goes to none. Run it in turn. */
export async function turnOnMail(
  tx: Tx,
  accountId: string,
  { mailCodeId, language }: { readonly mailCodeId: string; readonly language: Language },
): Promise<void> {
  await dropMails(tx, seriesOf(accountId))
  await tx.db
    .insertInto('mailChoice')
    .values({ id: tx.newId(), accountId, mailCodeId, language, kinds: Object.keys(KINDS), chosenAt: tx.now })
    .execute()
}

/** Turns mail off: nothing is queued from this moment, and what was queued and has not left does not leave. Run it in turn. */
export async function turnOffMail(tx: Tx, accountId: string): Promise<void> {
  // Whoever is queueing mails has read the choices already.
  await holdAlone(tx, MAILING)
  const choice = await findMailChoice(tx, accountId)
  if (choice === undefined) return
  await dropMails(tx, seriesOf(accountId))
  await tx.db
    .insertInto('mailChoice')
    .values({
      id: tx.newId(),
      accountId,
      mailCodeId: null,
      language: choice.language,
      kinds: [],
      chosenAt: tx.now,
    })
    .execute()
}
