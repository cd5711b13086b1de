import type { Store } from '#ground/db/store.ts'
import { CEILING_LEAST } from '#record/sharing/emergency/ceiling.ts'
import { opened, SENSITIVE_WORDS } from '#record/sharing/emergency/test-emergency.ts'

/**
 * Nurses of the health board open Mair’s record in an emergency, and others’, until it is one more than their month allows:
 * she has something to read, another body’s officers have something to review, the board’s signatory has a task.
 */
export async function emergenciesOverTheLimit(store: Store): Promise<void> {
  const here = { store, chance: store.chance }
  await opened(here, 'olumide-adeyemi', 'mair-pritchard')
  await opened(here, 'olumide-adeyemi', 'cadi-prydderch', {
    sensitive: ['mental-health'],
    sensitiveWords: SENSITIVE_WORDS,
  })
  for (let count = 1; count < CEILING_LEAST; count++) await opened(here, 'rhian-tudor', 'owen-griffiths')
}
