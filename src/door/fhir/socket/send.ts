import type { WebSocket } from 'ws'

/**
 * Sends a text, and settles when the network has taken it, so that one message at most waits in memory for a slow reader.
 * `slow`: it has not in so many milliseconds. `gone`: there is nobody any more.
 */
export function sendText(socket: WebSocket, text: string, msMax: number): Promise<'sent' | 'slow' | 'gone'> {
  return new Promise(resolve => {
    const late = setTimeout(() => resolve('slow'), msMax)
    socket.send(text, fault => {
      clearTimeout(late)
      resolve(fault ? 'gone' : 'sent')
    })
  })
}
