import { BROAD_RECORDS_MAX, emitKeys, RULES } from '../blocking.ts'
import type { Field } from '../compare/field.ts'
import { factsOf, writeFacts } from '../facts.ts'
import type { MatchRecord } from '../record.ts'
import { Grow, sharedInts } from './grow.ts'
import { TextNumbers, type Texts } from './texts.ts'

/** A value of every record: by its number among the different values; -1 where the record does not say. */
export interface Column {
  readonly numbers: Int32Array
  readonly values: Texts
}

/** The keys of one rule of blocking, in the order of the records: 64 bits each, and whose it is. */
export interface RuleKeys {
  readonly high: Int32Array
  readonly low: Int32Array
  readonly record: Int32Array
}

/**
 * All that a bulk run keeps of records, in columns that threads can share: what is compared, by field; what guards ask
 * besides; the keys, by rule.
 */
export interface Columns {
  readonly records: number
  readonly fields: readonly Column[]
  readonly facts: Column
  readonly keys: readonly RuleKeys[]
}

/** Lays records down in columns, one after another; each record is forgotten as soon as it is laid down. */
export class ColumnWriter {
  readonly #fields: readonly Field<unknown>[]
  readonly #columns: readonly ColumnBeingWritten[]
  readonly #facts = new ColumnBeingWritten()
  readonly #keys: KeysBeingWritten[] = []
  #records = 0

  constructor(fields: readonly Field<unknown>[]) {
    this.#fields = fields
    this.#columns = fields.map(() => new ColumnBeingWritten())
  }

  /** Lays a record down, and tells its number: the first is 0. */
  add(record: MatchRecord): number {
    for (const [index, field] of this.#fields.entries()) {
      const value = field.take(record)
      this.#columns[index]?.add(value === undefined ? undefined : field.write(value))
    }
    this.#facts.add(writeFacts(factsOf(record)))
    const number = this.#records++
    const takesBroad = number < BROAD_RECORDS_MAX
    emitKeys(record, (rule, { high, low }) => {
      if (!takesBroad && RULES[rule]?.isBroad === true) return
      while (this.#keys.length <= rule) this.#keys.push({ high: new Grow(), low: new Grow(), record: new Grow() })
      const keys = this.#keys[rule]
      keys?.high.push(high)
      keys?.low.push(low)
      keys?.record.push(number)
    })
    return number
  }

  /** Of so many records nothing comes of broad rules. */
  #isLeftOut(rule: number): boolean {
    return this.#records > BROAD_RECORDS_MAX && RULES[rule]?.isBroad === true
  }

  /** All records that were laid down. */
  done(): Columns {
    return {
      records: this.#records,
      fields: this.#columns.map(column => column.done()),
      facts: this.#facts.done(),
      keys: this.#keys.map((keys, rule) => (this.#isLeftOut(rule) ? NO_KEYS : shared(keys))),
    }
  }
}

const NO_KEYS: RuleKeys = { high: sharedInts(0), low: sharedInts(0), record: sharedInts(0) }

function shared({ high, low, record }: KeysBeingWritten): RuleKeys {
  return { high: high.shared(), low: low.shared(), record: record.shared() }
}

interface KeysBeingWritten {
  readonly high: Grow
  readonly low: Grow
  readonly record: Grow
}

class ColumnBeingWritten {
  readonly #numbers = new Grow()
  readonly #texts = new TextNumbers()

  add(text: string | undefined): void {
    this.#numbers.push(text === undefined ? -1 : this.#texts.numberOf(text))
  }

  done(): Column {
    return { numbers: this.#numbers.shared(), values: this.#texts.texts() }
  }
}
