import type { OtherColumn } from '#record/person/matching/compare/fields.ts'
import { OTHER_KINDS, type OtherKind } from '#record/person/matching/compare/other-column.ts'
import type { MatchRecord } from '#record/person/matching/record.ts'
import { standardise } from '#record/person/standard/standardise.ts'
import type { PlacedColumn } from './columns.ts'
import { identityReader } from './identity.ts'
import { otherName, otherReader } from './other-values.ts'

type OtherPlaced = PlacedColumn & { readonly as: OtherKind }

/** Makes a record that can be compared of the values of a row. */
export function recordReader(columns: readonly PlacedColumn[]): (values: readonly string[]) => MatchRecord {
  const identityOf = identityReader(columns)
  const readers = othersAmong(columns).map(otherReader)
  return values => {
    const others: Record<string, string> = {}
    for (const { name, at, read } of readers) {
      const value = read(values[at] ?? '')
      if (value !== '') others[name] = value
    }
    return { standard: standardise(identityOf(values)), others }
  }
}

/**
 * What is compared beyond a person's fields, in the order of the map. Rare values weigh more unless the map says no or
 * the kind has none: a date or a number is rarely what somebody is known by.
 */
export function othersOf(columns: readonly PlacedColumn[]): readonly OtherColumn[] {
  return othersAmong(columns).map(column => ({
    name: otherName(column),
    kind: column.as,
    rarity: column.tf ?? (column.as === 'name' || column.as === 'text'),
    household: column.household ?? false,
  }))
}

function othersAmong(columns: readonly PlacedColumn[]): OtherPlaced[] {
  return columns.filter((column): column is OtherPlaced => (OTHER_KINDS as readonly string[]).includes(column.as))
}
