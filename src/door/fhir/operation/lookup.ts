import type { FastifyRequest } from 'fastify'
import type {
  CodeSystemConceptDesignation,
  CodeSystemConceptProperty,
  Parameters,
  ParametersParameter,
} from 'fhir/r4.js'
import { displayIn } from '#ground/fhir/terminology/display.ts'
import type { Concept, HeldSystem } from '#ground/fhir/terminology/held-system.ts'
import { languageAsked } from '../asked.ts'
import type { FhirMeans } from '../means.ts'
import { operationAsked } from './asked.ts'
import { oneCode, systemAsked } from './coded.ts'
import { terminologyProblem } from './terminology-problem.ts'

const SERVED = new Set(['code', 'system', 'version', 'coding', 'displayLanguage', 'property'])

/** What a code system says of a code: its names, what is above and below it. Source: FHIR R4, CodeSystem $lookup. */
export function lookup(request: FastifyRequest, { terminology }: FhirMeans): Parameters {
  const asked = operationAsked(request, SERVED)
  const { code, system: url, version } = oneCode(asked)
  const system = systemAsked(terminology(), url, version)
  const concept = system.find(code)
  if (concept === undefined) {
    throw terminologyProblem({ code: system.isComplete ? 'codeNotHeld' : 'heldInPart', about: `${system.url}|${code}` })
  }
  const language = asked.text('displayLanguage') ?? languageAsked(request)
  const wanted = new Set(asked.texts('property'))
  const isWanted = (property: string) => wanted.size === 0 || wanted.has(property)
  const properties = propertiesOf(system, concept).filter(one => isWanted(one.code))
  return {
    resourceType: 'Parameters',
    parameter: [
      { name: 'name', valueString: system.published.title ?? system.published.name ?? system.url },
      ...(system.version === '' ? [] : [{ name: 'version', valueString: system.version }]),
      { name: 'display', valueString: displayIn({ display: concept.display, concept }, language) ?? concept.code },
      ...(isWanted('designation') ? concept.designations.map(designation) : []),
      ...(concept.definition !== undefined && isWanted('definition')
        ? [property({ code: 'definition', valueString: concept.definition })]
        : []),
      ...properties.map(property),
    ],
  }
}

/** As published, and where the code stands; that it is in use is said too. */
function propertiesOf(system: HeldSystem, { code, inactive, properties }: Concept): CodeSystemConceptProperty[] {
  const own = properties.filter(one => !['parent', 'child', 'inactive'].includes(one.code))
  return [
    { code: 'inactive', valueBoolean: inactive },
    ...system.parentsOf(code).map(valueCode => ({ code: 'parent', valueCode })),
    ...system.childrenOf(code).map(valueCode => ({ code: 'child', valueCode })),
    ...own,
  ]
}

function property({ code, ...value }: CodeSystemConceptProperty): ParametersParameter {
  return {
    name: 'property',
    part: [
      { name: 'code', valueCode: code },
      { name: 'value', ...value },
    ],
  }
}

function designation({ language, use, value }: CodeSystemConceptDesignation): ParametersParameter {
  return {
    name: 'designation',
    part: [
      ...(language === undefined ? [] : [{ name: 'language', valueCode: language }]),
      ...(use === undefined ? [] : [{ name: 'use', valueCoding: use }]),
      { name: 'value', valueString: value },
    ],
  }
}
