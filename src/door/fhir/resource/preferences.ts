import type { FastifyRequest } from 'fastify'

/** What is to come back when something has been written. Source: FHIR R4, 3.1.0.1.11. */
export type Return = 'representation' | 'minimal' | 'OperationOutcome'

/** What an app would like back; the resource, where it says nothing that we know, or what usually is. */
export function returnAsked({ headers }: FastifyRequest, otherwise: Return = 'representation'): Return {
  const [, said] =
    /(?:^|[\s,;])return=(minimal|representation|OperationOutcome)(?:$|[\s,;])/.exec(String(headers.prefer ?? '')) ?? []
  return (said as Return | undefined) ?? otherwise
}

/** The versions that a header names: `W/"3"`, `"3"` or `*`; undefined where there is no such header. */
export function tagsIn(header: string | string[] | undefined): readonly string[] | undefined {
  if (header === undefined) return undefined
  return String(header)
    .split(',')
    .map(tag => tag.trim().replace(/^(?:W\/)?"(.*)"$/, '$1'))
}
