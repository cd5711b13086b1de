import { type Answer, type Carrier, TRY_SECONDS_MAX } from '#work/outbox/carrier.ts'

/** How much of an answer is read; the rest is not waited for. */
const ANSWER_BYTES_MAX = 16_384
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Posts to the address that two people have let in, and to no other: what the answer sends elsewhere is not followed,
 * and plain HTTP goes to this machine alone. The same thing has the same Idempotency-Key however often it is tried.
 */
export const httpsCarrier: Carrier = async ({ id, destination, contentType, body }) => {
  const url = new URL(destination.address)
  if (url.protocol !== 'https:' && !LOOPBACK.includes(url.hostname)) return wrong('https.notSecure')
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': contentType, 'idempotency-key': id, 'user-agent': 'Cydofal' },
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(TRY_SECONDS_MAX * 1000),
    })
    const cameBack = await beginningOf(response)
    return { result: resultOf(response.status), code: String(response.status), said: response.statusText, cameBack }
  } catch (fault) {
    return { result: 'unknown', code: whyNot(fault), said: '' }
  }
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

async function beginningOf({ body }: Response): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of body ?? []) {
    pieces.push(piece)
    length += piece.length
    if (length >= ANSWER_BYTES_MAX) break
  }
  return Buffer.concat(pieces).subarray(0, ANSWER_BYTES_MAX)
}

function whyNot(fault: unknown): string {
  return fault instanceof Error && fault.name === 'TimeoutError' ? 'https.timeout' : 'https.noConnection'
}

function wrong(code: string): Answer {
  return { result: 'error', code, said: '' }
}
