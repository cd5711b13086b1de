import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { OperationOutcome } from 'fhir/r4.js'
import type { Say } from '#ground/language/say.ts'
import { sendResource } from './answer.ts'
import { askedBy } from './asked.ts'
import { FhirProblem, notServed, notUnderstood, onlyRead, ours } from './problem.ts'

/** The codes by which a program knows our problems. They are never changed, only added to. */
export const PROBLEM_SYSTEM = 'https://cydofal.example/fhir/CodeSystem/problem'

/** Every problem is an OperationOutcome in the reader's language, with a code that does not depend on it. */
export function answerProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    return answer(isRead ? notServed() : onlyRead(), request, reply)
  })
  app.setErrorHandler((fault: unknown, request, reply) => {
    const problem = problemOf(fault)
    if (problem.status === 500) request.log.error({ fault }, 'a request at /fhir failed')
    return answer(problem, request, reply)
  })
}

/**
 * Answers what is no request at all, such as an address that cannot be decoded: the server finds it before any door. Does
 * nothing, and says so, when it was not addressed to this door.
 */
export function answerUnreadable(request: FastifyRequest, reply: FastifyReply): boolean {
  if (!/^\/fhir(?:[/?]|$)/.test(request.raw.url ?? '')) return false
  answer(notUnderstood(400), request, reply)
  return true
}

/** The problem as FHIR says it. */
export function outcomeOf(problem: FhirProblem, say: Say): OperationOutcome {
  const details = { coding: [{ system: PROBLEM_SYSTEM, code: problem.code }], text: problem.words(say) }
  const each = problem.issues?.map(({ severity, code, problem: what, diagnostics, expression, profile }) => {
    const coding = [{ system: PROBLEM_SYSTEM, code: `${problem.code}.${what}` }]
    return {
      severity,
      code,
      details: { coding, text: say.code('fhirIssue', what) },
      diagnostics: profile === undefined ? diagnostics : `${diagnostics} Profile: ${profile}`,
      expression: [expression],
    }
  })
  return {
    resourceType: 'OperationOutcome',
    language: say.language,
    issue: each ?? [{ severity: 'error', code: problem.issue, details }],
  }
}

/** That it was done. */
export function doneOutcome(say: Say): OperationOutcome {
  const issue = [
    { severity: 'information' as const, code: 'informational' as const, details: { text: say('chart.done') } },
  ]
  return { resourceType: 'OperationOutcome', language: say.language, issue }
}

function answer(problem: FhirProblem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.fhir ??= askedBy(request)
  if (problem.status === 405) reply.header('allow', 'GET, HEAD')
  const { challenge } = problem
  if (challenge !== undefined) {
    const error = challenge === 'bring-a-token' ? '' : `, error="${challenge}"`
    reply.header('www-authenticate', `Bearer realm="Cydofal"${error}`)
  }
  return sendResource(request, reply, outcomeOf(problem, request.fhir.say), problem.status)
}

/** A fault as it is answered: what nobody expected is a fault of ours. */
export function problemOf(fault: unknown): FhirProblem {
  if (fault instanceof FhirProblem) return fault
  const status = (fault as { statusCode?: number }).statusCode ?? 500
  return status >= 400 && status < 500 ? notUnderstood(status) : ours()
}
