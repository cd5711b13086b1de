import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Where a connection is cut, of one message and its acknowledgement. */
export const CUTS = [
  'before anything is sent',
  'in the midst of the message',
  'after the message, at once',
  'after the commit, before the acknowledgement',
  'in the midst of the acknowledgement',
] as const
export type Cut = (typeof CUTS)[number]

/** What stands between a sender and the listener, and cuts. */
export interface Cutter {
  readonly port: number
  /** The next connection is cut so; `undefined` leaves it whole. */
  next: Cut | undefined
  /** How many connections were cut so far. */
  readonly cuts: number
  close(): Promise<void>
}

/** Opens one before the listener at this port. What it cuts it resets on both sides, as a network that is gone does. */
export async function openCutter(to: number): Promise<Cutter> {
  let next: Cut | undefined
  let cuts = 0
  const open = new Set<Socket>()
  const server = createServer({ noDelay: true }, sender => {
    const cut = next
    next = undefined
    const listener = connect({ port: to, host: '127.0.0.1', noDelay: true })
    for (const socket of [sender, listener]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => open.delete(socket))
    }
    const end = () => {
      cuts++
      sender.resetAndDestroy()
      // Whether the listener hears of it at once, or only as it answers, is as it falls.
      listener.resetAndDestroy()
    }
    sender.on('data', bytes => {
      if (cut === 'before anything is sent') return end()
      if (cut === 'in the midst of the message') {
        listener.write(bytes.subarray(0, Math.floor(bytes.length / 2)), end)
        return
      }
      listener.write(bytes, () => {
        if (cut === 'after the message, at once') end()
      })
    })
    listener.on('data', bytes => {
      if (cut === 'after the commit, before the acknowledgement') return end()
      if (cut === 'in the midst of the acknowledgement') {
        sender.write(bytes.subarray(0, Math.floor(bytes.length / 2)), end)
        return
      }
      sender.write(bytes)
    })
    sender.on('end', () => listener.end())
    listener.on('end', () => sender.end())
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', () => listening()))
  return {
    port: (server.address() as AddressInfo).port,
    get next() {
      return next
    },
    set next(cut) {
      next = cut
    },
    get cuts() {
      return cuts
    },
    close: () =>
      new Promise(closed => {
        for (const socket of open) socket.destroy()
        server.close(() => closed())
      }),
  }
}
