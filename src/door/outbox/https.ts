import { type IncomingMessage, type RequestOptions, request as requestPlainly } from 'node:http'
import { request } from 'node:https'
import { isIP } from 'node:net'
import { isUnder } from '#work/outbox/address.ts'
import { type Answer, type Carrier, type Parcel, TRY_SECONDS_MAX } from '#work/outbox/carrier.ts'
import { isPrivateAddress, lookUpPublic, PrivateAddress } from './private-address.ts'

/** How much of an answer is read; the rest is not waited for. */
const ANSWER_BYTES_MAX = 16_384
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/** Where it may go besides, and what it shows there. */
export interface HttpsMeans {
  /** Hosts that may have a private address, as they stand in a URL: partners within the region's own network. */
  readonly privateHosts: readonly string[]
  /** What a receiver wants to be shown in `Authorization`, by the id of what is sent. */
  authorizationFor?(outgoingId: string): Promise<string | undefined>
}

/**
 * Posts to the address that two people have let in, or to what its system asked for below that, and to no other: what the
 * answer sends elsewhere is not followed, and no private address is connected to but those that a setting names. Plain HTTP
 * goes to this machine alone, and only where it is named. The same thing has the same Idempotency-Key however often it is
 * tried.
 */
export function httpsCarrier({ privateHosts, authorizationFor }: HttpsMeans): Carrier {
  return async parcel => {
    const { destination, recipient = destination.address } = parcel
    const url = URL.parse(recipient)
    if (url === null || !isUnder(recipient, destination.address)) return wrong('https.elsewhere')
    const mayBePrivate = privateHosts.includes(url.hostname)
    const isPlain = url.protocol !== 'https:'
    if (isPlain && !(LOOPBACK.includes(url.hostname) && mayBePrivate)) return wrong('https.notSecure')
    const host = url.hostname.replace(/^\[|\]$/g, '')
    // A host that is an address is never looked up.
    if (!mayBePrivate && isIP(host) !== 0 && isPrivateAddress(host)) return wrong('https.privateAddress')
    const authorization = await authorizationFor?.(parcel.id)
    const options = optionsFor(parcel, { authorization, mayBePrivate })
    try {
      const {
        statusCode = 0,
        statusMessage = '',
        cameBack,
      } = await post(isPlain ? requestPlainly : request, url, options, parcel.body)
      return { result: resultOf(statusCode), code: String(statusCode), said: statusMessage, cameBack }
    } catch (fault) {
      return fault instanceof PrivateAddress ? wrong('https.privateAddress') : unknown(fault)
    }
  }
}

function optionsFor(
  { id, contentType, body }: Parcel,
  { authorization, mayBePrivate }: { readonly authorization: string | undefined; readonly mayBePrivate: boolean },
): RequestOptions {
  return {
    method: 'POST',
    headers: {
      'content-type': contentType,
      'content-length': body.length,
      'idempotency-key': id,
      'user-agent': 'Cydofal',
      ...(authorization !== undefined && { authorization }),
    },
    signal: AbortSignal.timeout(TRY_SECONDS_MAX * 1000),
    ...(!mayBePrivate && { lookup: lookUpPublic }),
  }
}

type Answered = Pick<IncomingMessage, 'statusCode' | 'statusMessage'> & { readonly cameBack: Buffer }

function post(ask: typeof request, url: URL, options: RequestOptions, body: Buffer): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asking = ask(url, options, response => {
      beginningOf(response).then(cameBack => {
        const { statusCode, statusMessage } = response
        resolve({ statusCode, statusMessage, cameBack })
        response.destroy()
      }, reject)
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/**
 * Taken, wrong, gone for good, or nothing that counts. Who is overloaded or broken (408, 425, 429, 5xx) has said
 * nothing about the thing itself. Source: RFC 9110 section 15.
 */
function resultOf(status: number): Answer['result'] {
  if (status >= 200 && status < 300) return 'accepted'
  if (status === 410) return 'rejected'
  return status >= 500 || [408, 425, 429].includes(status) ? 'unknown' : 'error'
}

async function beginningOf(response: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece)
    length += piece.length
    if (length >= ANSWER_BYTES_MAX) break
  }
  return Buffer.concat(pieces).subarray(0, ANSWER_BYTES_MAX)
}

function unknown(fault: unknown): Answer {
  const isLate = fault instanceof Error && (fault.name === 'TimeoutError' || fault.name === 'AbortError')
  return { result: 'unknown', code: isLate ? 'https.timeout' : 'https.noConnection', said: '' }
}

function wrong(code: string): Answer {
  return { result: 'error', code, said: '' }
}
