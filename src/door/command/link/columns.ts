import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { LinkMap, MapColumn, MapSide } from './map.ts'

/** A column that the map names, and where it stands in the rows of a file. */
export interface PlacedColumn extends MapColumn {
  readonly column: string
  readonly at: number
}

/** Where everything stands in the rows of one file. */
export interface SidePlaces {
  /** How many columns the file has. */
  readonly width: number
  readonly id: number
  readonly cluster: number | undefined
  readonly columns: readonly PlacedColumn[]
}

/** Why a map and the heading row of a file do not fit. */
export interface HeadingFault {
  readonly code: 'column-missing' | 'column-twice'
  readonly column: string
  /** The name in the heading row that is most like the one that is missing. */
  readonly nearest: string | undefined
}

/** Finds every column that a map names in a heading row; says of each that is not there which is nearest. */
export function placesIn(
  heading: readonly string[],
  side: MapSide,
  likeness: (one: string, other: string) => number,
): Outcome<SidePlaces, readonly HeadingFault[]> {
  const faults: HeadingFault[] = []
  const placeOf = (column: string) => {
    const at = heading.indexOf(column)
    if (at === -1) faults.push({ code: 'column-missing', column, nearest: nearestTo(column, heading, likeness) })
    else if (heading.indexOf(column, at + 1) !== -1) faults.push({ code: 'column-twice', column, nearest: undefined })
    return at
  }
  const id = placeOf(side.id)
  const cluster = side.cluster === undefined ? undefined : placeOf(side.cluster)
  const columns = Object.entries(side.columns).map(([column, described]) => ({
    ...described,
    column,
    at: placeOf(column),
  }))
  return faults.length > 0 ? refused(faults) : done({ width: heading.length, id, cluster, columns })
}

function nearestTo(
  column: string,
  heading: readonly string[],
  likeness: (one: string, other: string) => number,
): string | undefined {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
  const by = heading.map(name => ({ name, likeness: likeness(plain(column), plain(name)) }))
  return by.toSorted((one, other) => other.likeness - one.likeness)[0]?.name
}

/** Both sides of a map: the right is as the left when it is not said. */
export function sidesOf({ left, right }: LinkMap): { readonly left: MapSide; readonly right: MapSide } {
  return { left, right: right ?? left }
}
