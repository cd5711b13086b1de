import { validate } from '#ground/fhir/validate/validate.ts'
import { reasonNotKept } from '../round-trip/not-kept.ts'
import type { Fault } from '../round-trip/refused.ts'
import type { Tripped } from '../round-trip/round-trip.ts'
import type { Case } from './case.ts'
import { judge, type Validator } from './judge.ts'
import { KNOWN } from './known.ts'

/** How the cases of one type came out. */
export interface Count {
  valid: number
  taken: number
  invalid: number
  refused: number
  /** Decided otherwise than was published, for a reason that is known. */
  known: number
  /** Sent to the store, and taken from it again as it was sent. */
  kept: number
  /** Of these, sent about somebody whom it had not named itself. */
  named: number
  /** Valid, and not kept by the store, for a reason that is known. */
  notKept: number
  failed: number
}

const NONE: Count = { valid: 0, taken: 0, invalid: 0, refused: 0, known: 0, kept: 0, named: 0, notKept: 0, failed: 0 }

/** What a run found. */
export interface Conformance {
  readonly trials: number
  /** Each case that was decided otherwise than was published and for which there is no reason, and each that lost something. */
  readonly failures: readonly string[]
  readonly byType: ReadonlyMap<string, Count>
  /** The reasons of `KNOWN` that were used. */
  readonly known: ReadonlyMap<string, string>
}

/**
 * Decides every case as the door would, and compares with what was published. A case in `KNOWN` is expected to be decided
 * otherwise; when it no longer is, that is a failure too, so that the list stays true.
 */
export function tryCases(cases: readonly Case[], validator: Validator = validate): Conformance {
  const failures: string[] = []
  const byType = new Map<string, Count>()
  const known = new Map<string, string>()
  for (const one of cases) {
    const count = byType.get(one.type) ?? { ...NONE }
    byType.set(one.type, count)
    const verdict = judge(one, validator)
    count[one.isValid ? 'valid' : 'invalid']++
    count[verdict.isTaken ? 'taken' : 'refused']++
    const reason = KNOWN[one.name]
    const isAsPublished = verdict.isTaken === one.isValid
    if (!isAsPublished && reason !== undefined) {
      count.known++
      known.set(one.name, reason)
    }
    const faults = [
      isAsPublished || reason !== undefined ? '' : `is ${verdict.isTaken ? 'taken' : `refused: ${verdict.why}`}`,
      isAsPublished && reason !== undefined
        ? 'is decided as it was published, though evidence/conformance/known.ts has it'
        : '',
      verdict.isWhole ? '' : 'comes back otherwise than it was sent',
    ].filter(fault => fault !== '')
    if (faults.length > 0) count.failed++
    failures.push(...faults.map(fault => `${one.name} ${fault}`))
  }
  return { trials: cases.length, failures, byType, known }
}

/**
 * The same with what became of the cases in the store. What the store does not keep must have a reason in `NOT_KEPT`, and what
 * has one must not be kept.
 */
export function withTrips(found: Conformance, tripped: readonly Tripped[]): Conformance {
  const failures = [...found.failures]
  const byType = new Map([...found.byType].map(([type, count]) => [type, { ...count }]))
  const known = new Map(found.known)
  for (const { name, type, refusal, faults, isNamed } of tripped) {
    const count = byType.get(type) ?? { ...NONE }
    byType.set(type, count)
    const reason = reasonNotKept({ name, type })
    const wrong = [
      ...faults,
      ...(refusal !== undefined && reason?.code !== refusal ? [`is not kept: ${refusal}`] : []),
      ...(refusal === undefined && reason !== undefined
        ? ['is kept, though evidence/round-trip/not-kept.ts has it']
        : []),
    ]
    if (wrong.length > 0) count.failed++
    else count[refusal === undefined ? 'kept' : 'notKept']++
    if (isNamed) count.named++
    if (refusal !== undefined && reason !== undefined) known.set(name, reason.why)
    failures.push(...wrong.map(fault => `${name} ${fault}`))
  }
  return { ...found, failures, byType, known }
}

/** The same with what the store took that is not valid. */
export function withFaults(found: Conformance, faults: readonly Fault[]): Conformance {
  const byType = new Map(found.byType)
  for (const { type } of faults) {
    const count = byType.get(type) ?? NONE
    byType.set(type, { ...count, failed: count.failed + 1 })
  }
  return { ...found, byType, failures: [...found.failures, ...faults.map(({ name, fault }) => `${name} ${fault}`)] }
}

/** How many there were of all types together. */
export function totals({ byType }: Conformance): Count {
  const all = { ...NONE }
  for (const count of byType.values()) for (const name of COLUMNS) all[name] += count[name]
  return all
}

/** A line for each type, and one for all. */
export function table(found: Conformance): string {
  const rows = [...found.byType].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const all = totals(found)
  const line = (type: string, cells: readonly (string | number)[]) =>
    `${type.padEnd(36)}${cells.map(cell => String(cell).padStart(9)).join('')}`
  return [
    line('', COLUMNS),
    ...rows.map(([type, count]) =>
      line(
        type,
        COLUMNS.map(name => count[name]),
      ),
    ),
    line(
      'all',
      COLUMNS.map(name => all[name]),
    ),
  ].join('\n')
}

const COLUMNS = ['valid', 'taken', 'invalid', 'refused', 'known', 'kept', 'named', 'notKept', 'failed'] as const
