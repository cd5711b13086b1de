import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import { type MayRead, readersToldTo, whoMayRead } from '#record/sharing/wish/who-may-read.ts'
import { openPlan } from '#work/plan/open-plan.ts'
import { announceEntry, noteAbout } from './about.ts'
import { type Contributor, writtenAs } from './contributor.ts'
import {
  type ConversationClass,
  type ConversationProblem,
  ENTRY_LENGTH_MAX,
  type Entry,
  type EntryKind,
} from './conversation.ts'
import { mentionedIn } from './mention.ts'
import { tellOfEntry } from './tell-of-entry.ts'

/** What every entry has. */
export interface Written {
  readonly kind: EntryKind
  readonly dataClass: ConversationClass
  readonly words: string
  readonly language: Language
  /** Somebody chosen to be told of it, besides those who are named in the words by @. */
  readonly mention: string | undefined
  /** Of an answer. */
  readonly questionId?: string
  /** The item of the plan that it is about. */
  readonly aboutItemId?: string | undefined
  /** Made by the form: the same again is the same entry. */
  readonly key: string
}

/** Lets one hand at a time write in a conversation, so that its entries have one order. Run it in turn. */
export function takeTurn(tx: Tx, { personId }: Access): Promise<void> {
  return holdAlone(tx, `conversation ${personId}`)
}

/** What is wrong with words, or undefined. */
export function wordsProblem(words: string): ConversationProblem | undefined {
  if (words === '') return 'conversation.wordsMissing'
  return words.length > ENTRY_LENGTH_MAX ? 'conversation.wordsTooLong' : undefined
}

/** The entry that was written by a form's key, whoever sends it again. */
export async function findByKey(tx: Tx, key: string): Promise<string | undefined> {
  const row = await tx.db.selectFrom('conversationEntry').select('id').where('formKey', '=', key).executeTakeFirst()
  return row?.id
}

/** Whose words an entry is. */
export function contributorOf(tx: Tx, { contributorId }: Entry): Promise<Contributor> {
  return tx.db
    .selectFrom('organisation')
    .select(['id', 'code'])
    .where('id', '=', contributorId)
    .executeTakeFirstOrThrow()
}

/** Everybody who will be able to read what is written for a contributor in one part. */
export async function readersOf(
  tx: Tx,
  access: Access,
  { code }: Contributor,
  dataClass: ConversationClass,
): Promise<MayRead[]> {
  const [readers = []] = await whoMayRead(tx, access.personId, [{ contributor: code, dataClass }])
  return readersToldTo(access, readers)
}

/** Puts an entry at the end of the conversation, tells those it names, and announces it. Answers its id. */
export async function putEntry(
  tx: Tx,
  access: Access,
  written: Written,
  { id: contributorId }: Contributor,
  readers: readonly MayRead[],
): Promise<string> {
  const { actor } = access
  if (actor.kind === 'system') throw new Error('a system wrote in a conversation')
  access.contribute(contributorId, written.dataClass)
  const id = tx.newId()
  const planId = await openPlan(tx, access.keptUnder)
  const { kind, dataClass, words, language, mention, questionId, key, aboutItemId } = written
  await tx.db
    .insertInto('conversationEntry')
    .values({
      id,
      planId,
      kind,
      questionId: questionId ?? null,
      contributorId,
      dataClass,
      words,
      language,
      writtenBy: actor.accountId,
      writtenByName: actor.name,
      writtenAs: writtenAs(access),
      formKey: key,
      writtenAt: tx.now,
    })
    .execute()
  const named = new Set([...(mention === undefined ? [] : [mention]), ...mentionedIn(words, readers)])
  for (const accountId of named) {
    const { name } = await tx.db
      .selectFrom('account')
      .select('name')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow()
    await tx.db.insertInto('conversationMention').values({ entryId: id, accountId, name }).execute()
    await tellOfEntry(tx, 'mentioned', id, { madeBy: actor.accountId, toldTo: accountId })
  }
  if (aboutItemId !== undefined) await noteAbout(tx, id, aboutItemId)
  await announceEntry(tx, questionId ?? id)
  return id
}
