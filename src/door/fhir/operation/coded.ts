import { textAt } from '#ground/fhir/any.ts'
import type { HeldSystem } from '#ground/fhir/terminology/held-system.ts'
import type { Terminology } from '#ground/fhir/terminology/terminology.ts'
import type { CodeAsked } from '#ground/fhir/terminology/validate-code.ts'
import { bodyNotUnderstood, parameterMissing } from '../problem.ts'
import type { OperationAsked } from './asked.ts'
import { terminologyProblem } from './terminology-problem.ts'

/** A Coding that somebody sent. Without a code it says nothing. */
export function codingOf(name: string, sent: unknown): CodeAsked & { readonly version: string | undefined } {
  const code = textAt(sent, 'code')
  if (code === undefined) throw bodyNotUnderstood(name)
  return { code, system: textAt(sent, 'system'), display: textAt(sent, 'display'), version: textAt(sent, 'version') }
}

/** The code system of an operation that needs one, in the version that was asked for. */
export function systemAsked(
  terminology: Terminology,
  url: string | undefined,
  version: string | undefined,
): HeldSystem {
  if (url === undefined) throw parameterMissing('system')
  const canonical = version === undefined ? url : `${url}|${version}`
  const system = terminology.findSystem(canonical)
  if (system === undefined) throw terminologyProblem({ code: 'systemNotHeld', about: canonical })
  return system
}

/** The one code of an operation that takes `code` and `system`, or `coding`. */
export function oneCode(asked: OperationAsked): CodeAsked & { readonly version: string | undefined } {
  const coding = asked.object('coding')
  if (coding !== undefined) return codingOf('coding', coding)
  const code = asked.text('code')
  if (code === undefined) throw parameterMissing('code')
  return { code, system: asked.text('system'), display: undefined, version: asked.text('version') }
}
