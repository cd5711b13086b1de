import { validate } from '#ground/fhir/validate/validate.ts'
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
  failed: number
}

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
    const count = byType.get(one.type) ?? { valid: 0, taken: 0, invalid: 0, refused: 0, known: 0, failed: 0 }
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

/** A line for each type, and one for all. */
export function table({ byType }: Conformance): string {
  const rows = [...byType].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const all = { valid: 0, taken: 0, invalid: 0, refused: 0, known: 0, failed: 0 }
  for (const [, count] of rows) for (const name of COLUMNS) all[name] += count[name]
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

const COLUMNS = ['valid', 'taken', 'invalid', 'refused', 'known', 'failed'] as const
