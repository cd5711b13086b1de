import type { Visitor } from '#record/organisation/visitor.ts'
import type { Asker } from './declaration.ts'

/** Whether a route is for this visitor, or for somebody who is not signed in. What a system is, its route finds out. */
export function mayAsk(asker: Asker, visitor: Visitor | undefined): boolean {
  if (asker === 'anybody' || asker === 'systems') return true
  if (visitor === undefined) return false
  if (asker === 'visitors') return true
  const { actor } = visitor
  if (asker === 'citizens' || asker === 'workers') return actor.kind === (asker === 'workers' ? 'worker' : 'citizen')
  return actor.kind === 'worker' && asker.includes(actor.role)
}
