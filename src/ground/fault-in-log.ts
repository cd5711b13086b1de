/** A fault as the log tells it: what kind, and where in the code. */
export interface FaultInLog {
  readonly kind: string
  /** Of the database or of Node: `23505`, `ECONNRESET`. */
  readonly code?: string
  /** Where it was thrown, the nearest first. */
  readonly at: readonly string[]
}

const PLACES_MAX = 8

/**
 * What of a fault may stand in the log: never its message, its detail or its cause, in which a fault of the database or of
 * a reader quotes what somebody sent. Anything may be thrown.
 */
export function faultInLog(fault: unknown): FaultInLog {
  if (!(fault instanceof Error)) return { kind: typeof fault, at: [] }
  const { code } = fault as { code?: unknown }
  const isCode = typeof code === 'string' && /^[A-Z0-9_]{1,40}$/i.test(code)
  const afterMessage = (fault.stack ?? '').replace(fault.message, '')
  const at = afterMessage.split('\n').filter(line => /^ {4}at /.test(line))
  return { kind: fault.name, ...(isCode && { code }), at: at.slice(0, PLACES_MAX).map(line => line.trim().slice(3)) }
}
