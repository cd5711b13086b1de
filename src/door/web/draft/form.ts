import type { Say } from '#ground/language/say.ts'
import type { Typed } from '../typed.ts'
import type { Answers, Choices, Field } from './fields.ts'

/** How one part of a draft is asked for: its questions, the answers there are, and what new answers make of it. */
export interface PartForm<Value> {
  fields(say: Say, choices: Choices, value: Value): readonly Field[]
  fill(value: Value): Typed
  read(answers: Answers, choices: Choices, value: Value): Value
}
