import type { FastifyRequest } from 'fastify'
import type { ConceptMap, Parameters, ParametersParameter } from 'fhir/r4.js'
import { listAt } from '#ground/fhir/any.ts'
import type { Terminology } from '#ground/fhir/terminology/terminology.ts'
import { isOf } from '#ground/fhir/terminology/terminology.ts'
import { isTranslated, type Match, translate as translations } from '#ground/fhir/terminology/translate.ts'
import type { CodeAsked } from '#ground/fhir/terminology/validate-code.ts'
import type { FhirMeans } from '../means.ts'
import { type OperationAsked, operationAsked } from './asked.ts'
import { codingOf, oneCode } from './coded.ts'
import { wellFormed } from './sent.ts'
import { terminologyProblem } from './terminology-problem.ts'

const SERVED = new Set([
  'url',
  'conceptMap',
  'conceptMapVersion',
  'code',
  'system',
  'version',
  'coding',
  'codeableConcept',
  'source',
  'target',
  'targetsystem',
  'reverse',
])

/** What a code is elsewhere, by a map that is named, sent along, or any that is held. Source: FHIR R4, ConceptMap $translate. */
export function translate(request: FastifyRequest, { terminology }: FhirMeans): Parameters {
  const asked = operationAsked(request, SERVED)
  const held = terminology()
  const maps = mapsAsked(held, asked)
  const between = {
    source: asked.text('source'),
    target: asked.text('target'),
    targetSystem: asked.text('targetsystem'),
    reverse: asked.truth('reverse') ?? false,
  }
  const matches = codesAsked(asked).flatMap(({ code, system }) =>
    translations(held, maps, { code, system, ...between }),
  )
  const result = matches.some(isTranslated)
  return {
    resourceType: 'Parameters',
    parameter: [
      { name: 'result', valueBoolean: result },
      ...(result ? [] : [{ name: 'message', valueString: request.fhir.say('terminology.noTranslation') }]),
      ...matches.map(matchOf),
    ],
  }
}

function codesAsked(asked: OperationAsked): readonly CodeAsked[] {
  const concept = asked.object('codeableConcept')
  if (concept === undefined) return [oneCode(asked)]
  return listAt(concept, 'coding').map(coding => codingOf('codeableConcept', coding))
}

function mapsAsked(held: Terminology, asked: OperationAsked): readonly ConceptMap[] {
  const sent = asked.resource('conceptMap', 'ConceptMap')
  if (sent !== undefined) return [wellFormed<ConceptMap>(sent)]
  const url = asked.text('url')
  if (url === undefined) return held.maps
  const version = asked.text('conceptMapVersion')
  const canonical = version === undefined ? url : `${url}|${version}`
  const map = held.maps.findLast(one => isOf(one, canonical))
  if (map === undefined) throw terminologyProblem({ code: 'mapNotHeld', about: canonical })
  return [map]
}

function matchOf({ equivalence, system, code, display, map }: Match): ParametersParameter {
  const concept = { ...(system && { system }), ...(code && { code }), ...(display && { display }) }
  return {
    name: 'match',
    part: [
      { name: 'equivalence', valueCode: equivalence },
      ...(code === undefined ? [] : [{ name: 'concept', valueCoding: concept }]),
      ...(map === undefined ? [] : [{ name: 'source', valueUri: map }]),
    ],
  }
}
