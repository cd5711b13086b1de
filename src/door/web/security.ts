import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * The headers every page carries. Nothing is fetched from elsewhere, framed, or kept by a shared cache. Forms lead only
 * to us and, at signing out, to the identity provider; a page that says so leads back to the app that it came from.
 */
export function secureHeaders(app: FastifyInstance, providerSource: string): void {
  app.addHook('onSend', async (request, reply) => {
    reply.headers({
      'content-security-policy': policy(
        request.asked.nonce,
        [providerSource, ...(LEADS_TO.get(request) ?? [])],
        records(reply),
      ),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': records(reply) ? RECORDING : SILENT,
    })
    // A page about somebody must not be found again with the back button after signing out.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}

/** Where the forms of a page lead besides, by the request it answers. */
const LEADS_TO = new WeakMap<FastifyRequest, readonly string[]>()

/** The forms of this page, or what follows from one, lead to an address that was let in: its origin, or its own scheme. */
export function leadsTo(request: FastifyRequest, address: string): void {
  const { origin, protocol } = new URL(address)
  LEADS_TO.set(request, [origin === 'null' ? protocol : origin])
}

const SILENT = 'camera=(), microphone=(), geolocation=()'
const RECORDING = 'camera=(), microphone=(self), geolocation=()'

/** Lets one page ask for the microphone, and play what it has recorded. No other page may. */
export function letRecord(reply: FastifyReply): void {
  reply.header('permissions-policy', RECORDING)
}

function records(reply: FastifyReply): boolean {
  return reply.getHeader('permissions-policy') === RECORDING
}

function policy(nonce: string, sources: readonly string[], playsRecorded: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    playsRecorded ? "media-src 'self' blob:" : "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action ${[...new Set(["'self'", ...sources])].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
