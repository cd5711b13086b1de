import { z } from 'zod'
import { DATA_CLASSES } from '#record/sharing/vocabulary.ts'

/** What a sender's patient classes may mean. */
export const VISIT_KINDS = [
  'inpatient',
  'emergency',
  'outpatient',
  'daycase',
  'preadmission',
  'recurring',
  'maternity',
  'other',
] as const

const Code = z.string().trim().min(1).max(200)
const ClassRules = z.strictObject({
  codes: z.record(Code, z.enum(DATA_CLASSES)).optional(),
  otherwise: z.enum(DATA_CLASSES).optional(),
})
const FileMap = z.strictObject({
  columns: z.record(Code, z.string()).optional(),
  codes: z.record(Code, z.record(z.string(), z.string())).optional(),
  dates: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  isFull: z.boolean().optional(),
  team: Code.optional(),
})
const Minutes = z.number().int().min(1).max(60_480)

/** Each part of a map, and what may stand in it. A part that is left out is read as every sender is. */
export const MAP_PARTS = {
  /** From the point of care in PV1-3 to the code of the ward's team. */
  wards: z.record(Code, Code),
  /** From the code or name of whoever a referral is to, to the code of the team that is asked. */
  teams: z.record(Code, Code),
  /** The destination, by its name, that is told whether a referral has been accepted. Without it nobody is. */
  repliesTo: Code,
  nhsAuthorities: z.array(Code),
  nhsNumbersVerified: z.boolean(),
  verifiedStatuses: z.array(Code),
  bareNhsFields: z.array(z.union([z.literal(2), z.literal(19)])),
  uprnComponent: z.number().int().min(1).max(30),
  identifierSystems: z.record(Code, Code),
  siteNames: z.record(Code, Code),
  visitKinds: z.record(Code, z.enum(VISIT_KINDS)),
  classes: z.strictObject({
    results: ClassRules.optional(),
    documents: ClassRules.optional(),
    appointments: ClassRules.optional(),
    referrals: ClassRules.optional(),
    resources: ClassRules.optional(),
  }),
  files: z.record(Code, FileMap),
  /** Over which lines it is believed, and how fast it may send: `SenderLine`. */
  line: z.strictObject({
    certificates: z.array(Code).min(1).max(20).optional(),
    addresses: z.array(Code).min(1).max(100).optional(),
    folders: z.array(Code).min(1).max(100).optional(),
    perSecondMax: z.number().positive().max(10_000).optional(),
  }),
  rhythm: z.strictObject({ everyMinutes: Minutes, nightMinutes: Minutes.optional() }),
} as const

export type MapPart = keyof typeof MAP_PARTS

/** All that tells how one sender's messages are to be read. */
export const WholeMap = z.strictObject(MAP_PARTS).partial()
export type WholeMap = z.infer<typeof WholeMap>

/** What is wrong with a map that somebody wrote: where, and the parser's own word for it. */
export interface MapFault {
  readonly at: string
  readonly fault: string
}

/** The exact places that are wrong, for whoever writes a map by hand. */
export function faultsOf({ issues }: z.ZodError): MapFault[] {
  return issues.map(({ path, code }) => ({ at: path.join('.'), fault: code }))
}

/** One thing that a map says: of which part, about which code, what. */
export interface MapEntry {
  readonly part: MapPart
  /** Empty where the part says one thing alone. */
  readonly about: readonly string[]
  readonly says: string
}

/** Everything that a map says, one thing at a time, in the order of the parts. */
export function entriesOf(map: WholeMap): MapEntry[] {
  return (Object.keys(MAP_PARTS) as MapPart[]).flatMap(part => saidIn(part, [], map[part]))
}

function saidIn(part: MapPart, about: readonly string[], value: unknown): MapEntry[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value.map(one => ({ part, about, says: String(one) }))
  if (typeof value !== 'object' || value === null) return [{ part, about, says: String(value) }]
  return Object.entries(value).flatMap(([key, inner]) => saidIn(part, [...about, key], inner))
}

/** One thing that a version says otherwise than the one before it. */
export interface MapChange extends Omit<MapEntry, 'says'> {
  readonly before: string | undefined
  readonly after: string | undefined
}

/** What is said otherwise, what is no longer said and what is new. */
export function changesBetween(before: WholeMap, after: WholeMap): MapChange[] {
  const [was, is] = [byPlace(before), byPlace(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(place => {
    const [one, other] = [was.get(place), is.get(place)]
    const { part, about } = (other ?? one)!
    return one?.says === other?.says ? [] : [{ part, about, before: one?.says, after: other?.says }]
  })
}

/** What stands in a list is known by what it says; everything else by what it is about. */
function byPlace(map: WholeMap): Map<string, MapEntry> {
  const places = entriesOf(map).map(entry => {
    const inList = Array.isArray(map[entry.part])
    return [JSON.stringify([entry.part, ...entry.about, ...(inList ? [entry.says] : [])]), entry] as const
  })
  return new Map(places)
}
