import type { Key, Say } from '#ground/language/say.ts'
import { listedProblems } from '../listed-problems.ts'
import type { FieldProblem } from '../parts/error-summary.tsx'
import type { Problems, Typed } from '../typed.ts'

/** A form about a review as it comes back: what was typed, and what was wrong with it. */
export interface Sent {
  readonly typed: Typed
  readonly problems: readonly FieldProblem[] | undefined
  problem(say: Say, field: string): string | undefined
}

/** A form with what was typed into it; `problems` by the name of the field, `form` when no field is at fault. */
export function sentWith(typed: Typed, problems: Problems, say: Say): Sent {
  const listed = listedProblems(say, problems)
  const said = (voice: Say, field: string) => {
    const key: Key | undefined = problems[field]
    return key === undefined ? undefined : voice.plain(key)
  }
  return { typed, problems: listed.length === 0 ? undefined : listed, problem: said }
}

/** Words as they were typed: browsers send line ends as two characters. */
export function wordsIn(typed: Typed, name: string): string {
  return (typed[name] ?? '').replaceAll('\r\n', '\n').trim()
}
