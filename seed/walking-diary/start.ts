import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const page = readFileSync(new URL('page.html', import.meta.url))
const script = readFileSync(new URL('diary.js', import.meta.url))

/** The diary as it runs. */
export interface RunningDiary {
  readonly origin: string
  stop(): Promise<void>
}

/**
 * Starts the walking diary of the invented region, on a port of this machine or any that is free: an app of somebody else's,
 * which asks Cydofal as any app does and shares nothing with it. One page, wherever in it people are led.
 */
export async function startDiary({
  client,
  port,
}: {
  readonly client: string
  readonly port: number
}): Promise<RunningDiary> {
  const server = createServer((request, response) => {
    if (request.url === '/diary.js')
      return response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script)
    if (request.url === '/client.json') {
      const told = JSON.stringify({ client, back: `${origin}/back` })
      return response.setHeader('content-type', 'application/json').end(told)
    }
    return response.setHeader('content-type', 'text/html; charset=utf-8').end(page)
  })
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(port, 'localhost', listening))
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return { origin, stop: () => new Promise(stopped => void server.close(() => stopped())) }
}
