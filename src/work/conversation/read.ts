import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Actor } from '#record/organisation/actor.ts'
import { findPhotograph, type Photograph } from '#record/organisation/photograph.ts'
import type { Access } from '#record/sharing/access.ts'
import type { AboutItem, Entry, Question } from './conversation.ts'
import { BY_A_WORKER, ENTRY, type EntryRow, entryFrom } from './entry-row.ts'

/** How many entries are read at once, the newest; what came before them is a page further on. */
const SHOWN_MAX = 60

/** Which part of a conversation is wanted: what came before an entry of that number. */
export interface Wanted {
  readonly before?: number | undefined
}

/** A part of a conversation as far as it is open to a reader. */
export interface Conversation {
  /** The newest first; an answer stands with its question, wherever that is shown. */
  readonly entries: readonly Entry[]
  /** The questions that wait, those due first, wherever in the conversation they stand. */
  readonly waiting: readonly Entry[]
  /** What is older than what is shown begins before this number; undefined when there is nothing. */
  readonly olderThan: number | undefined
}

/** The conversation about one person. What is not open to the reader is left out before any are counted off. */
export async function readConversation(tx: Tx, access: Access, { before }: Wanted = {}): Promise<Conversation> {
  const { rows } = await sql<EntryRow>`
    ${ENTRY} where plan.person_id = ${access.personId} and entry.kind <> 'answer'
      and entry.contributor_id || ' ' || entry.data_class = any(${opensOf(access)})
      and (${before === undefined} or entry.number < ${before ?? 0})
    order by entry.number desc
    limit ${SHOWN_MAX + 1}`.execute(tx.db)
  const shown = rows.slice(0, SHOWN_MAX)
  const { rows: open } = await sql<{ id: string }>`
    select id from conversation_question_now
    where person_id = ${access.personId} and is_open
      and contributor_id || ' ' || data_class = any(${opensOf(access)})`.execute(tx.db)
  const known = new Set(shown.map(({ id }) => id))
  const elsewhere = open.map(({ id }) => id).filter(id => !known.has(id))
  const entries = await withAnswers(tx, access, shown)
  const waiting = [...entries, ...(await readEntries(tx, access, elsewhere))].filter(isWaiting)
  return {
    entries,
    waiting: waiting.toSorted(byDue),
    olderThan: rows.length > SHOWN_MAX ? shown.at(-1)?.number : undefined,
  }
}

/** Those of these entries that are open to a reader, newest first: with what was answered, and an answer by itself too. */
export async function readEntries(tx: Tx, access: Access, ids: readonly string[]): Promise<Entry[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<EntryRow>`
    ${ENTRY} where plan.person_id = ${access.personId} and entry.id = any(${[...ids]}::uuid[])
      and entry.contributor_id || ' ' || entry.data_class = any(${opensOf(access)})
    order by entry.number desc`.execute(tx.db)
  return withAnswers(tx, access, rows)
}

/** The questions that wait about items of the plan and are open to a reader, newest first. Nothing answers them yet. */
export async function readWaitingAbout(tx: Tx, access: Access): Promise<Entry[]> {
  const { rows } = await sql<EntryRow>`
    ${ENTRY} where plan.person_id = ${access.personId} and entry.id in (
        select waits.id from conversation_question_now as waits
        join conversation_about as noted on noted.entry_id = waits.id
        where waits.person_id = ${access.personId} and waits.is_open)
      and entry.contributor_id || ' ' || entry.data_class = any(${opensOf(access)})
    order by entry.number desc`.execute(tx.db)
  return rows.map(row => {
    release(access, row)
    return entryFrom(row, { now: tx.now, answers: [], about: aboutIn(access, row) })
  })
}

/** The people whom these entries are about now. */
export async function peopleOfEntries(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct plan.person_id
    from conversation_entry as entry
    join plan_now as plan on plan.id = entry.plan_id
    where entry.id = any(${[...ids]}::uuid[])
    order by plan.person_id`.execute(tx.db)
  return rows.map(({ personId }) => personId)
}

/** The photograph of a worker who wrote something that the reader may read; undefined for every other, as if there were none. */
export async function findWritersPhotograph(
  tx: Tx,
  access: Access,
  photographId: string,
): Promise<Photograph | undefined> {
  const { rows } = await sql`
    select from worker_photograph as face
    join conversation_entry as entry on entry.written_by = face.account_id and ${BY_A_WORKER}
    join plan_now as plan on plan.id = entry.plan_id
    where face.id = ${photographId} and plan.person_id = ${access.personId}
      and entry.contributor_id || ' ' || entry.data_class = any(${opensOf(access)})
    limit 1`.execute(tx.db)
  return rows.length === 0 ? undefined : findPhotograph(tx, photographId)
}

/** Whether a question is the reader's to answer: asked of them, or of the team they act for. */
export function isTheirs(actor: Actor, { owner }: Question): boolean {
  if (actor.kind === 'system') return false
  if (owner.accountId !== undefined) return owner.accountId === actor.accountId
  return actor.kind === 'worker' && actor.teamId !== undefined && owner.teamId === actor.teamId
}

async function withAnswers(tx: Tx, access: Access, rows: readonly EntryRow[]): Promise<Entry[]> {
  const questions = rows.filter(({ kind }) => kind === 'question').map(({ id }) => id)
  const answers = questions.length === 0 ? [] : await answersTo(tx, access, questions)
  return rows.map(row => {
    release(access, row)
    const given = answers.filter(({ questionId }) => questionId === row.id)
    return entryFrom(row, { now: tx.now, answers: given, about: aboutIn(access, row) })
  })
}

async function answersTo(tx: Tx, access: Access, questions: readonly string[]): Promise<Entry[]> {
  const { rows } = await sql<EntryRow>`
    ${ENTRY} where entry.question_id = any(${[...questions]}::uuid[])
      and entry.contributor_id || ' ' || entry.data_class = any(${opensOf(access)})
    order by entry.number`.execute(tx.db)
  return rows.map(row => {
    release(access, row)
    return entryFrom(row, { now: tx.now, answers: [], about: undefined })
  })
}

/** What an entry is about, where the reader may see that too; and notes that it is let through. */
function aboutIn(access: Access, row: EntryRow): AboutItem | undefined {
  const { aboutId, aboutOwnerId, aboutClass, aboutWords: words, aboutLanguage: language } = row
  if (aboutId === null || !access.covers(aboutOwnerId, aboutClass)) return undefined
  access.release(aboutOwnerId, aboutClass)
  return { itemId: aboutId, words, language }
}

function release(access: Access, { contributorId, dataClass }: EntryRow): void {
  access.release(contributorId, dataClass)
}

function opensOf({ grants }: Access): string[] {
  return grants.map(({ contributorId, dataClass }) => `${contributorId} ${dataClass}`)
}

function isWaiting({ question }: Entry): boolean {
  return question?.isOpen === true
}

function byDue(one: Entry, other: Entry): number {
  return one.question!.answerBy.getTime() - other.question!.answerBy.getTime() || one.number - other.number
}
