import { listen } from '#ground/db/announce.ts'
import { type Region, whoIsNamed } from '#test/kit.ts'
import { type TestDoor, testDoor } from '../test-door.ts'
import type { SocketLimits } from './limits.ts'
import { type TestListener, testListener } from './test-listener.ts'
import { bindingToken, systemToken } from './test-subscribed.ts'

/** The door on a port of this machine, where the landlord's system listens. */
export interface TestSockets {
  readonly door: TestDoor
  readonly url: string
  /** Somebody who listens to one subscription with a binding token, and has been greeted. */
  bound(id: string): Promise<TestListener>
  /** Ends it; said again, it does nothing. */
  stop(): Promise<void>
}

/** Opens the door on a port, and lets it hear what is announced. */
export async function openSockets(here: Region, limits?: SocketLimits): Promise<TestSockets> {
  const door = await testDoor(here.store, whoIsNamed, undefined, undefined, undefined, limits)
  const url = await door.listen()
  const { sockets } = door
  const hearing = await listen(here.url, { announced: one => sockets.heard(one), missed: () => sockets.missed() })
  let stopped: Promise<void> | undefined
  return {
    door,
    url,
    async bound(id) {
      const listener = await testListener(url)
      listener.send(`bind-with-token ${await bindingToken(door, systemToken(door, here), id)}`)
      await listener.hears(1)
      return listener
    },
    stop() {
      stopped ??= door.stop().then(() => hearing.stop())
      return stopped
    },
  }
}
