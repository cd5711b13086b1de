import type { Patient } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import { currentNumbers } from '../number/current-numbers.ts'
import { rawOfPatient } from '../raw-of-patient.ts'
import type { Standard } from '../standard/standard.ts'
import { standardise } from '../standard/standardise.ts'

/** What matching compares of each source record, in the order given. Numbers that were superseded are replaced. */
export async function standardsOf(tx: Tx, patients: readonly Patient[]): Promise<Standard[]> {
  const raws = patients.map(rawOfPatient)
  const current = await currentNumbers(
    tx,
    raws.flatMap(({ nhsNumber = '' }) => parseNhsNumber(nhsNumber) ?? []),
  )
  return raws.map(raw => standardise(raw, number => current.get(number) ?? number))
}
