import type { Bundle, Parameters } from 'fhir/r4.js'
import { type ClientOptions, WebSocket } from 'ws'

/** A system that listens, as a test sees it. */
export interface TestListener {
  readonly socket: WebSocket
  /** All that it was told, in order. */
  readonly said: string[]
  /** The code and the reason with which its socket was closed; of one that was refused, its status. */
  readonly closed: Promise<string>
  send(text: string): void
  /** Waits until it has been told so many things. */
  hears(count: number): Promise<string[]>
}

/** Opens a socket, with the token of a header or without. */
export async function testListener(url: string, token?: string, options: ClientOptions = {}): Promise<TestListener> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const socket = new WebSocket(url, { ...options, headers: { ...headers, ...options.headers } })
  const said: string[] = []
  let heard = () => {}
  socket.on('message', data => {
    said.push(String(data))
    heard()
  })
  const refused = new Promise<string>(resolve =>
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(String(statusCode))),
  )
  const ended = new Promise<string>(resolve =>
    socket.on('close', (code, reason) => resolve([code, String(reason)].join(' ').trim())),
  )
  const opened = new Promise<void>(resolve => socket.on('open', () => resolve()))
  socket.on('error', () => {})
  const closed = Promise.race([refused, ended])
  await Promise.race([opened, closed])
  return {
    socket,
    said,
    closed,
    send: text => socket.send(text),
    hears: count =>
      new Promise(resolve => {
        heard = () => {
          if (said.length >= count) resolve(said)
        }
        heard()
      }),
  }
}

/** What a notification says of itself: of which kind it is, how many events it counts, and the numbers it tells. */
export function notified(text: string | undefined): {
  readonly type: string | undefined
  readonly total: number
  readonly numbers: number[]
} {
  const [first] = (JSON.parse(text ?? '{}') as Bundle).entry ?? []
  const parameter = (first?.resource as Parameters | undefined)?.parameter ?? []
  const named = (name: string) => parameter.filter(one => one.name === name)
  const numbers = named('notification-event').map(({ part }) =>
    Number(part?.find(({ name }) => name === 'event-number')?.valueString),
  )
  const total = Number(named('events-since-subscription-start')[0]?.valueString)
  return { type: named('type')[0]?.valueCode, total, numbers }
}
