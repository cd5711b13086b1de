import { done, type Outcome, refused } from '#ground/outcome.ts'

/** A bundle as it came, and what the request around it said. */
export interface SentBundle {
  /** The system that proved who it is: the client of its token. */
  readonly client: string
  /** The sender's own name for the request. */
  readonly key: string
  readonly body: Buffer
}

/** Between the head and the body, as in HTTP. */
const BODY = '\n\n'

/**
 * What is kept of a request: who had proved to be sending and under which key, on a line each, and then the body byte for
 * byte, so that it can be replayed without the request.
 */
export function rawOfBundle({ client, key, body }: SentBundle): Buffer {
  return Buffer.concat([Buffer.from(`Client: ${oneLine(client)}\nKey: ${oneLine(key)}${BODY}`), body])
}

/** The same, read again. */
export function readEnvelope(raw: Buffer): Outcome<SentBundle, 'fhir.notFhir'> {
  const end = raw.indexOf(BODY)
  const head = /^Client: (?<client>[^\n]+)\nKey: (?<key>[^\n]+)$/.exec(end === -1 ? '' : raw.toString('utf8', 0, end))
  if (head?.groups === undefined) return refused('fhir.notFhir')
  const { client = '', key = '' } = head.groups
  return done({ client, key, body: raw.subarray(end + BODY.length) })
}

function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ')
}
