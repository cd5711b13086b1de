import type { FastifyRequest } from 'fastify'
import type { Parameters } from 'fhir/r4.js'
import { listAt } from '#ground/fhir/any.ts'
import {
  type CodeAsked,
  type CodeValidated,
  validateInSet,
  validateInSystem,
} from '#ground/fhir/terminology/validate-code.ts'
import type { Say } from '#ground/language/say.ts'
import { languageAsked } from '../asked.ts'
import type { FhirMeans } from '../means.ts'
import { bodyNotUnderstood, parameterMissing } from '../problem.ts'
import { type OperationAsked, operationAsked } from './asked.ts'
import { codingOf, systemAsked } from './coded.ts'
import { setAsked } from './expand.ts'
import { answered } from './terminology-problem.ts'

const OF_A_CODE = ['code', 'display', 'coding', 'codeableConcept', 'abstract', 'displayLanguage']
const SERVED_OF_SETS = new Set([...OF_A_CODE, 'url', 'valueSet', 'valueSetVersion', 'system'])
const SERVED_OF_SYSTEMS = new Set([...OF_A_CODE, 'url', 'version'])

/** Whether a code, or one of those that mean the same, is in a value set. Source: FHIR R4, ValueSet $validate-code. */
export function validateSetCode(request: FastifyRequest, { terminology }: FhirMeans): Parameters {
  const asked = operationAsked(request, SERVED_OF_SETS)
  const held = terminology()
  const set = setAsked(held, asked)
  const how = howOf(request, asked)
  return told(request.fhir.say, asked, code => answered(validateInSet(held, set, code, how)))
}

/** Whether a code is in a code system. Source: FHIR R4, CodeSystem $validate-code. */
export function validateSystemCode(request: FastifyRequest, { terminology }: FhirMeans): Parameters {
  const asked = operationAsked(request, SERVED_OF_SYSTEMS)
  const how = howOf(request, asked)
  return told(request.fhir.say, asked, code => {
    const url = asked.text('url') ?? code.system
    if (url === undefined) throw parameterMissing('url')
    if (code.system !== undefined && code.system !== url) return { valid: false, because: 'notAmongThem' }
    return answered(validateInSystem(systemAsked(terminology(), url, asked.text('version')), code, how))
  })
}

function howOf(request: FastifyRequest, asked: OperationAsked) {
  return {
    language: asked.text('displayLanguage') ?? languageAsked(request),
    abstractToo: asked.truth('abstract') ?? false,
  }
}

/** Of several codes that mean the same, one that is valid is enough; else why the first is not. */
function told(say: Say, asked: OperationAsked, judge: (code: CodeAsked) => CodeValidated): Parameters {
  const judged = codesAsked(asked).map(code => ({ code, ...judge(code) }))
  const best = judged.find(({ valid }) => valid) ?? judged[0]
  if (best === undefined) throw bodyNotUnderstood('codeableConcept')
  const { valid, because, system, display, code } = best
  return {
    resourceType: 'Parameters',
    parameter: [
      { name: 'result', valueBoolean: valid },
      ...(because === undefined
        ? []
        : [{ name: 'message', valueString: say(`terminology.${because}`, { code: code.code }) }]),
      ...(display === undefined ? [] : [{ name: 'display', valueString: display }]),
      { name: 'code', valueCode: code.code },
      ...(system === undefined ? [] : [{ name: 'system', valueUri: system }]),
    ],
  }
}

function codesAsked(asked: OperationAsked): readonly CodeAsked[] {
  const concept = asked.object('codeableConcept')
  if (concept !== undefined) return listAt(concept, 'coding').map(coding => codingOf('codeableConcept', coding))
  const coding = asked.object('coding')
  if (coding !== undefined) return [codingOf('coding', coding)]
  const code = asked.text('code')
  if (code === undefined) throw parameterMissing('code')
  return [{ code, system: asked.text('system'), display: asked.text('display') }]
}
