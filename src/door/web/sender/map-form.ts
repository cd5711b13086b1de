import type { Key } from '#ground/language/say.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { faultsOf, type MapFault, WholeMap } from '#work/sender/map.ts'
import type { Problems, Typed } from '../typed.ts'

/** How many empty lines stand under those that are filled, for adding to a table. */
const EMPTY_LINES = 3
/** No map has so many; and no form sends more. */
const LINES_MAX = 500

/** What is wrong with a map that was typed: by field, and for what is written as JSON, exactly where. */
export interface MapProblems {
  readonly problems: Problems
  readonly faults: readonly MapFault[]
  /** What the JSON itself says is wrong with it. */
  readonly notJson?: string
}

/** One line of a table of codes: the code and what it means. */
export interface Line {
  readonly code: string
  readonly means: string
}

/** The parts that the form asks for; everything else of a map is written as JSON. */
type Asked = 'wards' | 'nhsAuthorities' | 'nhsNumbersVerified' | 'visitKinds' | 'rhythm'

/** The form's fields for a map. */
export function typedFrom({ wards = {}, nhsAuthorities = [], visitKinds = {}, ...map }: WholeMap): Typed {
  const { nhsNumbersVerified = false, rhythm, ...rest } = map
  return {
    ...linesTyped('ward', wards),
    ...linesTyped('kind', visitKinds),
    authorities: nhsAuthorities.join('\n'),
    verified: String(nhsNumbersVerified),
    everyMinutes: rhythm === undefined ? '' : String(rhythm.everyMinutes),
    nightMinutes: rhythm?.nightMinutes === undefined ? '' : String(rhythm.nightMinutes),
    rest: JSON.stringify(rest, null, 2),
  }
}

/** The lines of a table as they were typed, and some empty ones under them. */
export function linesOf(typed: Typed, name: string): Line[] {
  const filled: Line[] = []
  for (let number = 0; number < LINES_MAX; number++) {
    const code = typed[`${name}-${number}-code`]
    if (code === undefined) break
    if (code.trim() !== '') filled.push({ code: code.trim(), means: typed[`${name}-${number}-means`] ?? '' })
  }
  return [...filled, ...Array.from({ length: EMPTY_LINES }, () => ({ code: '', means: '' }))]
}

/** The map that was typed, or everything that is wrong with it. */
export function mapFrom(typed: Typed): Outcome<WholeMap, MapProblems> {
  const problems: Record<string, Key> = {}
  const wards = tableFrom(typed, 'ward', problems)
  const visitKinds = tableFrom(typed, 'kind', problems)
  const rhythm = rhythmFrom(typed, problems)
  const rest = restFrom(typed.rest ?? '')
  if (!rest.ok)
    return refused({ problems: { ...problems, rest: 'sender.mapWrong' }, faults: [], notJson: rest.problem })
  const nhsAuthorities = (typed.authorities ?? '').split(/\r?\n/).flatMap(line => line.trim() || [])
  const asked: Readonly<Record<Asked, unknown>> = {
    wards: ifAny(wards),
    visitKinds: ifAny(visitKinds),
    nhsAuthorities: nhsAuthorities.length > 0 ? nhsAuthorities : undefined,
    nhsNumbersVerified: typed.verified === 'true',
    rhythm,
  }
  const parsed = WholeMap.safeParse(JSON.parse(JSON.stringify({ ...rest.value, ...asked })))
  const faults = parsed.success ? [] : faultsOf(parsed.error)
  if (faults.length > 0) problems.rest ??= 'sender.mapWrong'
  return parsed.success && Object.keys(problems).length === 0 ? done(parsed.data) : refused({ problems, faults })
}

function linesTyped(name: string, table: Readonly<Record<string, string>>): Typed {
  return Object.fromEntries(
    Object.entries(table).flatMap(([code, means], number) => [
      [`${name}-${number}-code`, code],
      [`${name}-${number}-means`, means],
    ]),
  )
}

/** A line whose code was emptied is taken away. */
function tableFrom(typed: Typed, name: 'ward' | 'kind', problems: Record<string, Key>): Record<string, string> {
  const lines = linesOf(typed, name).filter(({ code }) => code !== '')
  for (const [number, { code, means }] of lines.entries()) {
    if (means === '')
      problems[`${name}-${number}-means`] = name === 'ward' ? 'sender.teamMissing' : 'sender.kindMissing'
    const isTwice = lines.findIndex(line => line.code === code) !== number
    if (isTwice) problems[`${name}-${number}-code`] = 'sender.wardTwice'
  }
  return Object.fromEntries(lines.map(({ code, means }) => [code, means]))
}

function rhythmFrom(
  { everyMinutes = '', nightMinutes = '' }: Typed,
  problems: Record<string, Key>,
): WholeMap['rhythm'] {
  if (everyMinutes.trim() === '' && nightMinutes.trim() === '') return undefined
  const [day, night] = [Number(everyMinutes), nightMinutes.trim() === '' ? undefined : Number(nightMinutes)]
  if (!isMinutes(day)) problems.everyMinutes = 'sender.minutesWrong'
  if (night !== undefined && !isMinutes(night)) problems.nightMinutes = 'sender.minutesWrong'
  return { everyMinutes: day, ...(night !== undefined && { nightMinutes: night }) }
}

function isMinutes(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= 60_480
}

function restFrom(text: string): Outcome<object, string> {
  if (text.trim() === '') return done({})
  try {
    const rest: unknown = JSON.parse(text)
    return typeof rest === 'object' && rest !== null && !Array.isArray(rest) ? done(rest) : refused('{ }')
  } catch (fault) {
    return refused((fault as Error).message)
  }
}

function ifAny(table: Readonly<Record<string, string>>): object | undefined {
  return Object.keys(table).length > 0 ? table : undefined
}
