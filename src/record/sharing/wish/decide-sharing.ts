import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type Outcome, refused } from '#ground/outcome.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { look, type NotShown } from '../look.ts'
import { writeTrail } from '../trail/write.ts'
import type { Purpose } from '../vocabulary.ts'
import type { DeciderProblem } from './wish.ts'

const DECIDING = { doing: 'write', place: 'sharing' } as const

/**
 * Does one act of deciding who sees a person's record, and writes the trail of it. An act that is refused leaves nothing
 * behind, whatever it had begun; that somebody tried who may not decide is in the trail as a refusal, and never as a
 * decision. Who may see nothing of the person is answered as about nobody.
 */
export async function decideSharing<Value, Problem extends string>(
  tx: Tx,
  actor: CitizenActor,
  personId: string,
  act: () => Promise<Outcome<Value, Problem>>,
): Promise<Outcome<Value, Problem | NotShown>> {
  await sql`savepoint deciding`.execute(tx.db)
  try {
    return await look(tx, actor, personId, DECIDING, async ({ purpose }) => {
      const did = await act()
      if (!did.ok) throw new Refused(did.problem, purpose)
      return did.value
    })
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    await sql`rollback to savepoint deciding`.execute(tx.db)
    const { problem, purpose } = fault
    if (ABOUT_WHO_DECIDES.includes(problem)) await noteRefusal(tx, { actor, personId, purpose })
    return refused(problem as Problem)
  }
}

/** An act that was refused, on its way out of a look that must then leave no trail of having done it. */
class Refused extends Error {
  readonly problem: string
  readonly purpose: Purpose

  constructor(problem: string, purpose: Purpose) {
    super(problem)
    this.problem = problem
    this.purpose = purpose
  }
}

const ABOUT_WHO_DECIDES: readonly string[] = [
  'wish.notYourRecord',
  'wish.capacityHolds',
  'wish.actTogether',
] satisfies DeciderProblem[]

async function noteRefusal(
  tx: Tx,
  whose: { readonly actor: CitizenActor; readonly personId: string; readonly purpose: Purpose },
): Promise<void> {
  await writeTrail(tx, [{ ...DECIDING, ...whose, allowed: false, released: [], failed: ['not-theirs-to-decide'] }])
}
