import { sql } from 'kysely'
import { holdAlone, type Store, type Tx, transactionInTurn } from '#ground/db/store.ts'
import { sayIn } from '#ground/language/say.ts'
import type { CitizenActor, WorkerActor } from '#record/organisation/actor.ts'
import { workersOfAccount } from '#record/organisation/workers-of-team.ts'
import { peopleOf } from '#record/sharing/relationship/ties.ts'
import { queueMail } from '#work/outbox/mail.ts'
import { mayWriteTo } from '../may-write-to.ts'
import { noticesOpenTo } from '../open-to.ts'
import { MAILING, type MailChoice, mailChoices, seriesOf } from './choice.ts'

/** Nobody is mailed more often, minutes: the second mail would say what the first did. */
const APART_MINUTES = 60

/** How far back it is looked, days. What is older is not new to anybody. */
const LOOKED_BACK_DAYS = 14

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/**
 * Mails everybody who chose it that there is a notice: one that would be shown to them now, came after they chose, was
 * not mailed of and is not taken. The mail is the same for everybody and whatever it is, and tells of nobody. `origin` is
 * where people sign in. Several processes may do it at once: each notice is mailed of once.
 */
export async function mailNotices(store: Store, origin: string): Promise<void> {
  await transactionInTurn(store, async tx => {
    await holdAlone(tx, MAILING)
    for (const choice of await mailChoices(tx)) await mailOne(tx, choice, origin)
  })
}

async function mailOne(tx: Tx, choice: MailChoice, origin: string): Promise<void> {
  if (await wasJustMailed(tx, choice)) return
  const own = await ownPeople(tx, choice.accountId)
  for (const personId of own) if (!(await mayWriteTo(tx, personId))) return
  const open = new Set<string>()
  for (const actor of await actorsOf(tx, choice.accountId)) {
    const people = [...own, ...(await peopleOf(tx, actor))]
    for (const id of await noticesOpenTo(tx, actor, await untold(tx, choice, people))) open.add(id)
  }
  const [first] = [...open].sort()
  if (first === undefined) return
  const say = sayIn(choice.language)
  await queueMail(tx, {
    key: `notice ${first} ${choice.accountId}`,
    series: seriesOf(choice.accountId),
    to: choice.address,
    subject: say('noticeMail.subject'),
    text: say('noticeMail.text', { address: origin }),
  })
  await tx.db
    .insertInto('mailTold')
    .values([...open].map(noticeId => ({ accountId: choice.accountId, noticeId, toldAt: tx.now, isMailed: true })))
    .execute()
}

async function wasJustMailed(tx: Tx, { accountId }: MailChoice): Promise<boolean> {
  const mailed = tx.db
    .selectFrom('mailTold')
    .select('noticeId')
    .where('accountId', '=', accountId)
    .where('isMailed', '=', true)
    .where('toldAt', '>', new Date(tx.now.getTime() - APART_MINUTES * MINUTE_MS))
  return (await mailed.executeTakeFirst()) !== undefined
}

/** Whom an account is itself, as they are now. */
async function ownPeople(tx: Tx, accountId: string): Promise<string[]> {
  const own = tx.db.selectFrom('personAccountNow').select('personId').where('accountId', '=', accountId)
  return (await own.execute()).flatMap(({ personId }) => personId ?? [])
}

/** Every way in which somebody may sign in: in each post they hold, or as themselves. */
async function actorsOf(tx: Tx, accountId: string): Promise<(CitizenActor | WorkerActor)[]> {
  const workers = await workersOfAccount(tx, accountId)
  if (workers.length > 0) return workers
  const account = tx.db.selectFrom('account').select('name').where('id', '=', accountId)
  return [{ kind: 'citizen', accountId, name: (await account.executeTakeFirstOrThrow()).name }]
}

async function untold(tx: Tx, choice: MailChoice, people: readonly string[]): Promise<string[]> {
  const { accountId, kinds, chosenAt } = choice
  const since = new Date(Math.max(chosenAt.getTime(), tx.now.getTime() - LOOKED_BACK_DAYS * DAY_MS))
  const { rows } = await sql<{ id: string }>`
    select distinct notice.id
    from notice_now as notice
    where notice.person_id = any(${[...people]}::uuid[]) and notice.kind = any(${[...kinds]}::text[])
      and notice.recorded_at > ${since}
      and not exists (
        select from notice_receipt as receipt where receipt.notice_id = notice.id and receipt.account_id = ${accountId})
      and not exists (
        select from mail_told as told where told.notice_id = notice.id and told.account_id = ${accountId})`.execute(
    tx.db,
  )
  return rows.map(({ id }) => id)
}
