/**
 * The ADT triggers we read, and what each cannot do without: `visit` moves somebody or plans to, `merge` says that
 * records of one person or visit are joined or renumbered, `pair` speaks of two people as equals (A24 says that they
 * are one, A37 that they are not), `swap` moves each of two people into the other's bed, `person` only tells of the
 * person. The state of a bed (A20) is refused: it is about nobody.
 * Source: HL7 v2.5.1 chapter 3.3, and 2.3.1 for A34 to A36.
 */
export const TRIGGERS = {
  A01: 'visit',
  A02: 'visit',
  A03: 'visit',
  A04: 'visit',
  A05: 'visit',
  A06: 'visit',
  A07: 'visit',
  A08: 'person',
  A09: 'visit',
  A10: 'visit',
  A11: 'visit',
  A12: 'visit',
  A13: 'visit',
  A14: 'visit',
  A15: 'visit',
  A16: 'visit',
  A17: 'swap',
  A18: 'merge',
  A21: 'visit',
  A22: 'visit',
  A23: 'visit',
  A24: 'pair',
  A25: 'visit',
  A26: 'visit',
  A27: 'visit',
  A28: 'person',
  A29: 'person',
  A31: 'person',
  A32: 'visit',
  A33: 'visit',
  A34: 'merge',
  A35: 'merge',
  A36: 'merge',
  A37: 'pair',
  A38: 'visit',
  A39: 'merge',
  A40: 'merge',
  A41: 'merge',
  A42: 'merge',
  A43: 'merge',
  A44: 'merge',
  A45: 'merge',
  A47: 'merge',
  A49: 'merge',
  A50: 'merge',
  A51: 'merge',
  A52: 'visit',
  A53: 'visit',
  A54: 'visit',
  A55: 'visit',
  A60: 'person',
  A61: 'visit',
  A62: 'visit',
} as const satisfies Readonly<Record<string, 'visit' | 'person' | 'merge' | 'pair' | 'swap'>>

export type AdtTrigger = keyof typeof TRIGGERS

/** Whether a code, MSH-9.2 or EVN-1, is a trigger that we read. */
export function isTrigger(code: string | undefined): code is AdtTrigger {
  return code !== undefined && Object.hasOwn(TRIGGERS, code)
}

const CANCELS: readonly AdtTrigger[] = [
  'A11',
  'A12',
  'A13',
  'A23',
  'A25',
  'A26',
  'A27',
  'A32',
  'A33',
  'A38',
  'A52',
  'A53',
]

/** Whether the event takes another back. */
export function isCancel(trigger: AdtTrigger): boolean {
  return CANCELS.includes(trigger)
}
