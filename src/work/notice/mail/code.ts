import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { holdAlone, type Tx } from '#ground/db/store.ts'
import { type Language, sayIn } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { queueMail } from '#work/outbox/mail.ts'
import { turnOnMail } from './choice.ts'

/** How long a code may be typed in, minutes. */
export const CODE_MINUTES = 30

/** How many wrong ones may be typed before it is worth nothing. Of a million codes, three are no guess. */
const WRONG_MAX = 3

/** How many one account may ask for within a day, so that nobody's box is filled from here. */
const CODES_A_DAY_MAX = 5

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** A code that was mailed and may still be typed in. */
export interface WaitingCode {
  readonly id: string
  readonly address: string
  readonly codeHash: string
}

/** Mails six digits to an address, to be typed in by whoever says that it is theirs. An earlier code is worth nothing then. Use in `transactionInTurn`. */
export async function sendMailCode(
  tx: Tx,
  accountId: string,
  { address, language }: { readonly address: string; readonly language: Language },
): Promise<Outcome<undefined, 'noticeMail.tooManyCodes'>> {
  await holdAlone(tx, `mail code ${accountId}`)
  const asked = await tx.db
    .selectFrom('mailCode')
    .select('id')
    .where('accountId', '=', accountId)
    .where('madeAt', '>', new Date(tx.now.getTime() - DAY_MS))
    .execute()
  if (asked.length >= CODES_A_DAY_MAX) return refused('noticeMail.tooManyCodes')
  const id = tx.newId()
  const code = codeFrom(tx.newId())
  await tx.db
    .insertInto('mailCode')
    .values({ id, accountId, address, codeHash: hashOf(id, code), madeAt: tx.now })
    .execute()
  const say = sayIn(language)
  await queueMail(tx, {
    key: `mail code ${id}`,
    to: address,
    subject: say('noticeMail.codeSubject'),
    text: say('noticeMail.codeText', { code, minutes: CODE_MINUTES }),
  })
  return done(undefined)
}

/** The code that somebody has been mailed last, while it may be typed in. */
export async function findWaitingCode(tx: Tx, accountId: string): Promise<WaitingCode | undefined> {
  const { rows } = await sql<WaitingCode>`
    select code.id, code.address, code.code_hash
    from (
      select id, address, code_hash, made_at from mail_code
      where account_id = ${accountId}
      order by made_at desc, id
      limit 1
    ) as code
    where code.made_at > ${new Date(tx.now.getTime() - CODE_MINUTES * MINUTE_MS)}
      and not exists (select from mail_try as tried where tried.mail_code_id = code.id and tried.is_right)
      and (select count(*) from mail_try as tried where tried.mail_code_id = code.id) < ${WRONG_MAX}`.execute(tx.db)
  return rows[0]
}

/**
 * Turns mail on for whoever types the code that was mailed to them. A wrong one is counted, so the transaction must
 * commit also when it is refused. Use in `transactionInTurn`.
 */
export async function enterMailCode(
  tx: Tx,
  accountId: string,
  { typed, language }: { readonly typed: string; readonly language: Language },
): Promise<Outcome<undefined, 'noticeMail.codeWrong' | 'noticeMail.codeOver'>> {
  await holdAlone(tx, `mail code ${accountId}`)
  const waiting = await findWaitingCode(tx, accountId)
  if (waiting === undefined) return refused('noticeMail.codeOver')
  const isRight = hashOf(waiting.id, typed.replace(/\D/g, '')) === waiting.codeHash
  await tx.db
    .insertInto('mailTry')
    .values({ id: tx.newId(), mailCodeId: waiting.id, isRight, triedAt: tx.now })
    .execute()
  if (isRight) {
    await turnOnMail(tx, accountId, { mailCodeId: waiting.id, language })
    return done(undefined)
  }
  return refused((await findWaitingCode(tx, accountId)) === undefined ? 'noticeMail.codeOver' : 'noticeMail.codeWrong')
}

/** Six digits out of the random part of an id. */
function codeFrom(id: string): string {
  return String(Number.parseInt(id.slice(-12), 16) % 1_000_000).padStart(6, '0')
}

function hashOf(id: string, code: string): string {
  return createHash('sha256').update(`${id} ${code}`).digest('hex')
}
