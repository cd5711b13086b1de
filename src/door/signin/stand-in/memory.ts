import type { Adapter, AdapterPayload } from 'oidc-provider'
import type { Clock } from '#ground/clock.ts'

/** However many sign in, no more than this is kept: the oldest goes first. */
const ENTRIES_MAX = 10_000

/**
 * Where the stand-in keeps its sessions, codes and grants: in this process, until it stops. The provider itself takes
 * nothing that has expired.
 */
export function memory(clock: Clock): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>()
  return model => ({
    async upsert(id, payload) {
      const [oldest] = kept.keys()
      if (kept.size >= ENTRIES_MAX && oldest !== undefined) kept.delete(oldest)
      kept.set(`${model} ${id}`, payload)
    },
    find: async id => kept.get(`${model} ${id}`),
    async findByUid(uid) {
      for (const [key, payload] of kept) if (key.startsWith(`${model} `) && payload.uid === uid) return payload
      return undefined
    },
    findByUserCode: async () => undefined,
    async consume(id) {
      const payload = kept.get(`${model} ${id}`)
      if (payload !== undefined) payload.consumed = Math.floor(clock.now().getTime() / 1000)
    },
    async destroy(id) {
      kept.delete(`${model} ${id}`)
    },
    async revokeByGrantId(grantId) {
      for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key)
    },
  })
}
