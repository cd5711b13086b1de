import { sql } from 'kysely'
import { fold } from '#ground/fhir/search/fold.ts'
import type {
  DateTest,
  QuantityTest,
  ReferenceTest,
  StringTest,
  Test,
  TokenTest,
  UriTest,
} from '#ground/fhir/search/query/criterion.ts'
import type { Coded } from '#ground/fhir/search/query/terminology.ts'
import { all, type Sql } from './sql.ts'

/** The columns of a value, by their names. */
export type Columns = (name: string) => Sql

/** Those of a row of the index, under this name. */
export function columnsIn(row: Sql): Columns {
  return name => sql`${row}.${sql.raw(name)}`
}

/** Whether a value passes a test. */
export function passes(test: Test, value: Columns): Sql {
  switch (test.kind) {
    case 'token':
      return passesToken(test, value)
    case 'string':
      return passesString(test, value)
    case 'date':
      return passesDate(test, sql`${value('from_at')}`, sql`${value('until_at')}`)
    case 'quantity':
      return passesQuantity(test, value)
    case 'reference':
      return passesReference(test, value)
    case 'uri':
      return passesUri(test, value)
  }
}

function passesToken({ system, code }: TokenTest, value: Columns): Sql {
  return all([
    ...(code === undefined ? [] : [sql`${value('code')} = ${code}`]),
    ...(system === undefined ? [] : [sql`${value('system')} = ${system}`]),
  ])
}

/** Whether a value is one of these codes, however many they are. */
export function isAmong(codes: readonly Coded[], value: Columns): Sql {
  const [systems, all] = [codes.map(({ system }) => system), codes.map(({ code }) => code)]
  return sql`(${value('code')}, ${value('system')}) in (select * from unnest(${all}::text[], ${systems}::text[]))`
}

/** How much of a text the index holds in its order. */
const BEGINS_MAX = 200
/** Comes after everything that begins in the same way. */
const LAST = '\u{10FFFF}'

function passesString({ how, text }: StringTest, value: Columns): Sql {
  const begins = (what: string) => {
    const first = [...what].slice(0, BEGINS_MAX).join('')
    return sql`"left"(${value('folded')}, 200) >= ${first} and "left"(${value('folded')}, 200) < ${`${first}${LAST}`}`
  }
  switch (how) {
    case 'begins':
      return sql`${begins(text)} and starts_with(${value('folded')}, ${text})`
    case 'is':
      return sql`${begins(text)} and ${value('folded')} = ${text}`
    case 'contains':
      return sql`${value('folded')} like ${`%${meant(text)}%`}`
    case 'ends':
      return sql`${value('folded')} like ${`%${meant(text)}`}`
    case 'exact':
      // The index is over what is folded: one text folds one way, so nothing is lost by asking it first.
      return sql`${begins(fold(text))} and ${value('text')} = ${text}`
  }
}

/** What has a meaning for `like` is taken for itself. */
function meant(text: string): string {
  return text.replace(/[\\%_]/g, sign => `\\${sign}`)
}

/** How two spans lie to each other. Source: FHIR R4, 3.1.1.4.3. */
export function passesDate({ prefix, from, until }: DateTest, begins: Sql, ends: Sql): Sql {
  // That it begins before the end follows, and lets the index of beginnings find it between two of them.
  const within = sql`(${begins} >= ${from} and ${begins} <= ${until} and ${ends} <= ${until})`
  switch (prefix) {
    case 'eq':
      return within
    case 'ne':
      return sql`not ${within}`
    case 'gt':
      return sql`${ends} > ${until}`
    case 'lt':
      return sql`${begins} < ${from}`
    case 'ge':
      return sql`(${ends} > ${until} or ${within})`
    case 'le':
      return sql`(${begins} < ${from} or ${within})`
    case 'sa':
      return sql`${begins} >= ${until}`
    case 'eb':
      return sql`${ends} <= ${from}`
    case 'ap':
    case 'po':
      return sql`(${begins} < ${until} and ${ends} > ${from})`
  }
}

function passesQuantity({ prefix, value: number, low, high, unit }: QuantityTest, value: Columns): Sql {
  const [least, most] = [sql`${value('low')}`, sql`${value('high')}`]
  const within = sql`(${least} >= ${low}::numeric and ${most} < ${high}::numeric)`
  const compared = (): Sql => {
    switch (prefix) {
      case 'eq':
        return within
      case 'ne':
        return sql`not ${within}`
      case 'gt':
        return sql`${most} > ${number}::numeric`
      case 'sa':
        return sql`${least} > ${number}::numeric`
      case 'lt':
        return sql`${least} < ${number}::numeric`
      case 'eb':
        return sql`${most} < ${number}::numeric`
      case 'ge':
        return sql`${most} >= ${number}::numeric`
      case 'le':
        return sql`${least} <= ${number}::numeric`
      case 'ap':
      case 'po':
        return sql`(${least} <= ${high}::numeric and ${most} >= ${low}::numeric)`
    }
  }
  if (unit === undefined) return compared()
  const { system, code } = unit
  // Without a system a unit is known by its code or by how it is written.
  const inUnit =
    system === undefined
      ? sql`(${value('code')} = ${code} or ${value('unit')} = ${code})`
      : sql`(${value('system')} = ${system} and ${value('code')} = ${code})`
  return sql`${compared()} and ${inUnit}`
}

function passesReference({ type, id }: ReferenceTest, value: Columns): Sql {
  const isOfType = type === undefined ? sql`true` : sql`${value('target_type')} = ${type}`
  return sql`${value('target_id')} = ${id} and ${isOfType}`
}

/** How many addresses may lie above one. */
const ABOVE_MAX = 50

function passesUri({ how, uri, version }: UriTest, value: Columns): Sql {
  const isIt = sql`${value('uri')} = ${uri}`
  // Of something that has versions the lesser lie below the greater: 2.1 below 2.
  if (version !== undefined) {
    const isBelow = sql`starts_with(${value('version')}, ${`${version}.`})`
    const isVersion = sql`${value('version')} = any(${how === 'above' ? versionsAbove(version) : [version]}::text[])`
    return all([isIt, how === 'below' ? sql`(${isVersion} or ${isBelow})` : isVersion])
  }
  switch (how) {
    case 'is':
      return isIt
    case 'below':
      return sql`${value('uri')} >= ${uri} and ${value('uri')} < ${`${uri}${LAST}`}
        and (${value('uri')} = ${uri} or starts_with(${value('uri')}, ${uri.endsWith('/') ? uri : `${uri}/`}))`
    case 'above':
      return sql`${value('uri')} = any(${above(uri)}::text[])`
  }
}

/** A version and all that it lies below. */
function versionsAbove(version: string): string[] {
  const parts = version.split('.')
  return parts.map((_, place) => parts.slice(0, place + 1).join('.'))
}

/** An address and all that it lies below. */
function above(uri: string): string[] {
  const ends = [...uri.matchAll(/\//g)].map(({ index }) => index).slice(-ABOVE_MAX)
  return [uri, ...ends.flatMap(end => [uri.slice(0, end), uri.slice(0, end + 1)])]
}
