import { sql } from 'kysely'
import { idFor } from '#ground/chance.ts'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { findUnexplained } from './find.ts'
import type { Finding } from './finding.ts'
import { loadLookFacts } from './load-facts.ts'
import { checkedTheTrail } from './officer-trail.ts'
import { answeredFor, type PrivacyOfficer } from './privacy-team.ts'
import { WORDS_LENGTH_MAX } from './question.ts'

/** What came of looking into something: it was in order, somebody was spoken to, or it has gone further. */
export const OUTCOMES = ['in-order', 'spoken-to', 'referred'] as const
export type InquiryOutcome = (typeof OUTCOMES)[number]

/** How many of the latest inquiries are shown. */
export const INQUIRIES_SHOWN_MAX = 20

/** What an officer says of a finding that they have looked into. */
export interface NewInquiry {
  readonly findingId: string
  /** The last entry of the trail that they had read, by its sequence number: what comes later stands out anew. */
  readonly upTo: number
  readonly outcome: InquiryOutcome
  readonly words: string
  /** Made by whoever asks: sent twice, it is one inquiry. */
  readonly key: string
}

/** Something that has been looked into. Whose looks they were; undefined where they were many workers'. */
export interface Inquiry {
  readonly id: string
  readonly who: string | undefined
  readonly outcome: InquiryOutcome
  readonly words: string
  readonly inquiredBy: string
  readonly inquiredAt: Date
}

export type InquiryProblem = 'inquiry.notShown' | 'inquiry.ownLooks' | 'inquiry.wordsMissing' | 'inquiry.wordsTooLong'

/** What stands out and has not been looked into, and of how many looks that is. */
export interface Unexplained {
  readonly findings: readonly Finding[]
  /** Every look of the last 31 days, and how many of them are explained by what is held already. */
  readonly looks: number
  readonly explained: number
}

/** Finds what stands out among the looks that an officer's team answers for. */
export async function unexplainedFor(tx: Tx, officer: PrivacyOfficer): Promise<Unexplained> {
  const facts = await loadLookFacts(tx, officer.accountId, await answeredFor(tx, officer.teamId))
  const settled = await settledEntries(tx, officer.teamId)
  return {
    findings: findUnexplained(facts).filter(({ entries }) => !entries.every(entry => settled.has(entry))),
    looks: facts.looks.reduce((sum, { looks }) => sum + looks, 0),
    explained: facts.looks.reduce((sum, { explained }) => sum + explained, 0),
  }
}

/**
 * Notes that a finding has been looked into, with what came of it. Nothing is deleted: the looks stay, and new ones
 * stand out anew. Nobody settles what they did themselves: a colleague must. The person reads that it was looked into.
 */
export async function inquire(
  tx: Tx,
  officer: PrivacyOfficer,
  inquiry: NewInquiry,
): Promise<Outcome<undefined, InquiryProblem>> {
  const words = inquiry.words.trim()
  if (words === '') return refused('inquiry.wordsMissing')
  if (words.length > WORDS_LENGTH_MAX) return refused('inquiry.wordsTooLong')
  const id = idFor(`inquiry ${inquiry.key} ${officer.accountId} ${inquiry.findingId}`)
  if (await isNoted(tx, id)) return done(undefined)
  const { findings } = await unexplainedFor(tx, officer)
  const finding = findings.find(one => one.id === inquiry.findingId)
  if (finding === undefined) return refused('inquiry.notShown')
  if (finding.worker?.accountId === officer.accountId) return refused('inquiry.ownLooks')
  await tx.db
    .insertInto('lookInquiry')
    .values({
      id,
      teamId: officer.teamId,
      accountId: finding.worker?.accountId ?? null,
      personId: finding.personId ?? null,
      entries: finding.entries.filter(entry => entry <= inquiry.upTo),
      outcome: inquiry.outcome,
      words,
      inquiredBy: officer.accountId,
      inquiredByName: officer.name,
      inquiredAt: tx.now,
    })
    .execute()
  if (finding.personId !== undefined) await checkedTheTrail(tx, officer, finding.personId, 'inquire')
  return done(undefined)
}

/** What a team has looked into lately, the latest first. */
export async function inquiriesBy(tx: Tx, officer: PrivacyOfficer): Promise<Inquiry[]> {
  const rows = await tx.db
    .selectFrom('lookInquiry as inquiry')
    .leftJoin('account', 'account.id', 'inquiry.accountId')
    .select(['inquiry.id', 'account.name as who', 'inquiry.outcome', 'inquiry.words', 'inquiry.inquiredByName'])
    .select('inquiry.inquiredAt')
    .where('inquiry.teamId', '=', officer.teamId)
    .orderBy('inquiry.inquiredAt', 'desc')
    .limit(INQUIRIES_SHOWN_MAX)
    .execute()
  return rows.map(({ who, outcome, inquiredByName, ...row }) => ({
    ...row,
    who: who ?? undefined,
    outcome: outcome as InquiryOutcome,
    inquiredBy: inquiredByName,
  }))
}

async function isNoted(tx: Tx, id: string): Promise<boolean> {
  return (await tx.db.selectFrom('lookInquiry').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** The entries that a team has looked into. Entries older than the window are of no matter, and cost little. */
async function settledEntries(tx: Tx, teamId: string): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ entry: number }>`
    select distinct unnest(entries) as entry from look_inquiry where team_id = ${teamId}`.execute(tx.db)
  return new Set(rows.map(({ entry }) => entry))
}
