import { validate } from '#ground/fhir/validate/validate.ts'
import { reasonNotKept } from '../round-trip/not-kept.ts'
import type { Fault } from '../round-trip/refused.ts'
import type { Tripped } from '../round-trip/round-trip.ts'
import type { Case } from './case.ts'
import { judge, type Validator } from './judge.ts'
import { KNOWN } from './known.ts'
import { Tally } from './tally.ts'

/** What a run found. */
export interface Conformance {
  readonly trials: number
  /** Each case that was decided otherwise than was published and for which there is no reason, and each that lost something. */
  readonly failures: readonly string[]
  readonly tally: Tally
  /** The reasons that were used, by the case. */
  readonly known: ReadonlyMap<string, string>
}

/**
 * Decides every case as the door would, and compares with what was published. A case in `KNOWN` is expected to be decided
 * otherwise; when it no longer is, that is a failure too, so that the list stays true.
 */
export function tryCases(cases: readonly Case[], validator: Validator = validate): Conformance {
  const failures: string[] = []
  const tally = new Tally()
  const known = new Map<string, string>()
  for (const one of cases) {
    const verdict = judge(one, validator)
    tally.add(one, one.isValid ? 'valid' : 'invalid', verdict.isTaken ? 'taken' : 'refused')
    const reason = KNOWN[one.name]
    const isAsPublished = verdict.isTaken === one.isValid
    if (!isAsPublished && reason !== undefined) {
      tally.add(one, 'known')
      known.set(one.name, reason)
    }
    const faults = [
      isAsPublished || reason !== undefined ? '' : `is ${verdict.isTaken ? 'taken' : `refused: ${verdict.why}`}`,
      isAsPublished && reason !== undefined
        ? 'is decided as it was published, though evidence/conformance/known.ts has it'
        : '',
      verdict.isWhole ? '' : 'comes back otherwise than it was sent',
    ].filter(fault => fault !== '')
    if (faults.length > 0) tally.add(one, 'failed')
    failures.push(...faults.map(fault => `${one.name} ${fault}`))
  }
  return { trials: cases.length, failures, tally, known }
}

/**
 * The same with what became of the cases in the store. What the store does not keep must have a reason in `NOT_KEPT`, and what
 * has one must not be kept.
 */
export function withTrips(found: Conformance, tripped: readonly Tripped[]): Conformance {
  const failures = [...found.failures]
  const tally = new Tally(found.tally)
  const known = new Map(found.known)
  for (const one of tripped) {
    const { name, refusal, faults, isNamed } = one
    const reason = reasonNotKept(one)
    const wrong = [
      ...faults,
      ...(refusal !== undefined && reason?.code !== refusal ? [`is not kept: ${refusal}`] : []),
      ...(refusal === undefined && reason !== undefined
        ? ['is kept, though evidence/round-trip/not-kept.ts has it']
        : []),
    ]
    tally.add(one, wrong.length > 0 ? 'failed' : refusal === undefined ? 'kept' : 'notKept')
    if (isNamed) tally.add(one, 'named')
    if (refusal !== undefined && reason !== undefined) known.set(name, reason.why)
    failures.push(...wrong.map(fault => `${name} ${fault}`))
  }
  return { ...found, failures, tally, known }
}

/** The same with what the store took that is not valid. */
export function withFaults(found: Conformance, faults: readonly Fault[]): Conformance {
  const tally = new Tally(found.tally)
  for (const one of faults) tally.add(one, 'failed')
  return { ...found, tally, failures: [...found.failures, ...faults.map(({ name, fault }) => `${name} ${fault}`)] }
}
