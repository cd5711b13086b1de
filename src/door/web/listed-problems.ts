import type { Say } from '#ground/language/say.ts'
import type { FieldProblem } from './parts/error-summary.tsx'
import type { Problems } from './typed.ts'

/**
 * What is wrong with a form, each leading to its field; `idOf` tells the field's id where that is not its name. What stands
 * under `form` is the fault of no one field.
 */
export function listedProblems(
  say: Say,
  problems: Problems,
  idOf: (field: string) => string = field => field,
): FieldProblem[] {
  return Object.entries(problems).map(([field, key]) => ({
    message: say.plain(key),
    ...(field !== 'form' && { field: idOf(field) }),
  }))
}
