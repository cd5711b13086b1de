import { z } from 'zod'
import { type Key, LANGUAGES, type Say } from '#ground/language/say.ts'
import { URGENCIES } from '#work/conversation/clock.ts'
import {
  CONVERSATION_CLASSES,
  type ConversationProblem,
  ENTRY_LENGTH_MAX,
  WHY_LENGTH_MAX,
} from '#work/conversation/conversation.ts'
import { type Problems, wordsField } from '../typed.ts'

const words = wordsField({
  missing: 'conversation.wordsMissing',
  tooLong: 'conversation.wordsTooLong',
  lengthMax: ENTRY_LENGTH_MAX,
})
const why = wordsField({
  missing: 'conversation.whyMissing',
  tooLong: 'conversation.whyTooLong',
  lengthMax: WHY_LENGTH_MAX,
})
const language = z.enum(LANGUAGES, { error: 'conversation.languageMissing' })
const key = z.string().max(100).default('')
const idOrNobody = z.union([z.uuid(), z.literal('').transform(() => undefined)]).catch(undefined)

/** What may be written of one's own accord. The messages are keys. */
export const WriteForm = z.object({
  kind: z.enum(['word', 'question', 'decision'], { error: 'conversation.kindMissing' }),
  part: z.enum(CONVERSATION_CLASSES, { error: 'conversation.partMissing' }),
  words,
  language,
  key,
  mention: idOrNobody,
  owner: ownerField(),
  urgency: z.enum(URGENCIES).catch('routine'),
  doer: idOrNobody,
  about: idOrNobody,
})

/** The answer to a question. */
export const AnswerForm = z.object({ words, language, key })

/** To whom a question is passed on, and why. */
export const PassOnForm = z.object({ owner: ownerField(), why })

/** What is wrong with what was written. */
export const StrikeForm = z.object({
  what: z.enum(['wrong', 'misfiled'], { error: 'conversation.strikeMissing' }),
  why,
})

/** `account:` or `team:` and an id; whatever else was sent chooses nobody. */
function ownerField() {
  return z
    .string()
    .regex(/^(account|team):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
    .catch('')
}

/** The field at which each refusal is said. */
export const FIELDS: Readonly<Record<ConversationProblem, string>> = {
  'conversation.notShown': 'form',
  'conversation.notForYou': 'part',
  'conversation.aboutNotShown': 'form',
  'conversation.wordsMissing': 'words',
  'conversation.wordsTooLong': 'words',
  'conversation.ownerMissing': 'owner',
  'conversation.ownerMayNotRead': 'owner',
  'conversation.mentionMayNotRead': 'mention',
  'conversation.decisionOwnerMissing': 'doer',
  'conversation.decisionNotForThem': 'doer',
  'conversation.dueMissing': 'due-day',
  'conversation.dueBefore': 'due-day',
  'conversation.notYoursToAnswer': 'form',
  'conversation.answered': 'form',
  'conversation.notYoursToPassOn': 'form',
  'conversation.sameOwner': 'owner',
  'conversation.whyMissing': 'why',
  'conversation.whyTooLong': 'why',
  'conversation.notYoursToStrike': 'form',
  'conversation.struckAlready': 'form',
}

/** The problem of one field, said. */
export function problemAt(say: Say, problems: Problems, field: string): string | undefined {
  const key: Key | undefined = problems[field]
  return key === undefined ? undefined : say.plain(key)
}
