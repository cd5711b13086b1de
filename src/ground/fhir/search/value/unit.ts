import type { QuantityRow } from './rows.ts'

/** The codes of units. */
export const UCUM = 'http://unitsofmeasure.org'

const PREFIXES: Readonly<Record<string, number>> = {
  k: 1e3,
  d: 1e-1,
  c: 1e-2,
  m: 1e-3,
  u: 1e-6,
  n: 1e-9,
  p: 1e-12,
}

/** Units that are a number of others. */
const SIMPLE: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  g: ['g', 1],
  m: ['m', 1],
  L: ['L', 1],
  l: ['L', 1],
  mol: ['mol', 1],
  Pa: ['Pa', 1],
  s: ['s', 1],
  min: ['s', 60],
  h: ['s', 3_600],
  d: ['s', 86_400],
  wk: ['s', 604_800],
  'mm[Hg]': ['Pa', 133.322],
  '%': ['1', 0.01],
  '[lb_av]': ['g', 453.59237],
  '[in_i]': ['m', 0.0254],
}

/**
 * A quantity in the unit that all of its kind have, so that 500 mg is found as 0.5 g: metric prefixes, quotients of two,
 * minutes, hours, days. Undefined for a unit that is not in UCUM's codes, or not as simple as that.
 */
export function canonical(
  quantity: Pick<QuantityRow, 'low' | 'high' | 'system' | 'code'>,
): Pick<QuantityRow, 'low' | 'high' | 'system' | 'code'> | undefined {
  const { low, high, system, code } = quantity
  if (system !== UCUM) return undefined
  const parts = code.split('/').map(simple)
  const [over, under] = parts
  if (over === undefined || parts.length > 2 || (parts.length === 2 && under === undefined)) return undefined
  const factor = over.factor / (under?.factor ?? 1)
  const times = (number: number | null) => (number === null ? null : rounded(number * factor))
  return {
    low: times(low),
    high: times(high),
    system,
    code: under === undefined ? over.unit : `${over.unit}/${under.unit}`,
  }
}

function simple(code: string): { readonly unit: string; readonly factor: number } | undefined {
  const known = Object.hasOwn(SIMPLE, code) ? SIMPLE[code] : undefined
  if (known !== undefined) return { unit: known[0], factor: known[1] }
  const prefix = PREFIXES[code[0] ?? '']
  const rest = code.slice(1)
  const base = /^(g|m|L|l|mol|Pa|s)$/.test(rest) ? SIMPLE[rest] : undefined
  return prefix === undefined || base === undefined ? undefined : { unit: base[0], factor: base[1] * prefix }
}

/** Without the last digits, in which a product of two fractions goes astray. */
function rounded(number: number): number {
  return Number(number.toPrecision(12))
}
