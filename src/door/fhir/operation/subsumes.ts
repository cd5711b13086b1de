import type { FastifyRequest } from 'fastify'
import type { Parameters } from 'fhir/r4.js'
import { subsumption } from '#ground/fhir/terminology/subsumes.ts'
import type { FhirMeans } from '../means.ts'
import { parameterMissing, wrongValue } from '../problem.ts'
import { type OperationAsked, operationAsked } from './asked.ts'
import { codingOf, systemAsked } from './coded.ts'
import { answered } from './terminology-problem.ts'

const SERVED = new Set(['codeA', 'codeB', 'codingA', 'codingB', 'system', 'version'])

/** How one code stands to another of its system. Source: FHIR R4, CodeSystem $subsumes. */
export function subsumes(request: FastifyRequest, { terminology }: FhirMeans): Parameters {
  const asked = operationAsked(request, SERVED)
  const [one, other] = [codeOf(asked, 'A'), codeOf(asked, 'B')]
  if (one.system !== other.system) throw wrongValue('codingB')
  const system = systemAsked(terminology(), one.system, asked.text('version'))
  const outcome = answered(subsumption(system, one.code, other.code))
  return { resourceType: 'Parameters', parameter: [{ name: 'outcome', valueCode: outcome }] }
}

function codeOf(asked: OperationAsked, which: 'A' | 'B') {
  const coding = asked.object(`coding${which}`)
  if (coding !== undefined) return codingOf(`coding${which}`, coding)
  const code = asked.text(`code${which}`)
  if (code === undefined) throw parameterMissing(`code${which}`)
  return { code, system: asked.text('system') }
}
