import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type AskedWorld, decisionDifferences, differences, predicateDifferences } from './ask.ts'
import { change, type Mutant } from './mutant.ts'
import { FACES, MUTANTS } from './mutants.ts'
import { type Product, product } from './product.ts'

type Differences = typeof differences

interface Sown {
  readonly product: Product
  readonly differences: Differences
}

/** Which of the known faults: each, or every third, beginning with one that the number decides. */
export interface Share {
  readonly oneOf: number
  readonly from: number
}

/** Faults that are sown, each until the first world in which the product with the fault and the oracle differ. */
export class Faults {
  /** Each fault by its name, and whether it was caught. */
  readonly kills: Record<string, boolean> = {}
  readonly #sown = new Map<string, Sown>()
  readonly #views = new Map<string, Mutant>()

  /** Makes the product anew with each of the faults. Those of the database's views wait for a transaction. */
  static async sow({ oneOf, from }: Share): Promise<Faults> {
    const faults = new Faults()
    const faces = { decision: decisionDifferences, predicate: predicateDifferences, views: undefined }
    const known = FACES.flatMap(face => MUTANTS[face].map(mutant => ({ mutant, compare: faces[face] })))
    for (const { mutant, compare } of known.filter((_, index) => index % oneOf === from % oneOf)) {
      faults.kills[mutant.name] = false
      if (compare === undefined) faults.#views.set(mutant.name, mutant)
      else faults.#sown.set(mutant.name, { product: await product(mutant), differences: compare })
    }
    return faults
  }

  /** How many have not been caught yet. */
  get left(): number {
    return this.#sown.size + this.#views.size
  }

  /** Tries those that are left in a world that is planted, as the owner of the tables. Views are put back. */
  async tryIn(tx: Tx, asked: AskedWorld): Promise<void> {
    for (const [name, sown] of this.#sown) {
      if (await differs(sown.differences(tx, sown.product, asked))) this.#caught(name, this.#sown)
    }
    for (const [name, { changes }] of this.#views) {
      await sql`savepoint as_it_was`.execute(tx.db)
      for (const one of changes) await changeView(tx, one)
      if (await differs(differences(tx, await product(), asked))) this.#caught(name, this.#views)
      await sql`rollback to savepoint as_it_was`.execute(tx.db)
    }
  }

  #caught(name: string, from: Map<string, unknown>): void {
    this.kills[name] = true
    from.delete(name)
  }
}

async function differs(found: AsyncGenerator<string>): Promise<boolean> {
  for await (const _ of found) return true
  return false
}

async function changeView(tx: Tx, one: Mutant['changes'][number]): Promise<void> {
  const { rows } = await sql<{ text: string }>`select pg_get_viewdef(${one.file}::regclass, true) as text`.execute(
    tx.db,
  )
  const text = change(rows[0]?.text ?? '', one)
  await sql`create or replace view ${sql.table(one.file)} as ${sql.raw(text)}`.execute(tx.db)
}
