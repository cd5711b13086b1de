import { get } from 'node:http'

/** A live page that is open. */
export interface Listening {
  /** All that was heard so far, with the status before it. */
  heard(): string
  /** Whether one of these is heard before that many milliseconds are over. */
  hears(texts: readonly string[], msMax: number): Promise<boolean>
  close(): void
}

/** How often it is looked whether something was heard, milliseconds. */
const LOOK_MS = 5

/** Opens a live page of the product on this port, and answers once it is open or was refused. */
export function listen(port: number, path: string, session: string): Promise<Listening> {
  return new Promise((resolve, reject) => {
    let heard = ''
    const headers = { cookie: `__Host-cydofal=${session}` }
    const request = get({ host: '127.0.0.1', port, path, headers, agent: false }, response => {
      heard = `${response.statusCode} `
      response.on('data', (part: Buffer) => {
        heard += String(part)
      })
      response.on('error', () => {})
      resolve({
        heard: () => heard,
        hears: async (texts, msMax) => {
          for (const until = performance.now() + msMax; performance.now() < until; ) {
            if (texts.some(text => heard.includes(text))) return true
            await new Promise(look => setTimeout(look, LOOK_MS))
          }
          return false
        },
        close: () => request.destroy(),
      })
    })
    request.on('error', reject)
  })
}
