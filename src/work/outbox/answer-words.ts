import { reasonKey } from '#ground/language/reason-key.ts'
import type { Say } from '#ground/language/say.ts'
import outbox from '#language/en/outbox.ts'

/** A code of what is sent, in words; one that is the receiver's own (`AE`, `503`) as it came, with what it said. */
export function answerIn(say: Say, code: string, said = ''): string {
  const key = reasonKey(code)
  const words = isKnown(key) ? say.plain(`outbox.${key}`) : code
  return said === '' ? words : `${words}: ${said}`
}

function isKnown(key: string): key is keyof typeof outbox {
  return Object.hasOwn(outbox, key)
}
