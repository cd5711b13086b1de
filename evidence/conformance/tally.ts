/** How the cases of one kind came out. */
export interface Count {
  valid: number
  taken: number
  invalid: number
  refused: number
  /** Decided otherwise than was published, for a reason that is known. */
  known: number
  /** Sent to the store, and taken from it again as it was sent. */
  kept: number
  /** Of these, sent about somebody whom it had not named itself. */
  named: number
  /** Valid, and not kept by the store, for a reason that is known. */
  notKept: number
  failed: number
}

/** In the order of the table. */
export const COLUMNS = ['valid', 'taken', 'invalid', 'refused', 'known', 'kept', 'named', 'notKept', 'failed'] as const

/** Counts of cases, by their type and by where they are from. */
export class Tally {
  readonly byType: Map<string, Count>
  readonly bySource: Map<string, Count>

  /** A copy of another, or one of nothing. */
  constructor(other?: Tally) {
    this.byType = structuredClone(other?.byType ?? new Map())
    this.bySource = structuredClone(other?.bySource ?? new Map())
  }

  add({ name, type }: { readonly name: string; readonly type: string }, ...columns: readonly (keyof Count)[]): void {
    for (const column of columns) {
      countIn(this.byType, type)[column]++
      countIn(this.bySource, sourceOf(name))[column]++
    }
  }

  /** How many there were of all types together. */
  get total(): Count {
    const all = none()
    for (const count of this.byType.values()) for (const column of COLUMNS) all[column] += count[column]
    return all
  }
}

function countIn(counts: Map<string, Count>, key: string): Count {
  const count = counts.get(key) ?? none()
  counts.set(key, count)
  return count
}

function none(): Count {
  return Object.fromEntries(COLUMNS.map(column => [column, 0])) as unknown as Count
}

/** The folder that a case is from. */
function sourceOf(name: string): string {
  return name.startsWith('primitives/') ? 'primitives' : name.slice(0, name.lastIndexOf('/'))
}

/** A line for each type, then one for each source, and one for all. */
export function table({ byType, bySource, total }: Tally): string {
  const line = (name: string, cells: readonly (string | number)[]) =>
    `${name.padEnd(36)}${cells.map(cell => String(cell).padStart(9)).join('')}`
  const lines = (counts: ReadonlyMap<string, Count>) =>
    [...counts]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, count]) =>
        line(
          name,
          COLUMNS.map(column => count[column]),
        ),
      )
  return [
    line('', COLUMNS),
    ...lines(byType),
    '',
    ...lines(bySource),
    line(
      'all',
      COLUMNS.map(column => total[column]),
    ),
  ].join('\n')
}
