import { holdAlone, type Tx } from '#ground/db/store.ts'
import type { Language } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'

/** Why somebody puts a model forward, or what the second person says of it. */
export interface Said {
  readonly words: string
  readonly language: Language
}

export type SignOffProblem =
  /** There is no such model, it is in force already, or no shadow run says what it would do. */
  | 'matching.cannotPropose'
  /** Somebody has put another forward, and the second person has not spoken. */
  | 'matching.anotherWaits'
  | 'matching.nothingWaits'
  | 'matching.secondPerson'

/**
 * Says that a model should be put in force. Refused without a shadow run: whoever signs must see every link that it would
 * make and unmake. One at a time. Run it in turn.
 */
export async function proposeModel(
  tx: Tx,
  officer: WorkerActor,
  version: number,
  { words, language }: Said,
): Promise<Outcome<string, SignOffProblem>> {
  await holdAlone(tx, 'the model in force')
  if (!(await mayBePutForward(tx, version))) return refused('matching.cannotPropose')
  if ((await waiting(tx)) !== undefined) return refused('matching.anotherWaits')
  const id = tx.newId()
  const by = { proposedBy: officer.accountId, proposedByName: officer.name, proposedAt: tx.now }
  await tx.db
    .insertInto('matchingModelProposal')
    .values({ id, version, words, language, ...by })
    .execute()
  return done(id)
}

/** Puts the model that waits in force, or says that it is not to be. Never by whoever put it forward. Run it in turn. */
export async function signModel(
  tx: Tx,
  officer: WorkerActor,
  proposalId: string,
  { isAgreed, words, language }: Said & { readonly isAgreed: boolean },
): Promise<Outcome<undefined, SignOffProblem>> {
  await holdAlone(tx, 'the model in force')
  const proposal = await waiting(tx)
  if (proposal?.id !== proposalId) return refused('matching.nothingWaits')
  if (proposal.proposedBy === officer.accountId) return refused('matching.secondPerson')
  const by = { signedBy: officer.accountId, signedByName: officer.name, signedAt: tx.now }
  await tx.db
    .insertInto('matchingModelSignOff')
    .values({ proposalId, isAgreed, words, language, ...by })
    .execute()
  return done(undefined)
}

/** 0 is what there was before anything was learnt, and nobody asks what it would do. */
async function mayBePutForward(tx: Tx, version: number): Promise<boolean> {
  const now = await tx.db.selectFrom('matchingModelNow').select('version').executeTakeFirst()
  if ((now?.version ?? 0) === version) return false
  if (version === 0) return true
  const run = await tx.db
    .selectFrom('matchingShadowRun')
    .select('version')
    .where('version', '=', version)
    .executeTakeFirst()
  return run !== undefined
}

async function waiting(tx: Tx) {
  return tx.db
    .selectFrom('matchingModelProposal as proposal')
    .leftJoin('matchingModelSignOff as signed', 'signed.proposalId', 'proposal.id')
    .select(['proposal.id', 'proposal.proposedBy'])
    .where('signed.proposalId', 'is', null)
    .executeTakeFirst()
}
