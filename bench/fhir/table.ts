import { hundredths, percentile, rounded } from '../figures.ts'
import type { Times } from './load.ts'
import { NAMES, type Operation } from './requests.ts'

/** Requests that were answered, and the processor time of one of them. */
export interface Measured {
  readonly ours: Times
  readonly productMs: number
  readonly databaseMs: number
}

/** One kind of request in one round. */
export interface Cell extends Measured {
  readonly operation: Operation
  readonly concurrency: number
  readonly theirs: Times | undefined
  /** The same right afterwards without policy and trail, where that is tried. */
  readonly bare: Measured | undefined
}

/** Of one kind of request: medians over the rounds, by concurrency. */
export interface Figures {
  readonly operation: Operation
  readonly concurrency: number
  readonly per_s: number
  readonly p50_ms: number
  readonly p99_ms: number
  readonly product_cpu_ms: number
  readonly database_cpu_ms: number
  readonly their_per_s?: number
  readonly their_p99_ms?: number
  /** How many times as many we answer as they do. */
  readonly ratio?: number
}

/** What came out, a line for each kind of request and each concurrency. Throws where nothing was measured of one. */
export function figuresOf(cells: readonly Cell[]): Figures[] {
  const concurrencies = [...new Set(cells.map(({ concurrency }) => concurrency))]
  return NAMES.flatMap(operation =>
    concurrencies.flatMap(concurrency => {
      const of = cells.filter(cell => cell.operation === operation && cell.concurrency === concurrency)
      if (of.length === 0) throw new Error(`nothing was measured of ${operation} at concurrency ${concurrency}`)
      return figureOf(operation, concurrency, of)
    }),
  )
}

function figureOf(operation: Operation, concurrency: number, cells: readonly Cell[]): Figures {
  const median = (figure: (cell: Cell) => number) => percentile(cells.map(figure), 0.5)
  const times = cells.flatMap(({ ours }) => ours.times)
  const theirs = cells.flatMap(({ theirs }) => theirs ?? [])
  return {
    operation,
    concurrency,
    per_s: rounded(median(({ ours }) => perSecond(ours))),
    p50_ms: rounded(percentile(times, 0.5)),
    p99_ms: rounded(percentile(times, 0.99)),
    product_cpu_ms: hundredths(median(({ productMs }) => productMs)),
    database_cpu_ms: hundredths(median(({ databaseMs }) => databaseMs)),
    ...(theirs.length > 0 && {
      their_per_s: rounded(percentile(theirs.map(perSecond), 0.5)),
      their_p99_ms: rounded(
        percentile(
          theirs.flatMap(one => one.times),
          0.99,
        ),
      ),
      ratio: hundredths(median(one => perSecond(one.ours) / perSecond(one.theirs ?? one.ours))),
    }),
  }
}

function perSecond({ times, seconds }: Times): number {
  return times.length / seconds
}

/** The same for who reads it: what each column is stands on the first line. */
export function printed<Line extends object>(figures: readonly Line[]): string {
  const columns = Object.keys(figures[0] ?? {}) as (keyof Line)[]
  const rows = [columns, ...figures.map(line => columns.map(column => line[column] ?? ''))]
  return rows.map(row => row.map((value, at) => padded(String(value), at)).join(' ')).join('\n')
}

/** How many times as much time, and as much processor time, a kind of request takes with policy and trail as without. */
export interface Price {
  readonly operation: Operation
  readonly concurrency: number
  readonly price: number
  readonly price_cpu: number
  readonly cpu_ms: number
  readonly bare_cpu_ms: number
}

/** What policy and trail cost, by what was measured with and without them: medians of the rounds. */
export function pricesOf(cells: readonly Cell[]): Price[] {
  const tried = cells.flatMap(cell => (cell.bare === undefined ? [] : [{ ...cell, bare: cell.bare }]))
  const kinds = Map.groupBy(tried, ({ operation, concurrency }) => `${operation} ${concurrency}`)
  return [...kinds.values()].map(of => {
    const median = (figure: (cell: (typeof of)[number]) => number) => hundredths(percentile(of.map(figure), 0.5))
    return {
      operation: of[0]!.operation,
      concurrency: of[0]!.concurrency,
      price: median(({ ours, bare }) => perSecond(bare.ours) / perSecond(ours)),
      price_cpu: median(cell => cpuOf(cell) / cpuOf(cell.bare)),
      cpu_ms: median(cpuOf),
      bare_cpu_ms: median(({ bare }) => cpuOf(bare)),
    }
  })
}

function cpuOf({ productMs, databaseMs }: Measured): number {
  return productMs + databaseMs
}

function padded(text: string, column: number): string {
  return column === 0 ? text.padEnd(20) : text.padStart(16)
}
