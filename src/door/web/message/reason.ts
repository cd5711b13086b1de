import type { Say } from '#ground/language/say.ts'
import quarantine from '#language/en/quarantine.ts'

/** Why a message was not taken in, in words; the code itself should it have none, so that nothing waits unseen. */
export function reasonIn(say: Say, code: string): string {
  const key = reasonKey(code)
  return isReason(key) ? say.plain(`quarantine.${key}`) : code
}

/** The name under which the words for a code are kept: `adt.noVisit` is `adtNoVisit`. */
export function reasonKey(code: string): string {
  return code.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())
}

function isReason(key: string): key is keyof typeof quarantine {
  return Object.hasOwn(quarantine, key)
}
