import { isId } from '../id.ts'
import { parameterMissing, wrongValue } from '../problem.ts'
import { onlyOne, type Query } from '../query.ts'

/** What a search for a plan may say. */
export const PARAMETERS = [{ name: 'patient', type: 'reference', says: 'fhir.planPatient' }] as const

/** Their names alone. */
export const PARAMETER_NAMES: ReadonlySet<string> = new Set(PARAMETERS.map(({ name }) => name))

/** Whose plan is searched for. Throws where it is not said, or cannot be an id. */
export function patientIn(query: Query): string {
  const patient = onlyOne(query, 'patient')
  if (patient === undefined) throw parameterMissing('patient')
  const personId = patient.replace(/^Patient\//, '')
  if (!isId(personId)) throw wrongValue('patient')
  return personId
}
