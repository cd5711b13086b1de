import { sql } from 'kysely'
import type { Store } from '#ground/db/store.ts'
import type { Draw } from '../draw.ts'

/** How long a statement has before it is asked whether it waits for another transaction, milliseconds. */
const ASK_AFTER_MS = 5

/**
 * Lets one of several move at a time, from the answer of one statement to the answer of the next, in an order that chance
 * draws: so that what happens between two statements of a transaction is drawn from the seed, and not left to the machine.
 * Who waits for a lock of another is left waiting, and the others go on.
 */
export class Turns {
  readonly #draw: Draw
  readonly #owner: Store
  /** How often, in a hundred, whoever has moved moves again. */
  readonly #stays: number
  readonly #waiting = new Map<string, (() => void)[]>()
  readonly #moving = new Set<string>()
  #last = ''
  #alive = 0
  #settled = () => {}
  /** How many turns there have been. */
  taken = 0

  constructor(owner: Store, draw: Draw, stays: number) {
    this.#owner = owner
    this.#draw = draw
    this.#stays = stays
  }

  /** Waits for a turn of one of them. */
  wait(who: string): Promise<void> {
    return new Promise(resolve => {
      this.#waiting.set(who, [...(this.#waiting.get(who) ?? []), resolve])
      this.#stop(who)
    })
  }

  /** Has all of them move to their ends. What one of them throws is thrown when all have ended. */
  async run(movers: Readonly<Record<string, () => Promise<void>>>): Promise<void> {
    const ends = Object.entries(movers).map(([who, move]) => this.#move(who, move))
    const all = Promise.allSettled(ends)
    while (this.#alive > 0) {
      this.#letOneMove()
      await this.#untilStill()
    }
    for (const end of await all) if (end.status === 'rejected') throw end.reason
  }

  /** Has one of them go on as two for a while, and answers what became of each. */
  async asTwo<Value>(who: string, move: (as: string) => Promise<Value>): Promise<Value[]> {
    const ends = [`${who} once`, `${who} again`].map(as => this.#move(as, () => move(as)))
    this.#stop(who)
    return Promise.all(ends)
  }

  async #move<Value>(who: string, move: () => Promise<Value>): Promise<Value> {
    this.#alive++
    try {
      await this.wait(who)
      return await move()
    } finally {
      this.#alive--
      this.#stop(who)
    }
  }

  #letOneMove(): void {
    const able = [...this.#waiting.keys()].toSorted()
    if (able.length === 0) return
    const isAgain = able.includes(this.#last) && this.#draw.percent(this.#stays)
    const who = isAgain ? this.#last : this.#draw.one(able)
    const moves = this.#waiting.get(who) ?? []
    this.#waiting.delete(who)
    this.#moving.add(who)
    this.#last = who
    this.taken++
    for (const move of moves) move()
  }

  #stop(who: string): void {
    this.#moving.delete(who)
    this.#settled()
  }

  /** Until nobody moves but those who wait for a lock. */
  async #untilStill(): Promise<void> {
    if (this.#moving.size === 0) await new Promise(resolve => setImmediate(resolve))
    while (this.#moving.size > 0) {
      let alarm: NodeJS.Timeout | undefined
      await new Promise<void>(resolve => {
        this.#settled = resolve
        alarm = setTimeout(resolve, ASK_AFTER_MS)
      })
      clearTimeout(alarm)
      if (this.#moving.size > 0 && this.#waiting.size > 0 && (await this.#blocked()) >= this.#moving.size) return
    }
  }

  async #blocked(): Promise<number> {
    const { rows } = await sql<{ blocked: number }>`
      select count(*)::integer as blocked from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(this.#owner.db)
    return rows[0]?.blocked ?? 0
  }
}

/** The same database for one of them: before it begins, after each answer and before it commits it waits for its turn. */
export function inTurns(store: Store, turns: Turns, who: string): Store {
  return {
    ...store,
    async hold() {
      await turns.wait(who)
      const held = await store.hold()
      const db = held.db.withPlugin({
        transformQuery: ({ node }) => node,
        async transformResult({ result }) {
          await turns.wait(who)
          return result
        },
      })
      const commit = async () => {
        await turns.wait(who)
        await held.commit()
      }
      return { ...held, db, commit }
    },
  }
}
