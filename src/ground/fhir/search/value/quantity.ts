import { listAt, textAt, valueAt } from '#ground/fhir/any.ts'
import type { Found } from '../read.ts'
import type { QuantityRow, Row, Rows } from './rows.ts'
import { cut } from './token.ts'
import { canonical } from './unit.ts'

const CURRENCY = 'urn:iso:std:iso:4217'

/** Adds the span of a number, of a quantity in its unit, or of a series of samples. What has no value has none. */
export function addQuantity(rows: Rows, at: Row, { type, value }: Found): void {
  const span = spanOf(type, value)
  if (span === undefined || (span.low === null && span.high === null)) return
  rows.quantity.push({ ...at, ...span })
  const inBase = canonical(span)
  if (inBase !== undefined) rows.quantity.push({ ...at, parameter: `${at.parameter}:base`, ...inBase, unit: '' })
}

type Span = Omit<QuantityRow, keyof Row>

function spanOf(type: string, value: unknown): Span | undefined {
  if (typeof value === 'number') return { low: value, high: value, system: '', code: '', unit: '' }
  switch (type) {
    case 'Range':
      return rangeOf(value)
    case 'SampledData':
      return samplesOf(value)
    case 'Money':
      return bounded(value, numberAt(value, 'value'), {
        system: CURRENCY,
        code: textAt(value, 'currency') ?? '',
        unit: '',
      })
    default:
      return bounded(value, numberAt(value, 'value'), unitOf(value))
  }
}

function unitOf(value: unknown): Pick<Span, 'system' | 'code' | 'unit'> {
  return {
    system: cut(textAt(value, 'system') ?? ''),
    code: cut(textAt(value, 'code') ?? ''),
    unit: cut(textAt(value, 'unit') ?? ''),
  }
}

/** A value that is only known to be less than a number, or more, reaches as far as it may. */
function bounded(value: unknown, number: number | null, unit: Pick<Span, 'system' | 'code' | 'unit'>): Span {
  const comparator = textAt(value, 'comparator')
  if (comparator === '<' || comparator === '<=') return { low: null, high: number, ...unit }
  if (comparator === '>' || comparator === '>=') return { low: number, high: null, ...unit }
  return { low: number, high: number, ...unit }
}

function rangeOf(value: unknown): Span {
  const low = valueAt(value, 'low')
  const high = valueAt(value, 'high')
  return { low: numberAt(low, 'value'), high: numberAt(high, 'value'), ...unitOf(low ?? high) }
}

/** From the least of the samples to the greatest. Source: FHIR R4, SampledData. */
function samplesOf(value: unknown): Span | undefined {
  const factor = numberAt(value, 'factor') ?? 1
  const origin = numberAt(value, 'origin', 'value') ?? 0
  const samples = (textAt(value, 'data') ?? '').split(' ').filter(text => /^-?\d+(\.\d+)?$/.test(text))
  if (samples.length === 0) return undefined
  const numbers = samples.map(sample => Number(sample) * factor + origin)
  const low = numbers.reduce((one, other) => Math.min(one, other))
  const high = numbers.reduce((one, other) => Math.max(one, other))
  return { low, high, ...unitOf(listAt(value, 'origin')[0]) }
}

function numberAt(value: unknown, ...path: readonly string[]): number | null {
  const found = valueAt(value, ...path)
  return typeof found === 'number' && Number.isFinite(found) ? found : null
}
