/** What an act answers when a refusal is expected: a value to use, or a problem to say to the person who asked. */
export type Outcome<Value, Problem = string> = Done<Value> | Refused<Problem>

export interface Done<Value> {
  readonly ok: true
  readonly value: Value
}

export interface Refused<Problem> {
  readonly ok: false
  readonly problem: Problem
}

/** The act was done, and this is what came of it. */
export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value }
}

/** The act was refused, as may happen any day, and nothing was changed. */
export function refused<const Problem>(problem: Problem): Refused<Problem> {
  return { ok: false, problem }
}
