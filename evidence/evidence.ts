/** How much is tried: seconds and inside `npm test`, one night, or until a machine has been kept busy for a weekend. */
export const SIZES = ['smoke', 'nightly', 'soak'] as const
export type Size = (typeof SIZES)[number]

/** What one run is to try. The same seed tries the same things in the same order. */
export interface Asked {
  readonly size: Size
  readonly seed: number
  /** Says on the console how far it is. The last line is not its to write. */
  say(line: string): void
}

/** What a run found. */
export interface Found {
  /** How many things were tried. */
  readonly trials: number
  /** Each trial that came out wrong, in a sentence from which it can be tried again. Empty when the claim held. */
  readonly failures: readonly string[]
  /** Each fault that was sown on purpose, by a name, and whether the same trials caught it. A zero means little without. */
  readonly kills: Readonly<Record<string, boolean>>
  /** Whatever else was measured, named with its unit: `verify_ms`. */
  readonly figures?: Readonly<Record<string, number>>
}

/** A claim of the product's, and how it is tried. */
export type Evidence = (asked: Asked) => Promise<Found>

/** The last line a run prints, as one JSON object. `seconds` is how long all of it took. */
export interface Result {
  readonly test: string
  readonly size: Size
  readonly seed: number
  readonly trials: number
  readonly failures: number
  readonly seconds: number
  readonly kills: Readonly<Record<string, boolean>>
  readonly [figure: string]: unknown
}

/** Whether the claim held and every sown fault was caught. A run that tried nothing, or sowed nothing, shows nothing. */
export function holds({ trials, failures, kills }: Pick<Result, 'trials' | 'failures' | 'kills'>): boolean {
  const caught = Object.values(kills)
  return trials > 0 && failures === 0 && caught.length > 0 && caught.every(Boolean)
}
