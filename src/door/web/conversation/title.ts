import type { Say } from '#ground/language/say.ts'
import type { Whose } from '../plan/plan-title.ts'

/** What a conversation is called by whoever reads it. */
export function conversationTitle(say: Say, { isOwn, name }: Whose): string {
  if (isOwn) return say('conversation.titleMine')
  return name === '' ? say('conversation.title') : say('conversation.titleOf', { name })
}
