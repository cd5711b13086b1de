import type { FastifyInstance } from 'fastify'

/**
 * The headers every page carries. Nothing is fetched from elsewhere, framed, or kept by a shared cache. Forms lead only
 * to us and, at signing out, to the identity provider.
 */
export function secureHeaders(app: FastifyInstance, providerSource: string): void {
  app.addHook('onSend', async (request, reply) => {
    reply.headers({
      'content-security-policy': policy(request.asked.nonce, providerSource),
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    })
    // A page about somebody must not be found again with the back button after signing out.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}

function policy(nonce: string, providerSource: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action ${[...new Set(["'self'", providerSource])].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
