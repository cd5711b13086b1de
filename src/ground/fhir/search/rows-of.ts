import { type Parameter, type ParameterType, parametersOf } from './parameters.ts'
import { type Found, type Read, valuesAt } from './read.ts'
import { addDate } from './value/date.ts'
import { addQuantity } from './value/quantity.ts'
import { addReference, addUri } from './value/reference.ts'
import { KINDS, noRows, type Row, type Rows } from './value/rows.ts'
import { addString } from './value/string.ts'
import { addToken } from './value/token.ts'

/** Which version of these rules the rows are made by: with another one, what is kept is made anew within a day (`record/index/reindex.ts`). */
export const ROWS_VERSION = 2

/** What is asked of the resource itself, or of all its words, and has no values that are kept. */
const NO_VALUES = new Set(['_id', '_lastUpdated', '_text', '_content'])

/**
 * How many values of one parameter are kept. A resource with more is found by the first of them: a list of a hundred
 * thousand members is not to fill the index by itself.
 */
const VALUES_MAX = 5_000

/** Everything that a resource can be searched for, by every parameter of its type. */
export function rowsOf(resource: { readonly resourceType: string }): Rows {
  const rows = noRows()
  for (const parameter of parametersOf(resource.resourceType).values()) {
    if (NO_VALUES.has(parameter.code) || !parameter.keptAs.includes(parameter.code)) continue
    if (parameter.type === 'composite') addComposite(rows, resource, parameter)
    else addAll(rows, { parameter: parameter.code, ordinal: 0 }, resource, parameter)
  }
  return rows
}

function addComposite(rows: Rows, resource: object, { code, reads, parts }: Parameter): void {
  const wholes = reads.flatMap(read => valuesAt(resource, read)).slice(0, VALUES_MAX)
  for (const [ordinal, { value }] of wholes.entries()) {
    const found = parts.map((part, place) => partRows(`${code}$${place}`, ordinal, resource, part, value))
    // Where a part has no value nothing can be asked of the whole.
    if (!found.every(hasSome)) continue
    for (const some of found) for (const kind of KINDS) rows[kind].push(...(some[kind] as never[]))
  }
}

/** The values of one part, of which nothing else is asked than what they are. */
function partRows(parameter: string, ordinal: number, resource: object, part: Asked, from: unknown): Rows {
  const rows = noRows()
  addAll(rows, { parameter, ordinal }, resource, part, from)
  const isPart = (row: Row) => row.parameter === parameter
  return {
    token: rows.token.filter(isPart),
    string: rows.string.filter(isPart),
    date: rows.date.filter(isPart),
    quantity: rows.quantity.filter(isPart),
    reference: rows.reference.filter(isPart),
    uri: rows.uri.filter(isPart),
  }
}

function hasSome(rows: Rows): boolean {
  return KINDS.some(kind => rows[kind].length > 0)
}

interface Asked {
  readonly type: ParameterType
  readonly reads: readonly Read[]
}

function addAll(rows: Rows, at: Row, resource: object, { type, reads }: Asked, from: unknown = resource): void {
  for (const read of reads)
    for (const found of valuesAt(resource, read, from).slice(0, VALUES_MAX)) add(rows, at, resource, type, read, found)
}

function add(rows: Rows, at: Row, resource: object, type: ParameterType, { leadsTo }: Read, found: Found): void {
  switch (type) {
    case 'token':
      addToken(rows, at, found)
      break
    case 'string':
      addString(rows, at, found)
      break
    case 'date':
      addDate(rows, at, found)
      break
    case 'number':
    case 'quantity':
      addQuantity(rows, at, found)
      break
    case 'reference':
      addReference(rows, at, found, resource, leadsTo)
      break
    case 'uri':
      addUri(rows, at, found)
      break
    case 'special':
      addPosition(rows, at, found)
      break
    case 'composite':
      return
  }
}

/** Where a place is, as two numbers. Source: FHIR R4, Location.near. */
function addPosition(rows: Rows, at: Row, { value }: Found): void {
  const { latitude, longitude } = (value ?? {}) as { latitude?: unknown; longitude?: unknown }
  addQuantity(rows, { ...at, parameter: `${at.parameter}$0` }, { type: 'decimal', value: latitude })
  addQuantity(rows, { ...at, parameter: `${at.parameter}$1` }, { type: 'decimal', value: longitude })
}
