import { BROAD_RECORDS_MAX, type Emit, emitKeys, RULES } from '../blocking.ts'
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
  readonly #wantsBroad: boolean
  #records = 0

  /** Who lays down a part of more records than broad rules are for does not want their keys. */
  constructor(fields: readonly Field<unknown>[], wantsBroad: boolean = true) {
    this.#fields = fields
    this.#wantsBroad = wantsBroad
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
    const wantsBroad = this.#wantsBroad && number < BROAD_RECORDS_MAX
    const put: Emit = (rule, { high, low }) => {
      while (this.#keys.length <= rule) this.#keys.push({ high: new Grow(), low: new Grow(), record: new Grow() })
      const keys = this.#keys[rule]
      keys?.high.push(high)
      keys?.low.push(low)
      keys?.record.push(number)
    }
    emitKeys(record, put, wantsBroad)
    return number
  }

  /** All records that were laid down. */
  done(): Columns {
    return {
      records: this.#records,
      fields: this.#columns.map(column => column.done()),
      facts: this.#facts.done(),
      keys: keysDone(this.#keys, this.#records),
    }
  }
}

/** Keys while they are laid down. */
export interface KeysBeingWritten {
  readonly high: Grow
  readonly low: Grow
  readonly record: Grow
}

/** The keys of so many records: of too many, nothing comes of broad rules. */
export function keysDone(keys: readonly KeysBeingWritten[], records: number): RuleKeys[] {
  return keys.map(({ high, low, record }, rule) =>
    records > BROAD_RECORDS_MAX && RULES[rule]?.isBroad === true
      ? NO_KEYS
      : { high: high.shared(), low: low.shared(), record: record.shared() },
  )
}

const NO_KEYS: RuleKeys = { high: sharedInts(0), low: sharedInts(0), record: sharedInts(0) }

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
