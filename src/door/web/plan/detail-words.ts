import type { Say } from '#ground/language/say.ts'
import type { AskedDetail, Details } from '#work/plan/details/details.ts'

/** What is known of one detail, said: a code in its words, everything else as it was typed. */
export function detailWords(say: Say, details: Details, name: AskedDetail): string | undefined {
  const value = details[name]
  return !isTyped(name) && value !== undefined ? say.code('planFunding', value) : value
}

/** Whether a detail is what somebody typed, and not one of several that we have words for. */
export function isTyped(name: AskedDetail): boolean {
  return name !== 'funding'
}
