import { pathOf } from '../path/path.ts'
import type { Visit } from './visit.ts'

/** Whether an expression holds of a value. Where it has no answer it does not, but for a few. */
export function holdsByPath(expression: string, base: string | undefined, value: unknown, visit: Visit): boolean {
  return answerByPath(expression, base, value, visit) ?? MAY_BE_UNTOLD.has(expression)
}

/** What an expression answers of a value: nothing where it cannot tell, no where it cannot be asked of what stands there. */
export function answerByPath(
  expression: string,
  base: string | undefined,
  value: unknown,
  visit: Visit,
): boolean | undefined {
  // R4 writes as() of several values, of which the engine takes one alone; what it means is ofType().
  const path = pathOf(expression.replaceAll('.as(', '.ofType('), base)
  try {
    const around = { resource: visit.readable(visit.resource), rootResource: visit.readable(visit.root) }
    const answer = path(visit.readable(value), around)
    return answer.length > 0 ? answer.every(one => one === true) : undefined
  } catch {
    return false
  }
}

/** Comparing a day with a month, or metres with pounds, has no answer, and is no fault. */
const MAY_BE_UNTOLD: ReadonlySet<string> = new Set([
  'start.hasValue().not() or end.hasValue().not() or (start <= end)',
  'low.empty() or high.empty() or (low <= high)',
  'whenHandedOver.empty() or whenPrepared.empty() or whenHandedOver >= whenPrepared',
  'lastModified.exists().not() or authoredOn.exists().not() or lastModified >= authoredOn',
])
