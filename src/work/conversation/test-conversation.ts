import assert from 'node:assert/strict'
import { type Tx, transactionInTurn } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, personId, type Region } from '#test/kit.ts'
import type { ConversationProblem, Entry } from './conversation.ts'
import { readConversation } from './read.ts'
import { type NewEntry, writeEntry } from './write.ts'

export const MAIR = personId('mair-pritchard')
export const SIONED = { accountId: seedId.account('sioned-evans') }
export const ALED = { accountId: seedId.account('aled-jenkins') }

/** What somebody of the region writes and reads in the conversation about Mair, each by the key of their account. */
export interface Talk {
  writes(account: string, entry: Omit<NewEntry, 'language' | 'key'>): Promise<Outcome<string, ConversationProblem>>
  reads(account: string): Promise<readonly Entry[]>
  inTurn<Value>(account: string, work: (tx: Tx, access: Access) => Promise<Value>): Promise<Value>
}

/** The conversation about Mair in a region of one's own. */
export function talkOfMair(here: Region): Talk {
  let keys = 0
  const inTurn: Talk['inTurn'] = async (account, work) => {
    const done = await transactionInTurn(here.store, tx =>
      look(tx, actorOf(account), MAIR, { doing: 'write', place: 'conversation' }, access => work(tx, access)),
    )
    assert(done.ok, `nothing is open to ${account}`)
    return done.value
  }
  return {
    inTurn,
    writes(account, entry) {
      const whole = { language: 'cy', key: `form ${keys++}`, ...entry } as const
      return inTurn(account, (tx, access) => writeEntry(tx, access, whole))
    },
    reads: account => inTurn(account, async (tx, access) => (await readConversation(tx, access)).entries),
  }
}

export function idOf(outcome: Outcome<string, ConversationProblem>): string {
  assert(outcome.ok)
  return outcome.value
}

export function problemOf(outcome: Outcome<unknown, ConversationProblem>): ConversationProblem | undefined {
  return outcome.ok ? undefined : outcome.problem
}
