import { listAt, textAt, valueAt } from '../any.ts'

/**
 * Reads something that others wrote and keeps account of what was read of it: what is taken is shown somewhere, and the
 * rest can be told apart, so that nothing is lost without anybody's knowing.
 */
export class Taking {
  readonly #taken = new Map<object, Set<string>>()

  /** The text at a path, a number among them; noted as taken. Undefined where there is none. */
  text(value: unknown, ...path: readonly string[]): string | undefined {
    const found = valueAt(value, ...path)
    const text = typeof found === 'number' ? String(found) : textAt(value, ...path)
    if (text !== undefined) this.#note(valueAt(value, ...path.slice(0, -1)), path.at(-1) ?? '')
    return text?.trim()
  }

  /** The texts of a list at a path. */
  texts(value: unknown, ...path: readonly string[]): string[] {
    const list = listAt(value, ...path)
    const texts = list.filter(one => typeof one === 'string' && one.trim() !== '') as string[]
    if (texts.length > 0) this.#note(valueAt(value, ...path.slice(0, -1)), path.at(-1) ?? '')
    return texts.map(text => text.trim())
  }

  /** A concept in words: as it was put, else by the names of its codes, else by a code. */
  concept(value: unknown, ...path: readonly string[]): string | undefined {
    const concept = valueAt(value, ...path)
    const text = this.text(concept, 'text')
    if (text !== undefined) return text
    const named = listAt(concept, 'coding').map(coding => this.text(coding, 'display') ?? this.text(coding, 'code'))
    return [...new Set(named.filter(name => name !== undefined))].join(', ') || undefined
  }

  /** Whether what stands under a name in something is shown. */
  has(holder: object, name: string): boolean {
    return this.#taken.get(holder)?.has(name) === true
  }

  #note(holder: unknown, name: string): void {
    if (typeof holder !== 'object' || holder === null) return
    this.#taken.set(holder, (this.#taken.get(holder) ?? new Set()).add(name))
  }
}
