import type { FastifyRequest } from 'fastify'
import { LANGUAGES, type Language, type Say, sayIn } from '#ground/language/say.ts'
import { queryTooLong } from './problem.ts'
import type { Bearer } from './token/bearer.ts'

/** What is known of a request before anything is looked up. */
export interface Asked {
  /** The reader's voice: as the app asks, else as the account does, once that is known. */
  say: Say
  /** Path and query as they came. */
  readonly path: string
  /** The query, name by name, in the order it came. */
  readonly query: readonly (readonly [name: string, value: string])[]
  /** Whether parameters that are not served are passed over. Source: FHIR R4, 3.1.0.1.4, `Prefer: handling`. */
  readonly isLenient: boolean
  /** What the token says; only where one is needed. */
  bearer: Bearer | undefined
  /** The one person whom this request may be about, where its token bounds it so. */
  onlyAbout: string | undefined
  /** Which entry of a batch is being done, where each is done by itself. */
  entry?: number
}

declare module 'fastify' {
  interface FastifyRequest {
    fhir: Asked
  }
}

/** The longest query that is read, bytes. */
export const QUERY_BYTES_MAX = 4096

/** Reads what every answer needs to know. Throws when the query is too long. */
export function askedBy(request: FastifyRequest): Asked {
  const path = request.raw.url ?? '/'
  const from = path.indexOf('?')
  const text = from === -1 ? '' : path.slice(from + 1)
  return {
    say: sayIn(languageAsked(request) ?? 'en'),
    path,
    query: [...new URLSearchParams(text.length > QUERY_BYTES_MAX ? '' : text)],
    isLenient: /(^|[\s,;])handling=lenient($|[\s,;])/i.test(String(request.headers.prefer ?? '')),
    bearer: undefined,
    onlyAbout: undefined,
  }
}

/** Refuses a query over the limit. Node has counted its bytes: in a URL every byte is one character. */
export function refuseLongQuery({ raw }: FastifyRequest): void {
  const { url = '' } = raw
  if (url.includes('?') && url.length - url.indexOf('?') - 1 > QUERY_BYTES_MAX) throw queryTooLong(QUERY_BYTES_MAX)
}

/** The first language that an app names and we speak. Undefined when it names none. */
export function languageAsked({ headers }: FastifyRequest): Language | undefined {
  for (const part of (headers['accept-language'] ?? '').split(',')) {
    const named = part.trim().slice(0, 2).toLowerCase()
    const spoken = LANGUAGES.find(language => language === named)
    if (spoken !== undefined) return spoken
  }
  return undefined
}
