import { reasonKey } from '#ground/language/reason-key.ts'
import type { Say } from '#ground/language/say.ts'
import quarantine from '#language/en/quarantine.ts'

/** A reason that there are words for. */
export type Reason = keyof typeof quarantine

/** Why a message was not taken in, in words; the code itself should it have none, so that nothing waits unseen. */
export function reasonIn(say: Say, code: string): string {
  const reason = reasonOf(code)
  return reason === undefined ? code : say.plain(`quarantine.${reason}`)
}

/** The reason that a code of the feeds stands for; undefined for one without words. */
export function reasonOf(code: string): Reason | undefined {
  const key = reasonKey(code)
  return isReason(key) ? key : undefined
}

function isReason(key: string): key is Reason {
  return Object.hasOwn(quarantine, key)
}
