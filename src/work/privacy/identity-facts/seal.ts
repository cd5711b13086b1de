import type { Tx } from '#ground/db/store.ts'
import { type Outcome, refused } from '#ground/outcome.ts'
import { membersOf, personOf } from '#record/person/link/persons.ts'
import { sealIdentities } from '#record/person/seal.ts'
import type { PrivacyOfficer } from '../privacy-team.ts'
import { knownRecord } from './known-record.ts'

type SealProblem = 'identityFact.beforeUnknown' | 'identityFact.nowUnknown' | 'seal.notShown'

/**
 * Seals the identity of now from the one before, each named by numbers of the officer's organisations. Where they are
 * two people already, everything joined to either goes with it. Where they are one, the records named as of before part
 * from all the others, which are of now.
 */
export async function sealRecords(
  tx: Tx,
  officer: PrivacyOfficer,
  asked: { readonly before: readonly string[]; readonly now: readonly string[]; readonly reason: string },
): Promise<Outcome<undefined, SealProblem>> {
  const before = await recordsOf(tx, officer, asked.before)
  if (before === undefined) return refused('identityFact.beforeUnknown')
  const now = await recordsOf(tx, officer, asked.now)
  if (now === undefined || now.some(record => before.includes(record))) return refused('identityFact.nowUnknown')
  const [ofBefore, ofNow] = [await joinedTo(tx, before), await joinedTo(tx, now)]
  const areOne = ofBefore.some(record => ofNow.includes(record))
  const sealed = areOne
    ? { before, now: [...new Set([...ofBefore, ...ofNow])].filter(record => !before.includes(record)) }
    : { before: ofBefore, now: ofNow }
  return sealIdentities(tx, officer, sealed, asked.reason)
}

/** Undefined unless there is at least one number and each is known. */
async function recordsOf(tx: Tx, officer: PrivacyOfficer, numbers: readonly string[]): Promise<string[] | undefined> {
  const found: string[] = []
  for (const number of numbers) {
    const record = await knownRecord(tx, officer, number)
    if (record === undefined) return undefined
    found.push(record)
  }
  return found.length > 0 ? [...new Set(found)] : undefined
}

async function joinedTo(tx: Tx, records: readonly string[]): Promise<string[]> {
  const all: string[] = []
  for (const record of records) all.push(...(await membersOf(tx, await personOf(tx, record))))
  return [...new Set(all)]
}
