import { sql } from 'kysely'
import { idFor } from '#ground/chance.ts'
import type { Store } from '#ground/db/store.ts'
import { actorOf, personId } from '#test/kit.ts'

/** The first of what she says: by which it is announced. */
export const HIDDEN_CONFIDENCE = idFor('hidden confidence')

const AT = '2026-11-22T08:30:00Z'

/** What Mair says to one worker in confidence: Owen, her daughter and everybody else who works with either learn nothing of it. */
export const hiddenConfidence = {
  seenBy: ['mair-pritchard', 'lowri-hughes'],
  add: (store: Store) => confide(store, 'hidden confidence', 'Dwi ddim yn gallu mynd ymlaen.'),
  alter: (store: Store) => confide(store, 'another hidden confidence', 'Peidiwch â dweud wrtho.'),
}

/** That it is Owen whom Mair looks after. It is for the workers to whom a clause opens what she says as a carer, and nobody else. */
export const hiddenCaring = {
  seenBy: ['mair-pritchard', 'lowri-hughes', 'sioned-evans'],
  add: (store: Store) => care(store, 'hidden caring'),
  alter: (store: Store) => care(store, 'another hidden caring'),
}

async function confide({ db }: Store, name: string, words: string): Promise<void> {
  const mair = personId('mair-pritchard')
  const { accountId } = actorOf('mair-pritchard')
  const lowri = actorOf('lowri-hughes').accountId
  await sql`
    insert into confidence (id, person_id, told_to, told_to_name, words, language, said_by, said_by_name, form_key, said_at)
    values (${idFor(name)}, ${mair}, ${lowri}, 'Lowri Hughes', ${words}, 'cy', ${accountId}, 'Mair Pritchard', ${name}, ${AT})`.execute(
    db,
  )
}

async function care({ db }: Store, name: string): Promise<void> {
  const { accountId } = actorOf('mair-pritchard')
  await sql`
    insert into caring (id, carer_id, cared_for_id, cared_for_name, said_by, said_by_name, said_at)
    values (${idFor(name)}, ${personId('mair-pritchard')}, ${personId('owen-griffiths')}, 'Owen', ${accountId}, 'Mair Pritchard', ${AT})`.execute(
    db,
  )
}
