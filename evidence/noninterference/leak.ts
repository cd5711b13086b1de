import type { Change } from '../sow.ts'

/** A leak that is sown, who would learn from it, and at which paths it is looked for. */
export interface Leak {
  readonly caller: string
  readonly at: RegExp
  readonly changes: readonly Change[]
}
