import { z } from 'zod'
import { OTHER_KINDS } from '#record/person/matching/compare/other-column.ts'

/** What a column of a file can be compared as: a field of a person, or any other column by what it holds. */
export const PERSON_KINDS = [
  'given',
  'middle',
  'surname',
  'fullname',
  'birthdate',
  'sex',
  'nhs',
  'line',
  'town',
  'postcode',
  'uprn',
  'phone',
  'email',
  'death',
] as const
const KINDS = [...PERSON_KINDS, ...OTHER_KINDS] as const

export type PersonKind = (typeof PERSON_KINDS)[number]

const NAME_LENGTH_MAX = 200
const Name = z.string().trim().min(1).max(NAME_LENGTH_MAX)

const Described = z.strictObject({
  as: z.enum(KINDS),
  /** In which order a date is written that is not ISO 8601. */
  order: z.enum(['ymd', 'dmy', 'mdy']).optional(),
  /** Of a date that stands in three columns: which of them this is. */
  part: z.enum(['year', 'month', 'day']).optional(),
  /** Another name of the same person: of birth, by marriage, known as. */
  alias: z.boolean().optional(),
  /** What an other column is compared as; two columns of the same name are compared with each other. */
  name: Name.optional(),
  /** A rare value in common says more than a frequent one. */
  tf: z.boolean().optional(),
  /** People of one household share it. */
  household: z.boolean().optional(),
})

/** A kind alone, or a kind with what more is to be said. */
const Column = z.preprocess(column => (typeof column === 'string' ? { as: column } : column), Described)

const Side = z.strictObject({
  id: Name,
  /** The column that says who each record truly is, when the files have one. */
  cluster: Name.optional(),
  columns: z.record(Name, Column),
})

/** A map: which columns of one or two files hold what, and which records are to be linked with which. */
export const LinkMap = z.strictObject({
  mode: z.enum(['link_only', 'dedupe']),
  left: Side,
  /** The same as the left when it is not said. */
  right: Side.optional(),
  thresholds: z
    .strictObject({ link: z.number().gt(0).lt(1), review: z.number().gt(0).lt(1) })
    .refine(({ link, review }) => review <= link, { path: ['review'], params: { why: 'above-link' } })
    .optional(),
})

export type LinkMap = z.infer<typeof LinkMap>
export type MapSide = z.infer<typeof Side>
export type MapColumn = z.infer<typeof Described>
