import type { Say } from '#ground/language/say.ts'
import type { AskedDetail, Details } from '#work/plan/details/details.ts'

/** What is known of one detail, said: a code in its words, everything else as it was typed. */
export function detailWords(say: Say, details: Details, name: AskedDetail): string | undefined {
  const value = details[name]
  return name === 'funding' && value !== undefined ? say.code('planFunding', value) : value
}
