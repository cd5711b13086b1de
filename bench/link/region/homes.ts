import type { Drawing } from './chance.ts'
import { ESTATES, STREET_KINDS, STREETS, TOWNS, TREES } from './forms.ts'

/** Where somebody lives, in both languages. */
export interface Home {
  readonly number: number
  readonly street: readonly [string, string]
  readonly town: readonly [string, string]
  readonly postcode: string
  readonly uprn: string
}

/** Letters that stand at the end of a postcode. */
const INWARD = 'ABDEFGHJLNPQRSTUWXYZ'

/** People per postcode unit in Wales, about; and records per person. */
const RECORDS_PER_UNIT = 60

/** So many streets a town has, in a region of so many records. */
export function streetsPerTown(records: number): number {
  return Math.ceil(records / RECORDS_PER_UNIT / TOWNS.length)
}

/** A home. Homes of one street share a postcode, as they do. */
export function drawHome(drawing: Drawing, streets: number): Home {
  const [welsh, english, area] = drawing.one(TOWNS)
  // A town has so many postcodes, and each its street: both follow from one number.
  const unit = drawing.below(streets)
  const letters = `${INWARD[unit % 20]}${INWARD[Math.floor(unit / 20) % 20]}`
  const sector = Math.floor(unit / 200)
  const district = area === 'CF' || area === 'SA' || area === 'LL' ? 10 + (sector % 50) : 1 + (sector % 30)
  return {
    number: drawing.between(1, 200),
    street: streetOf(unit),
    town: [welsh, english],
    postcode: `${area}${district} ${1 + (sector % 9)}${letters}`,
    uprn: `1001${drawing.digits(8)}`,
  }
}

function streetOf(unit: number): readonly [string, string] {
  if (unit % 3 === 0) return STREETS[(unit / 3) % STREETS.length] ?? ['Stryd Fawr', 'High Street']
  const tree = TREES[unit % TREES.length] ?? ''
  const estate = ESTATES[Math.floor(unit / 7) % ESTATES.length] ?? ''
  if (unit % 3 === 1) return [`${estate} ${tree}`, `${estate} ${tree}`]
  const english = `${tree} ${STREET_KINDS[Math.floor(unit / 11) % STREET_KINDS.length] ?? ''}`
  return [english, english]
}
