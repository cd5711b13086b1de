import { readJson } from '#ground/fhir/json/read.ts'
import { writeJson } from '#ground/fhir/json/write.ts'
import type { Issue } from '#ground/fhir/validate/validate.ts'
import type { Case } from './case.ts'

/** What became of a case. */
export interface Verdict {
  readonly isTaken: boolean
  /** The first thing that was wrong with it; empty when it was taken. */
  readonly why: string
  /** Whether it was written again with everything that means something in it. */
  readonly isWhole: boolean
}

/** Whatever says what is wrong with a resource: the product's own, or one with a fault sown into it. */
export type Validator = (resource: unknown, how?: Pick<Case, 'profiles'>) => readonly Issue[]

/** Reads a case as it would be read at the door, has it looked at, and writes it again. */
export function judge(one: Case, validator: Validator): Verdict {
  const bytes = one.bytes()
  const read = readJson(bytes)
  if (!read.ok) return { isTaken: false, why: read.problem, isWhole: true }
  const [error] = validator(read.value, { profiles: one.profiles }).filter(({ severity }) => severity === 'error')
  if (error !== undefined) return { isTaken: false, why: `${error.expression}: ${error.diagnostics}`, isWhole: true }
  return { isTaken: true, why: '', isWhole: writeJson(read.value) === squeezed(Buffer.from(bytes).toString('utf8')) }
}

/** JSON without what means nothing: blanks, and other ways to write the same letter. Digits stay as they are. */
export function squeezed(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/"(?:[^"\\]|\\.)*"|\s+/g, part => (part[0] === '"' ? JSON.stringify(JSON.parse(part)) : ''))
}
