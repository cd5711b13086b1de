import { createHash, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { FastifyRequest } from 'fastify'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import { readMetrics } from '#work/ledger/read-metrics.ts'
import { metricsText } from './text.ts'

/**
 * The ledger's figures for whoever watches over the machine, in the text format of Prometheus. Read from this machine
 * itself, or with the token that is in a file; everybody else is refused. There is nothing of anybody in them.
 */
export function metricsDoor(routes: Routes, store: Store, tokenFile: string | undefined): void {
  const token = tokenFile === undefined ? undefined : readFileSync(tokenFile, 'utf8').trim()
  if (token === '') throw new Error(`there is no token in ${tokenFile}`)
  routes.get('/metrics', { for: 'systems', does: 'nothing' }, async (request, reply) => {
    reply.header('cache-control', 'no-store').type('text/plain; version=0.0.4; charset=utf-8')
    if (!isFromHere(request) && !bringsToken(request, token)) {
      return reply.code(401).header('www-authenticate', 'Bearer').send('')
    }
    const { metrics, now } = await transaction(store, async tx => ({ metrics: await readMetrics(tx), now: tx.now }))
    return reply.send(metricsText(metrics, now))
  })
}

/** A proxy on this machine speaks for somebody else, and says so. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return !isForwarded && LOOPBACK.includes(socket.remoteAddress ?? '')
}

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

/** Compared as hashes, so that how long it takes says nothing of how much was right. */
function bringsToken({ headers: { authorization } }: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined || authorization === undefined) return false
  return timingSafeEqual(hashOf(authorization), hashOf(`Bearer ${token}`))
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
