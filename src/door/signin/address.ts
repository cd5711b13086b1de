import type { FastifyInstance } from 'fastify'
import type { Config } from '#config'

/**
 * The origin people reach the product at: that of PUBLIC_URL, else localhost and the port. Ask once the server listens,
 * because only then has a PORT of 0 become a number.
 */
export function publicOrigin(app: FastifyInstance, config: Config): string {
  const known = origins.get(app.server)
  if (known !== undefined) return known
  const { origin } = new URL(config.PUBLIC_URL ?? `http://localhost:${portOf(app, config)}`)
  if (app.server.listening) origins.set(app.server, origin)
  return origin
}

/** Of each server that listens: it is asked at every request, and cannot change any more. */
const origins = new WeakMap<FastifyInstance['server'], string>()

/** The origin this very process answers at, for what it asks of itself: never through the network. */
export function ownOrigin(app: FastifyInstance, config: Config): string {
  return `http://127.0.0.1:${portOf(app, config)}`
}

function portOf(app: FastifyInstance, config: Config): number {
  const address = app.server.address()
  return address !== null && typeof address === 'object' ? address.port : config.PORT
}
