import type { Tx } from '#ground/db/store.ts'
import { everyIdOf } from '#record/person/person-now.ts'
import type { NamedColumns } from './named-in-wish.ts'

/** An objection, as it is kept; a pause names nobody. */
export interface Objection extends Partial<NamedColumns> {
  readonly id: string
  /** The person id under which it is kept. */
  readonly personId: string
  readonly kind: 'refuse' | 'pause'
  readonly dataClasses: readonly string[]
  readonly madeBy: string
  readonly madeAt: Date
}

/**
 * Repeats an objection for every other id that is the same person now: should they be told apart, it binds both until
 * either takes it back. What was refused must not be lost by an undoing. Without the words, which are for one alone, and
 * without the office, which is not for the other. Nothing to do for somebody with one id. See decision 33.
 */
export async function carryObjection(tx: Tx, objection: Objection): Promise<void> {
  const others = await tx.db
    .selectFrom('personNow')
    .select('id')
    .where('id', 'in', everyIdOf(objection.personId))
    .where('id', '<>', objection.personId)
    .orderBy('id')
    .execute()
  await repeatFor(
    tx,
    objection,
    others.map(({ id }) => id),
  )
}

/** Repeats what is left of an objection for those to whom the whole of it was carried. */
export async function carryOn(tx: Tx, wholeId: string, rest: Objection): Promise<void> {
  const others = await tx.db.selectFrom('wish').select('personId').where('carriedFrom', '=', wholeId).execute()
  await repeatFor(
    tx,
    rest,
    others.map(({ personId }) => personId),
  )
}

async function repeatFor(tx: Tx, objection: Objection, others: readonly string[]): Promise<void> {
  if (others.length === 0) return
  const { id: carriedFrom, kind, accountId, teamId, organisationId, madeBy, madeAt } = objection
  const said = { kind, accountId, teamId, organisationId, madeBy, madeAt, dataClasses: [...objection.dataClasses] }
  await tx.db
    .insertInto('wish')
    .values(others.map(personId => ({ ...said, id: tx.newId(), personId, carriedFrom })))
    .execute()
}
