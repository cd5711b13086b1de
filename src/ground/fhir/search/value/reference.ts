import { listAt, textAt } from '#ground/fhir/any.ts'
import type { Found } from '../read.ts'
import type { Row, Rows } from './rows.ts'
import { stringRow } from './string.ts'
import { addToken, cut } from './token.ts'

/** A reference within this record: a type, an id, and perhaps a version. */
const RELATIVE = /^([A-Z][A-Za-z]{1,63})\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/

/** Adds what something refers to: a resource of this record, an address elsewhere, an identifier. */
export function addReference(rows: Rows, at: Row, found: Found, resource: object, leadsTo: string | undefined): void {
  const { type, value } = found
  switch (type) {
    case 'Reference':
      if (leadsTo === undefined || typeOf(value, resource) === leadsTo) addLink(rows, at, value, resource)
      return
    case 'Resource':
      addWhole(rows, at, value)
      break
    case 'Attachment':
      addUri(rows, at, { type, value: textAt(value, 'url') })
      break
    case 'code':
      return
    default:
      addUri(rows, at, found)
      break
  }
}

/** How much of an address is compared, characters. */
const URI_LENGTH_MAX = 500

/** An address as far as it is compared. */
export function cutUri(uri: string): string {
  return uri.slice(0, URI_LENGTH_MAX).toWellFormed()
}

/** Adds an address, without the version that a canonical one may end in. */
export function addUri(rows: Rows, at: Row, { type, value }: Found): void {
  if (typeof value !== 'string' || value === '') return
  const bar = type === 'uri' || type === 'url' ? -1 : value.lastIndexOf('|')
  const uri = bar === -1 ? value : value.slice(0, bar)
  rows.uri.push({ ...at, uri: cutUri(uri), version: bar === -1 ? '' : cut(value.slice(bar + 1)) })
}

function addLink(rows: Rows, at: Row, value: unknown, resource: object): void {
  const link = textAt(value, 'reference')
  const identifier = listAt(value, 'identifier')[0]
  const display = textAt(value, 'display')
  const [, type, id] = RELATIVE.exec(link ?? '') ?? []
  if (type !== undefined) rows.reference.push({ ...at, type, id: id! })
  else if (link !== undefined && !link.startsWith('#')) rows.uri.push({ ...at, uri: cutUri(link), version: '' })
  // Contained, or told of by a number or a name alone: nothing leads there, but it is not missing.
  else rows.reference.push({ ...at, type: typeOf(value, resource) ?? '', id: (link ?? '').slice(0, 64) })
  if (identifier !== undefined)
    addToken(rows, { ...at, parameter: `${at.parameter}:identifier` }, { type: 'Identifier', value: identifier })
  if (display !== undefined) rows.string.push(stringRow({ ...at, parameter: `${at.parameter}:text` }, display))
}

/** The type of what is referred to, as far as the reference says so itself. */
function typeOf(value: unknown, resource: object): string | undefined {
  const link = textAt(value, 'reference') ?? ''
  if (link.startsWith('#')) {
    const contained = listAt(resource, 'contained').find(one => textAt(one, 'id') === link.slice(1))
    return textAt(contained, 'resourceType')
  }
  return /([A-Z][A-Za-z]{1,63})\/[A-Za-z0-9.-]{1,64}(?:\/_history\/[^/]+)?$/.exec(link)?.[1] ?? textAt(value, 'type')
}

/** A bundle's first resource, as its own. */
function addWhole(rows: Rows, at: Row, value: unknown): void {
  const type = textAt(value, 'resourceType')
  if (type !== undefined) rows.reference.push({ ...at, type, id: textAt(value, 'id') ?? '' })
}
