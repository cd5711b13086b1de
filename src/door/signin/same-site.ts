import type { FastifyRequest } from 'fastify'
import type { Config } from '#config'
import { ProblemError } from '#ground/problem.ts'
import { publicOrigin } from './address.ts'

const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A hook for every request, `preParsing`: after it is known who asks, so that the refusal can be drawn, and before a
 * body is read. A request that may change something must come from a page of ours, or 403. Browsers say where it
 * comes from in Sec-Fetch-Site: `same-origin`, or `none` for what the person did themselves, which carries no Origin.
 * One that does not say must give our own Origin. A system has no page, and a route for systems believes no cookie.
 * Source: W3C Fetch Metadata; reliability.md, abuse case 33.
 */
export function refuseOtherSites(config: Config): (request: FastifyRequest) => Promise<void> {
  return async request => {
    if (CHANGES_NOTHING.has(request.method) || request.routeOptions.config.declared?.for === 'systems') return
    if (!isFromHere(request.headers, publicOrigin(request.server, config)))
      throw new ProblemError('problem.otherSite', 403)
  }
}

function isFromHere(headers: FastifyRequest['headers'], ours: string): boolean {
  const site = headers['sec-fetch-site']
  if (site === undefined) return headers.origin === ours
  return site === 'same-origin' || (site === 'none' && headers.origin === undefined)
}
