import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { isAppOfficer, mayConfirmApp } from './app.ts'
import { findApp } from './read.ts'

/** What an officer decides about an app. */
export interface AppStep {
  readonly step: 'confirmed' | 'closed'
  readonly reason: string | undefined
}

/**
 * Writes what an officer decides about an app. A second person confirms it, never whoever registered it. What is closed is
 * closed for good: every token of it stops working at its next use.
 */
export async function takeAppStep(
  tx: Tx,
  officer: WorkerActor,
  appId: string,
  { step, reason }: AppStep,
): Promise<Outcome<undefined, 'app.notYours'>> {
  const app = await findApp(tx, appId)
  if (app === undefined) return refused('app.notYours')
  const may = step === 'confirmed' ? mayConfirmApp(officer, app) : isAppOfficer(officer) && app.standing !== 'closed'
  if (!may) return refused('app.notYours')
  const { accountId } = officer
  await tx.db
    .insertInto('appStep')
    .values({ id: tx.newId(), appId, step, reason: reason ?? null, accountId, at: tx.now })
    .onConflict(conflict => conflict.columns(['appId', 'step']).doNothing())
    .execute()
  return done(undefined)
}
