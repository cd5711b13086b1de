/** What was answered: byte for byte. */
export interface Answered {
  readonly status: number
  readonly etag: string
  readonly location: string
  readonly text: string
}

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT'
  /** Below `/fhir`. */
  readonly path: string
  readonly body?: string
  /** The form of the body, and of the answer. */
  readonly sends?: Form
  readonly wants?: Form
}

export type Form = 'json' | 'xml'

/** The FHIR door of a product that runs somewhere, for a system that was let in. */
export interface FhirDoor {
  ask(question: Question): Promise<Answered>
}

/** How long an answer may take before it counts as none, milliseconds: a bundle of megabytes on a machine that does much else. */
const ANSWER_MS_MAX = 120_000
/** Whoever refuses a body as large as this may do so before it was all sent, and hang up. */
const LARGE_BYTES_MIN = 4 * 1024 * 1024

/** The door at an address (`http://127.0.0.1:8080/fhir`), over the network. */
export function fhirDoor(address: string, token: string): FhirDoor {
  return {
    async ask({ method = 'GET', path, body, sends = 'json', wants = 'json' }) {
      const asked = fetch(`${address}/${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: `application/fhir+${wants}`,
          ...(body !== undefined && { 'content-type': `application/fhir+${sends}` }),
        },
        ...(body !== undefined && { body }),
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      })
      const answer = await asked.catch((fault: unknown) => {
        if (body !== undefined && body.length > LARGE_BYTES_MIN) return new Response('', { status: 413 })
        throw new Error(`${method} ${path} was not answered`, { cause: fault })
      })
      const { status, headers } = answer
      const etag = headers.get('etag') ?? ''
      return { status, etag, location: headers.get('location') ?? '', text: await answer.text() }
    },
  }
}
