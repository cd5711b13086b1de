/** The value below which this share of the figures lies (nearest rank). NaN when there are none. */
export function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** To a tenth: these machines measure no finer. */
export function rounded(figure: number): number {
  return Math.round(figure * 10) / 10
}

/** To a hundredth: of what is a mean of very many. */
export function hundredths(figure: number): number {
  return Math.round(figure * 100) / 100
}

/** A whole number given as `--name N`. */
export function numberOption(args: readonly string[], name: string, usual: number): number {
  const at = args.indexOf(`--${name}`)
  const given = at === -1 ? usual : Number(args[at + 1])
  if (!Number.isFinite(given) || given <= 0) throw new Error(`--${name} takes a number above zero`)
  return given
}
