/** Where systems listen, below the door. */
export const SOCKET_PATH = '/websocket'

/** The address at which a system listens: inside TLS wherever the pages are. */
export function socketUrl(origin: string): string {
  return `${origin.replace(/^http/, 'ws')}/fhir${SOCKET_PATH}`
}
