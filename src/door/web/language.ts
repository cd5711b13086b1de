import '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { LANGUAGE_COOKIE } from '#door/route/language-cookie.ts'
import type { Routes } from '#door/route/routes.ts'
import { LANGUAGES, type Language } from '#ground/language/say.ts'
import { onward } from './asked.ts'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** The language to answer in: as toggled in this browser, else as the account asks, else as the browser asks. */
export function languageOf(request: FastifyRequest, account: Language | undefined): Language {
  const toggled = request.cookies[LANGUAGE_COOKIE]
  if (isLanguage(toggled)) return toggled
  if (account !== undefined) return account
  const [first = ''] = (request.headers['accept-language'] ?? '').split(',')
  return first.trim().toLowerCase().startsWith('cy') ? 'cy' : 'en'
}

/** The toggle: a plain link, so that it needs no script; it comes back to the page it was on. */
export function languageToggle(routes: Routes): void {
  routes.get<{ Params: { language: string }; Querystring: { from?: string } }>(
    '/language/:language',
    { for: 'anybody', does: 'nothing' },
    async (request, reply) => {
      const { language } = request.params
      if (isLanguage(language)) {
        reply.setCookie(LANGUAGE_COOKIE, language, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: YEAR_SECONDS })
      }
      return onward(reply, ownPath(request.query.from))
    },
  )
}

/** A path of ours, or the front page: never an address of somebody else's. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path) ? path : '/'
}

function isLanguage(text: string | undefined): text is Language {
  return LANGUAGES.some(language => language === text)
}
