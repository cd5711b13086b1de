import type { FhirResource } from 'fhir/r4.js'
import { type Parameter, parametersOf, rowNames } from '#ground/fhir/search/parameters.ts'
import { rowsOf } from '#ground/fhir/search/rows-of.ts'
import { KINDS, type Row, type Rows } from '#ground/fhir/search/value/rows.ts'

/** A parameter, and what it is asked as in a query. */
export interface Asked {
  readonly code: string
  readonly query: string
}

/** What each parameter of a resource that has a value may be asked, and finds it. */
export function asksOf(resource: FhirResource): Asked[] {
  const rows = rowsOf(resource)
  return [...parametersOf(resource.resourceType).values()].flatMap(parameter => {
    const { code } = parameter
    if (code === '_id') return []
    const value = COLUMNS[code]?.(resource) ?? valueIn(rows, resource.resourceType, parameter)
    return value === undefined ? [] : [{ code, query: `${code}=${encodeURIComponent(value)}` }]
  })
}

const COLUMNS: Readonly<Record<string, (resource: FhirResource) => string | undefined>> = {
  _lastUpdated: () => 'ge2000',
  _content: ({ resourceType }) => (resourceType === 'Patient' ? undefined : resourceType.toLowerCase()),
}

function valueIn(rows: Rows, type: string, { code, type: kind, parts }: Parameter): string | undefined {
  if (kind === 'composite')
    return rowNames(type, code)
      .map(name => wholeIn(rows, name, parts))
      .find(one => one !== undefined)
  if (kind === 'special') {
    const at = (part: number) => rows.quantity.find(row => row.parameter === `${code}$${part}`)?.low
    return at(0) == null ? undefined : `${at(0)}|${at(1)}|1|km`
  }
  return rowNames(type, code)
    .map(name => told(rows, kind, name, undefined))
    .find(one => one !== undefined)
}

function wholeIn(rows: Rows, name: string, parts: Parameter['parts']): string | undefined {
  const all = KINDS.flatMap(kind => rows[kind] as readonly Row[])
  const wholes = all.filter(({ parameter }) => parameter === `${name}$0`)
  for (const { ordinal } of wholes) {
    const values = parts.map((part, place) => told(rows, part.type, `${name}$${place}`, ordinal))
    if (values.every(value => value !== undefined)) return values.join('$')
  }
  return undefined
}

/** A value of a row, as a query says it. */
function told(rows: Rows, kind: Parameter['type'], name: string, ordinal: number | undefined): string | undefined {
  const of = <Of extends Row>(some: readonly Of[]) =>
    some.filter(row => row.parameter === name && (ordinal === undefined || row.ordinal === ordinal))
  switch (kind) {
    case 'token': {
      const row = of(rows.token).find(({ code }) => code !== '' && code.length < 100)
      return row && (row.system === '' ? plain(row.code) : `${plain(row.system)}|${plain(row.code)}`)
    }
    case 'string': {
      const row = of(rows.string).find(({ folded }) => folded !== '')
      return row && plain(row.text.slice(0, 40))
    }
    case 'date': {
      const row = of(rows.date)[0]
      return row && (row.from === '-infinity' ? `lt${row.until}` : `ge${row.from}`)
    }
    case 'number':
    case 'quantity': {
      const row = of(rows.quantity)[0]
      return row && (row.low === null ? `le${row.high}` : `ge${row.low}`)
    }
    case 'reference': {
      const row = of(rows.reference).find(({ type, id }) => type !== '' && /^[A-Za-z0-9.-]{1,64}$/.test(id))
      return row === undefined ? uriIn(of(rows.uri)) : `${row.type}/${row.id}`
    }
    case 'uri':
      return uriIn(of(rows.uri))
    default:
      return undefined
  }
}

function uriIn(rows: readonly { readonly uri: string }[]): string | undefined {
  const [row] = rows
  return row && plain(row.uri)
}

/** Behind a backslash what would part it. */
function plain(text: string): string {
  return text.replace(/[\\,$|]/g, sign => `\\${sign}`)
}
