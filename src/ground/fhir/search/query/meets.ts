import { rowNames } from '../parameters.ts'
import { rowsOf } from '../rows-of.ts'
import type { DateRow, Rows, TokenRow } from '../value/rows.ts'
import type { Criterion, DateTest, Test, TokenTest } from './criterion.ts'

/** Whether what is asked can be told of a resource that is held in the hand: by its codes, dates and references, and by nothing else. */
export function canBeMet(criterion: Criterion): boolean {
  switch (criterion.is) {
    case 'all':
    case 'any':
      return criterion.of.every(canBeMet)
    case 'not':
      return canBeMet(criterion.of)
    case 'value':
      return criterion.test.kind in PASSES
    case 'coded':
    case 'present':
      return true
    default:
      return false
  }
}

/** Whether a resource is what is asked, as a search for it would find. Throws for what cannot be told of it alone. */
export function meets(criterion: Criterion, resource: { readonly resourceType: string }): boolean {
  return holds(criterion, { type: resource.resourceType, rows: rowsOf(resource) })
}

/** A resource by its values. */
interface Held {
  readonly type: string
  readonly rows: Rows
}

function holds(criterion: Criterion, held: Held): boolean {
  switch (criterion.is) {
    case 'all':
      return criterion.of.every(one => holds(one, held))
    case 'any':
      return criterion.of.some(one => holds(one, held))
    case 'not':
      return !holds(criterion.of, held)
    case 'value': {
      const passes = PASSES[criterion.test.kind]
      if (passes === undefined) throw new Error(`cannot be told of a resource alone: ${criterion.test.kind}`)
      return passes(criterion.test, rowNames(held.type, criterion.rows), held.rows)
    }
    case 'present': {
      const names = rowNames(held.type, criterion.rows)
      return criterion.kinds.some(kind => held.rows[kind].some(({ parameter }) => names.includes(parameter)))
    }
    case 'coded': {
      const names = rowNames(held.type, criterion.rows)
      const own = held.rows.token.filter(({ parameter }) => names.includes(parameter))
      return own.some(row => criterion.codes.some(({ system, code }) => row.system === system && row.code === code))
    }
    default:
      throw new Error(`cannot be told of a resource alone: ${criterion.is}`)
  }
}

/** The kinds of values that are compared, each as `chart/search/passes.ts` asks the index. */
const PASSES: Partial<Record<Test['kind'], (test: Test, names: readonly string[], rows: Rows) => boolean>> = {
  token: (test, names, { token }) =>
    token.some(row => names.includes(row.parameter) && passesToken(test as TokenTest, row)),
  date: (test, names, { date }) => date.some(row => names.includes(row.parameter) && passesDate(test as DateTest, row)),
  reference: (test, names, { reference }) =>
    test.kind === 'reference' &&
    reference.some(
      row => names.includes(row.parameter) && row.id === test.id && (test.type === undefined || row.type === test.type),
    ),
}

function passesToken(test: TokenTest, { system, code }: TokenRow): boolean {
  return (test.code === undefined || test.code === code) && (test.system === undefined || test.system === system)
}

/** How two spans lie to each other. Source: FHIR R4, 3.1.1.4.3. */
function passesDate({ prefix, ...asked }: DateTest, row: DateRow): boolean {
  const [begins, ends] = [momentOf(row.from), momentOf(row.until)]
  const [from, until] = [asked.from.getTime(), asked.until.getTime()]
  const isWithin = begins >= from && ends <= until
  switch (prefix) {
    case 'eq':
      return isWithin
    case 'ne':
      return !isWithin
    case 'gt':
      return ends > until
    case 'lt':
      return begins < from
    case 'ge':
      return ends > until || isWithin
    case 'le':
      return begins < from || isWithin
    case 'sa':
      return begins >= until
    case 'eb':
      return ends <= from
    case 'ap':
    case 'po':
      return begins < until && ends > from
  }
}

function momentOf(text: string): number {
  if (text === '-infinity') return Number.NEGATIVE_INFINITY
  return text === 'infinity' ? Number.POSITIVE_INFINITY : Date.parse(text)
}
