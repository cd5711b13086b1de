import type { Case } from '../conformance/case.ts'
import type { FhirDoor } from './fhir-door.ts'

/**
 * Sends what is no valid resource to the store, byte for byte, and answers what went wrong, case by case: that it was kept, or
 * that it was refused as if the fault were ours.
 */
export async function sendSpoiled(door: FhirDoor, cases: readonly Case[]): Promise<readonly Fault[]> {
  const faults: Fault[] = []
  for (const one of cases) {
    const type = one.primitive === undefined ? one.type : 'Basic'
    const path = type === 'none' ? 'Patient' : type
    const { status, text } = await door.ask({ method: 'POST', path, body: Buffer.from(one.bytes()).toString('utf8') })
    const isRefused = status >= 400 && status < 500 && (text === '' || text.includes('"OperationOutcome"'))
    if (!isRefused)
      faults.push({ name: one.name, type: one.type, fault: `was sent to the store, and answered ${status}` })
  }
  return faults
}

/** What went wrong with one case. */
export interface Fault {
  readonly name: string
  readonly type: string
  readonly fault: string
}
