import { Agent, request } from 'node:http'
import type { OperationOutcome } from 'fhir/r4.js'

/** What is sent over the network, byte for byte. */
export interface Sent {
  readonly method: string
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Buffer
  /** Sends so many zeros as they are wanted, and without saying how many come. */
  readonly zeros?: number
}

export interface Got {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
  /** What it cost, seconds of this thread: that of whoever sends it too. */
  readonly seconds: number
}

const PART = Buffer.alloc(64 * 1024, '0')

/** Sends to a server of this machine. */
export function sender(port: number) {
  const agent = new Agent({ keepAlive: true })
  return {
    send: (sent: Sent): Promise<Got> => sendBy(agent, port, sent),
    stop: () => agent.destroy(),
  }
}

function sendBy(agent: Agent, port: number, { method, address, headers, body, zeros }: Sent): Promise<Got> {
  const before = process.threadCpuUsage()
  const length = body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    let isAnswered = false
    const sending = request(
      { agent, host: '127.0.0.1', port, method, path: address, headers: { ...headers, ...length } },
      response => {
        isAnswered = true
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('error', reject)
        response.on('end', () => {
          const { user, system } = process.threadCpuUsage(before)
          const { statusCode: status = 0, headers } = response
          resolve({ status, headers, text: String(Buffer.concat(parts)), seconds: (user + system) / 1e6 })
        })
      },
    )
    // A server that has heard enough answers, and hangs up while the rest is still being sent.
    sending.on('error', fault => {
      const isOld = sending.reusedSocket && (fault as NodeJS.ErrnoException).code === 'ECONNRESET'
      if (isOld && !isAnswered)
        sendBy(agent, port, { method, address, headers, body, zeros } as Sent).then(resolve, reject)
      else if (!isAnswered) reject(new Error(`${method} ${address} was not answered`, { cause: fault }))
    })
    if (zeros === undefined) sending.end(body)
    else void pour(sending, zeros)
  })
}

async function pour(into: ReturnType<typeof request>, bytes: number): Promise<void> {
  let isOver = false
  into.on('response', () => {
    isOver = true
  })
  into.on('error', () => {
    isOver = true
  })
  for (let at = 0; at < bytes && !isOver; at += PART.length) {
    if (!into.write(PART)) await drained(into)
  }
  into.end()
}

function drained(into: ReturnType<typeof request>): Promise<void> {
  return new Promise(resolve => {
    const goOn = () => {
      into.off('drain', goOn).off('close', goOn)
      resolve()
    }
    into.on('drain', goOn).on('close', goOn)
  })
}

/** What is wrong with an answer that should tell, in Welsh, why something was not taken. Undefined, where it does. */
export function faultOf({ status, headers, text, seconds }: Got, wanted: 'any' | 'cy' = 'cy'): string | undefined {
  if (status < 400 || status >= 500) return `answered ${status}: ${text.slice(0, 300)}`
  if (text.length > 100_000) return `told at length: ${text.length}`
  if (seconds >= 1) return `took ${seconds} seconds`
  if (!String(headers['content-type']).startsWith('application/fhir+json')) return `told as ${headers['content-type']}`
  const { resourceType, language, issue } = JSON.parse(text) as OperationOutcome
  if (resourceType !== 'OperationOutcome') return `told by a ${resourceType}`
  if (wanted === 'cy' && language !== 'cy') return `told in ${language}`
  const says = issue?.[0]?.details?.text ?? ''
  return says === '' ? 'told without a word' : undefined
}
