import type { CompartmentDefinition, SearchParameter } from 'fhir/r4.js'
import { linesOf, published, publishedAlone } from './package.ts'

/**
 * src/ground/fhir/definitions/patient-compartment.ndjson: a line for each resource type that can be in the compartment of
 * a Patient, with the search parameters that put it there and the elements that those look at.
 */
export function patientCompartmentText(): string {
  const parameters = published<SearchParameter>('search-parameters.json', 'SearchParameter')
  const { resource = [] } = publishedAlone<CompartmentDefinition>('compartmentdefinition-patient.json')
  const lines = resource.flatMap(({ code: type, param }) =>
    param === undefined
      ? []
      : [{ type, by: Object.fromEntries(param.map(name => [name, elementsOf(type, name, parameters)])) }],
  )
  return linesOf(lines, ({ type }) => type)
}

/** The paths below the type, without what narrows them to one kind of target. */
function elementsOf(type: string, name: string, parameters: readonly SearchParameter[]): string[] {
  if (name === '{def}') return ['id']
  const found = parameters.find(({ code, base }) => code === name && base.includes(type as 'Patient'))
  const parts = (found?.expression ?? '').split('|').map(part => part.trim().replace(/^\((.*)\)$/, '$1'))
  const paths = parts
    .filter(part => part.startsWith(`${type}.`))
    .map(part => part.slice(type.length + 1).replace(/\.where\(.*$|( as |\.as\().*$/, ''))
  if (paths.length === 0) throw new Error(`${type} has no parameter ${name}`)
  return [...new Set(paths)]
}
