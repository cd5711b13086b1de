import { type Store, transaction } from '#ground/db/store.ts'
import { done, refused } from '#ground/outcome.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Replayer } from '#work/ledger/replayer.ts'
import { mayTend } from '#work/sender/read-senders.ts'
import { keepReplay, remainingOf } from './keep-replay.ts'
import { rehearse } from './rehearse.ts'
import { replay, setAside } from './replay.ts'

/** A replayer that can be told to stop: it finishes the message it has in hand, and the rest waits to be gone on with. */
export interface StoppableReplayer extends Replayer {
  stop(): Promise<void>
}

/** What officers do about messages that wait, on a store. What goes wrong in a replay of many is told to `failed`. */
export function openReplayer(store: Store, failed: (fault: unknown) => void): StoppableReplayer {
  const atWork = new Map<string, Promise<void>>()
  let stopped = false

  async function work(officer: WorkerActor, replayId: string): Promise<void> {
    for (const messageId of await transaction(store, tx => remainingOf(tx, replayId))) {
      if (stopped) return
      await replay(store, officer, { messageId, replayId }).catch(failed)
    }
  }

  function begin(officer: WorkerActor, replayId: string): void {
    if (atWork.has(replayId)) return
    const working = work(officer, replayId)
      .catch(failed)
      .finally(() => atWork.delete(replayId))
    atWork.set(replayId, working)
  }

  return {
    replay: (officer, asked) => replay(store, officer, asked),
    setAside: (officer, asked) => setAside(store, officer, asked),
    replayAll: async (officer, messageIds) => {
      const replayId = await transaction(store, tx => keepReplay(tx, officer, messageIds))
      begin(officer, replayId)
      return replayId
    },
    rehearse: async (officer, asked) => {
      const may = await transaction(store, tx => mayTend(tx, officer, asked.senderId))
      return may ? done(await rehearse(store, officer, asked)) : refused('sender.notShown')
    },
    goOn: async (officer, replayId) => begin(officer, replayId),
    isAtWork: replayId => atWork.has(replayId),
    stop: async () => {
      stopped = true
      await Promise.all(atWork.values())
    },
  }
}
