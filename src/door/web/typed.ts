import { z } from 'zod'
import type { Key } from '#ground/language/say.ts'
import { ProblemError } from '#ground/problem.ts'

/** The fields of a form as they were typed. */
export type Typed = Readonly<Record<string, string>>

/** What is wrong, by the name of the field. */
export type Problems = Readonly<Record<string, Key>>

/** The fields of a form that was sent. What is no form at all is answered with 400. */
export function typedIn(body: unknown): Typed {
  const fields = z.record(z.string(), z.string()).safeParse(body ?? {})
  if (!fields.success) throw new ProblemError('problem.notUnderstood', 400)
  return fields.data
}

/** The first problem of each field. The messages of the forms' schemas are keys. */
export function problemsOf({ issues }: z.ZodError): Problems {
  const problems: Record<string, Key> = {}
  for (const { path, message } of issues) problems[String(path[0])] ??= message as Key
  return problems
}

/** Words that somebody types: browsers send line ends as two characters. The messages are keys. */
export function wordsField(said: { readonly missing: Key; readonly tooLong: Key; readonly lengthMax: number }) {
  return z
    .string()
    .default('')
    .transform(text => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, { error: said.missing }).max(said.lengthMax, { error: said.tooLong }))
}
