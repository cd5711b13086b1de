import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { SIGNING_IN_MINUTES } from './signing-in.ts'

/** A cookie that holds one secret of ours. Needs @fastify/cookie on the whole server, because every door asks who asks. */
export interface SecretCookie {
  /** The secret, when it has the shape of one. */
  read(request: FastifyRequest): string | undefined
  put(reply: FastifyReply, secret: string): void
  clear(reply: FastifyReply): void
}

/** The signed-in session. It lasts as long as the browser says; the server says when it is over. */
export const sessionCookie = secretCookie('__Host-cydofal')

/** The visit to the identity provider that this very browser began. */
export const signingInCookie = secretCookie('__Host-cydofal-signing-in', SIGNING_IN_MINUTES * 60)

/** Notes that somebody left this browser in a hurry: the provider is to ask again who it is, for as long as its session may last. */
export const leftCookie = secretCookie('__Host-cydofal-left', 24 * 3600)

/**
 * `__Host-` keeps another site under the same domain from planting one: browsers take it only when it is Secure, for
 * Path=/ and without a domain. Chromium and Firefox count http://localhost as secure; an older Safari does not.
 * Source: RFC 6265bis, cookie name prefixes.
 */
function secretCookie(name: `__Host-${string}`, seconds?: number): SecretCookie {
  const always = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const
  const age = seconds === undefined ? {} : { maxAge: seconds }
  return {
    read(request) {
      const secret = request.cookies[name]
      return secret !== undefined && /^[\w-]{36,64}$/.test(secret) ? secret : undefined
    },
    put: (reply, secret) => void reply.setCookie(name, secret, { ...always, ...age }),
    clear: reply => void reply.clearCookie(name, always),
  }
}
