import type { FastifyInstance } from 'fastify'
import type { JSX } from 'preact'
import type { Key } from '#ground/language/say.ts'
import { ProblemError } from '#ground/problem.ts'
import { useSay } from './asked.ts'
import { drawPage } from './draw.tsx'
import { Page } from './frame.tsx'

/** One page for everything that could not be done: what happened, what to do, no blame. */
export function answerProblems(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => drawPage(request, reply, <ProblemPage problem="problem.notFound" />, 404))
  app.setErrorHandler((fault: unknown, request, reply) => {
    const { problem, status } = problemOf(fault)
    if (status >= 500) request.log.error({ fault }, 'a page failed')
    return drawPage(request, reply, <ProblemPage problem={problem} />, status)
  })
}

function problemOf(fault: unknown): { problem: Key; status: number } {
  if (fault instanceof ProblemError) return { problem: fault.problem, status: fault.status }
  const status = (fault as { statusCode?: number }).statusCode ?? 500
  if (status === 413) return { problem: 'problem.tooLarge', status }
  if (status >= 400 && status < 500) return { problem: 'problem.notUnderstood', status }
  return { problem: 'problem.ours', status: 500 }
}

function ProblemPage({ problem }: { problem: Key }): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('problem.title')}>
      <h1 class="nhsuk-heading-l">{say('problem.title')}</h1>
      <p>{say.plain(problem)}</p>
      <p>
        <a href="/">{say('problem.toStart')}</a>
      </p>
    </Page>
  )
}
