import { percentile, rounded } from '../figures.ts'
import type { Times } from './load.ts'
import { NAMES, type Operation } from './requests.ts'

/** One kind of request in one round. */
export interface Cell {
  readonly operation: Operation
  readonly concurrency: number
  readonly ours: Times
  readonly theirs: Times | undefined
  /** Processor time of one request. */
  readonly productMs: number
  readonly databaseMs: number
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

/** What came out, a line for each kind of request and each concurrency. */
export function figuresOf(cells: readonly Cell[]): Figures[] {
  const concurrencies = [...new Set(cells.map(({ concurrency }) => concurrency))]
  return NAMES.flatMap(operation =>
    concurrencies.flatMap(concurrency => {
      const of = cells.filter(cell => cell.operation === operation && cell.concurrency === concurrency)
      return of.length === 0 ? [] : [figureOf(operation, concurrency, of)]
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

function hundredths(figure: number): number {
  return Math.round(figure * 100) / 100
}

/** The same for who reads it: what each column is stands on the first line. */
export function printed(figures: readonly Figures[]): string {
  const columns = Object.keys(figures[0] ?? {}) as (keyof Figures)[]
  const rows = [columns, ...figures.map(line => columns.map(column => line[column] ?? ''))]
  return rows.map(row => row.map((value, at) => padded(String(value), at)).join(' ')).join('\n')
}

function padded(text: string, column: number): string {
  return column === 0 ? text.padEnd(20) : text.padStart(16)
}
