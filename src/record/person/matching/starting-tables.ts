import type { ComparisonModel, LevelChances } from './model.ts'

/**
 * What a region knows that has not learnt yet, and where learning starts from. The numbers are ours: orders of magnitude
 * from how often records of one person differ in published comparisons of British registers, and from counting who
 * shares a home; learning replaces all of them but the columns of levels that hardly occur. Each row: level, then the
 * share of pairs that come out so, of one person, of strangers, of one household.
 */
const TABLES: Readonly<Record<string, readonly Row[]>> = {
  given: [
    ['same', 0.8, 0.005, 0.012],
    ['swapped', 0.01, 1e-5, 1e-4],
    ['variant', 0.06, 0.001, 0.002],
    ['learntVariant', 0.02, 0.001, 0.002],
    ['middle', 0.02, 0.002, 0.02],
    ['crossed', 0.003, 0.001, 0.003],
    ['near', 0.04, 0.004, 0.015],
    ['initial', 0.025, 0.003, 0.005],
    ['alike', 0.005, 0.015, 0.03],
    ['other', 0.017, 0.969, 0.913],
  ],
  surname: [
    ['same', 0.88, 0.012, 0.75],
    ['part', 0.01, 0.001, 0.01],
    ['variant', 0.005, 5e-4, 0.003],
    ['near', 0.045, 0.002, 0.03],
    ['alike', 0.01, 0.01, 0.007],
    ['other', 0.05, 0.9745, 0.2],
  ],
  middle: [
    ['same', 0.6, 0.02, 0.03],
    ['initial', 0.35, 0.06, 0.07],
    ['other', 0.05, 0.92, 0.9],
  ],
  birthDate: [
    ['same', 0.93, 4e-5, 0.01],
    ['swapped', 0.01, 1.5e-5, 2e-4],
    ['slip', 0.03, 6e-4, 0.003],
    ['twoParts', 0.004, 0.001, 0.003],
    ['sameProxy', 0.002, 2e-5, 5e-4],
    ['proxy', 0.015, 1e-4, 5e-4],
    ['year', 0.003, 0.012, 0.03],
    ['other', 0.006, 0.986, 0.9523],
  ],
  address: [
    ['same', 0.66, 3e-5, 0.85],
    ['line', 0.05, 5e-5, 0.06],
    ['slip', 0.03, 1e-6, 0.03],
    ['unnumbered', 0.04, 1e-5, 0.04],
    ['postcode', 0.005, 1e-4, 0.003],
    ['street', 0.005, 1e-4, 0.003],
    ['sector', 0.01, 0.002, 0.004],
    ['district', 0.05, 0.02, 0.005],
    ['other', 0.15, 0.978, 0.005],
  ],
  nhsNumber: [
    ['same', 0.97, 1e-7, 0.004],
    ['near', 0.02, 1e-8, 1e-5],
    ['different', 0.01, 0.9999999, 0.996],
  ],
  sex: [
    ['same', 0.992, 0.5, 0.45],
    ['different', 0.008, 0.5, 0.55],
  ],
  phone: [
    ['same', 0.6, 1e-5, 0.3],
    ['near', 0.02, 1e-6, 0.01],
    ['other', 0.38, 0.99999, 0.69],
  ],
  email: [
    ['same', 0.75, 1e-6, 0.03],
    ['near', 0.03, 1e-7, 0.001],
    ['local', 0.02, 0.005, 0.005],
    ['other', 0.2, 0.995, 0.964],
  ],
}

type Row = readonly [level: string, match: number, stranger: number, household: number]

/** An other column: what a person's records say alike mostly, and, if a household shares it, theirs too. */
const OTHER: readonly Row[] = [
  ['same', 0.8, 0.01, 0.05],
  ['near', 0.06, 0.005, 0.01],
  ['alike', 0.04, 0.02, 0.03],
  ['other', 0.1, 0.965, 0.91],
]
const SHARED_OTHER: readonly Row[] = [
  ['same', 0.8, 0.01, 0.8],
  ['near', 0.06, 0.005, 0.06],
  ['alike', 0.04, 0.02, 0.04],
  ['other', 0.1, 0.965, 0.1],
]

/** The starting chances of a comparison: of a field of a person by its name, of another column by what it is. */
export function startingChances(name: string, column?: { readonly household: boolean }): ComparisonModel {
  const rows = column === undefined ? TABLES[name] : column.household ? SHARED_OTHER : OTHER
  if (rows === undefined) throw new Error(`no starting table for ${name}`)
  return { name, levels: rows.map(chances) }
}

function chances([level, match, stranger, household]: Row): LevelChances {
  return { level, match, stranger, household }
}

/** How many other records of the same person a record has, and of somebody else of the household, on average. */
export const STARTING_PER_RECORD = { match: 1, household: 2 }
