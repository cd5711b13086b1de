import { BROAD_RECORDS_MAX, RULES } from '../blocking.ts'
import { type Column, type Columns, type KeysBeingWritten, keysDone, type RuleKeys } from './columns.ts'
import { Grow } from './grow.ts'
import { TextNumbers } from './texts.ts'

/**
 * Puts together what was laid down in parts, one part after another: the same, to the bit, as if all of it had been laid
 * down at once.
 */
export class ColumnMerger {
  readonly #fields: ColumnBeingMerged[] = []
  readonly #facts = new ColumnBeingMerged()
  readonly #keys: KeysBeingWritten[] = []
  #records = 0

  /** Whether the keys of broad rules still matter: of so many records nothing comes of them. */
  get wantsBroad(): boolean {
    return this.#records <= BROAD_RECORDS_MAX
  }

  /** The next part. Records of it for which `isLeftOut` says so are as if they had never been. */
  append({ records, fields, facts, keys }: Columns, isLeftOut?: (record: number) => boolean): void {
    const numbers = new Int32Array(records)
    for (let record = 0; record < records; record++)
      numbers[record] = isLeftOut?.(record) === true ? -1 : this.#records++
    while (this.#fields.length < fields.length) this.#fields.push(new ColumnBeingMerged())
    for (const [index, column] of fields.entries()) this.#fields[index]?.append(column, numbers)
    this.#facts.append(facts, numbers)
    for (const [rule, ruleKeys] of keys.entries()) this.#appendKeys(rule, ruleKeys, numbers)
  }

  done(): Columns {
    return {
      records: this.#records,
      fields: this.#fields.map(column => column.done()),
      facts: this.#facts.done(),
      keys: keysDone(this.#keys, this.#records),
    }
  }

  #appendKeys(rule: number, { high, low, record }: RuleKeys, numbers: Int32Array): void {
    if (!this.wantsBroad && RULES[rule]?.isBroad === true) return
    while (this.#keys.length <= rule) this.#keys.push({ high: new Grow(), low: new Grow(), record: new Grow() })
    const keys = this.#keys[rule]
    for (let entry = 0; entry < record.length; entry++) {
      const number = numbers[record[entry] ?? 0] ?? -1
      if (number === -1) continue
      keys?.high.push(high[entry] ?? 0)
      keys?.low.push(low[entry] ?? 0)
      keys?.record.push(number)
    }
  }
}

class ColumnBeingMerged {
  readonly #numbers = new Grow()
  readonly #texts = new TextNumbers()

  /** `kept` has -1 for each record that is left out. */
  append({ numbers, values }: Column, kept: Int32Array): void {
    // One more than the number here of each text of the part: most occur more than once.
    const known = new Int32Array(values.starts.length)
    for (let record = 0; record < kept.length; record++) {
      if (kept[record] === -1) continue
      const number = numbers[record] ?? -1
      if (number !== -1 && known[number] === 0) known[number] = this.#texts.numberOfPacked(values, number) + 1
      this.#numbers.push(number === -1 ? -1 : (known[number] ?? 0) - 1)
    }
  }

  done(): Column {
    return { numbers: this.#numbers.shared(), values: this.#texts.texts() }
  }
}
