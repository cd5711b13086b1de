import { connect, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Store } from '#ground/db/store.ts'
import { sendMllp } from '#ground/mllp/client.ts'
import { frameOf } from '#ground/mllp/frame.ts'
import type { Draw } from '../draw.ts'
import { storyOf } from '../kill/stories.ts'

/** How much is tried over sockets. */
export interface SocketExtent {
  /** At how many places a message is split; every place of it when there are fewer. */
  readonly splits: number
  /** How many bytes of nothing are sent over one connection, each time. */
  readonly garbage: number
}

export interface SocketsTried {
  readonly tried: number
  readonly failures: readonly string[]
  /** The longest that an honest sender waited for its acknowledgement meanwhile, milliseconds. */
  readonly honestMaxMs: number
}

type FeedsDoor = typeof import('#door/feeds/feeds.ts').feedsDoor

const HOST = '127.0.0.1'
const START = 0x0b
/** More than may be open at once, and more than that from one address. */
const MANY = 250
/** As many as may be open from one address. Source: LIMITS in src/door/feeds/feeds.ts. */
const FROM_ONE_ADDRESS = 100
const SLOW = 60
/** An honest sender is answered within so long whatever others do; wide, because a test has not the machine to itself. */
const HONEST_MS_MAX = 5_000
const ANSWER_MS_MAX = 10_000

/**
 * Whatever is done to the port of messages, honest senders are served: messages come in two pieces, split at each place;
 * others come letter by letter and never end; ends are closed by half; more connect than may; and what comes is nothing.
 */
export async function trySockets(
  draw: Draw,
  store: Store,
  listen: FeedsDoor,
  extent: SocketExtent,
): Promise<SocketsTried> {
  const faults: unknown[] = []
  const listener = await listen(store, { port: 0, host: HOST }, fault => faults.push(fault))
  const { port } = listener
  const failures: string[] = []
  let [tried, honestMaxMs, person] = [0, 0, 500_000]
  const honest = async (meanwhile: string) => {
    const from = performance.now()
    const answer = await sendMllp({ host: HOST, port, timeoutSeconds: 10 }, storyOf(++person, 1).bytes)
    const took = performance.now() - from
    honestMaxMs = Math.max(honestMaxMs, Math.round(took))
    if (!answer.ok || answer.value.code !== 'AA') failures.push(`${meanwhile}: an honest sender was not acknowledged`)
    else if (took > HONEST_MS_MAX) failures.push(`${meanwhile}: an honest sender waited ${Math.round(took)} ms`)
  }
  try {
    const size = frameOf(storyOf(person, 1).bytes).length
    const places = Math.min(extent.splits, size - 1)
    for (let place = 0; place < places; place++, tried++) {
      const at = 1 + Math.floor((place * (size - 1)) / places)
      if (!(await acknowledgedInPieces(port, frameOf(storyOf(++person, 1).bytes), at)))
        failures.push(`split at byte ${at} of ${size}: not acknowledged`)
    }
    await honest('after messages in pieces')

    const slow = await open(port, SLOW)
    for (const socket of slow) socket.write(Buffer.from([START]))
    for (let letter = 0; letter < 8; letter++) {
      for (const socket of slow) socket.write('M')
      await honest(`while ${SLOW} send letter by letter`)
      tried += SLOW
    }
    for (const socket of slow) socket.destroy()

    const half = await acknowledgedInPieces(port, frameOf(storyOf(++person, 1).bytes), 1, true)
    if (!half) failures.push('a sender that closed its half after its message was not acknowledged')
    tried++

    const crowd = await open(port, MANY)
    await wait(300)
    const staying = crowd.filter(socket => !socket.destroyed && !socket.readableEnded).length
    if (staying > FROM_ONE_ADDRESS) failures.push(`${staying} connections from one address are open`)
    for (const socket of crowd) socket.destroy()
    tried += MANY
    await gone(crowd)
    await honest(`after ${MANY} connected at once`)

    for (let number = 0; number < extent.garbage; number++, tried++) {
      const [socket] = await open(port, 1)
      socket?.write(garbage(draw))
      await wait(draw.below(3))
      if (draw.percent(50)) socket?.resetAndDestroy()
      else socket?.end()
      if (number % 20 === 19) {
        await honest('while nothing but bytes came')
        socket?.destroy()
      }
    }
    await honest('at the end')
    if (faults.length > 0) failures.push(`the listener failed ${faults.length} times, first: ${faults[0]}`)
    return { tried, failures: [...failures, ...(await notKept(store))], honestMaxMs }
  } finally {
    await listener.close()
  }
}

/** Sends a frame in two pieces, the second a moment later, and answers whether it was acknowledged. */
async function acknowledgedInPieces(port: number, frame: Buffer, at: number, isHalf = false): Promise<boolean> {
  const [socket] = await open(port, 1)
  if (socket === undefined) return false
  const answered = new Promise<boolean>(resolve => {
    let text = ''
    socket.on('data', bytes => {
      text += String(bytes)
      if (text.includes('MSA|AA|')) resolve(true)
    })
    socket.once('close', () => resolve(false))
    setTimeout(() => resolve(false), ANSWER_MS_MAX).unref()
  })
  socket.write(frame.subarray(0, at))
  await wait(1)
  if (isHalf) socket.end(frame.subarray(at))
  else socket.write(frame.subarray(at))
  const isAcknowledged = await answered
  socket.destroy()
  return isAcknowledged
}

/** Opens so many connections, and settles when each is open or was refused. */
async function open(port: number, many: number): Promise<Socket[]> {
  const sockets = Array.from({ length: many }, () => connect({ port, host: HOST, noDelay: true, allowHalfOpen: true }))
  await Promise.all(
    sockets.map(socket => {
      socket.on('error', () => {})
      socket.resume()
      return new Promise<void>(settled => {
        socket.once('connect', () => settled())
        socket.once('close', () => settled())
      })
    }),
  )
  return sockets
}

async function gone(sockets: readonly Socket[]): Promise<void> {
  while (sockets.some(socket => !socket.closed)) await wait(10)
  await wait(100)
}

/** Bytes of no message: framed or not, over the limit now and then. */
function garbage(draw: Draw): Buffer {
  const bytes = Buffer.from(draw.many(1 + draw.below(400), () => draw.below(256)))
  if (draw.percent(5)) return Buffer.concat([Buffer.from([START]), Buffer.alloc(1_200_000, 0x41)])
  if (draw.percent(30)) return frameOf(bytes)
  return draw.percent(50) ? Buffer.concat([Buffer.from([START]), bytes]) : bytes
}

/** Everything that was acknowledged here is a message of the ledger, in one state. */
async function notKept(store: Store): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    select coalesce(message.control_id, '-') || ' has ' || count(now.message_id) || ' states' as fault
    from message left join message_outcome_now as now on now.message_id = message.id
    group by message.id having count(now.message_id) <> 1 limit 20`.execute(store.db)
  return rows.map(({ fault }) => fault)
}
