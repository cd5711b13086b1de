/** The identifiers of the records, in their order, and whether one was there before. A fraction of the size of a Map. */
export class Ids {
  readonly list: string[] = []
  readonly #rows: number[] = []
  /** One more than the place of an identifier in the list, by its hash; 0 is empty. */
  #slots = new Int32Array(1024)

  /** Adds an identifier and the row it stands in; where it was there before, adds nothing and tells its place and row. */
  add(id: string, row: number): { readonly place: number; readonly row: number } | undefined {
    if (this.list.length * 2 >= this.#slots.length) this.#grow()
    const slot = this.#slotOf(id)
    const held = this.#slots[slot] ?? 0
    if (held !== 0) return { place: held - 1, row: this.#rows[held - 1] ?? 0 }
    this.list.push(id)
    this.#rows.push(row)
    this.#slots[slot] = this.list.length
    return undefined
  }

  #slotOf(id: string): number {
    const mask = this.#slots.length - 1
    let slot = hashOf(id) & mask
    for (let held = this.#slots[slot] ?? 0; held !== 0 && this.list[held - 1] !== id; held = this.#slots[slot] ?? 0)
      slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (const [index, id] of this.list.entries()) this.#slots[this.#slotOf(id)] = index + 1
  }
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo), mixed once more so that the lower bits alone serve. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
