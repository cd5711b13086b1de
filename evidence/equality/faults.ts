import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type AskedWorld, decisionDifferences, differences, predicateDifferences } from './ask.ts'
import { FACES, MUTANTS, type Mutant } from './mutants.ts'
import { type Product, product } from './product.ts'

type Differences = typeof differences

interface Sown {
  readonly product: Product
  readonly differences: Differences
}

/** Which of the known faults: each, or one of so many, beginning with one that the number decides. */
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
  readonly #real: Product

  private constructor(real: Product) {
    this.#real = real
  }

  /** Makes the product anew with each of the faults. Those of the database's views wait for a transaction. */
  static async sow(real: Product, { oneOf, from }: Share): Promise<Faults> {
    const faults = new Faults(real)
    const faces = { decision: decisionDifferences, predicate: predicateDifferences, views: undefined }
    const known = FACES.flatMap(face => MUTANTS[face].map(mutant => ({ mutant, compare: faces[face] })))
    for (const { mutant, compare } of known.filter((_, index) => index % oneOf === from % oneOf)) {
      faults.kills[mutant.name] = false
      if (compare === undefined) faults.#views.set(mutant.name, mutant)
      else faults.#sown.set(mutant.name, { product: await product(mutant.changes), differences: compare })
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
      if (await differs(differences(tx, this.#real, asked))) this.#caught(name, this.#views)
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

async function changeView(tx: Tx, { file: view, from, to }: Mutant['changes'][number]): Promise<void> {
  const { rows } = await sql<{ text: string }>`select pg_get_viewdef(${view}::regclass, true) as text`.execute(tx.db)
  const [before, after, ...more] = rows[0]?.text.split(from) ?? []
  if (after === undefined || more.length > 0) throw new Error(`${view} has not exactly one: ${from}`)
  await sql`create or replace view ${sql.table(view)} as ${sql.raw(`${before}${to}${after}`)}`.execute(tx.db)
}
