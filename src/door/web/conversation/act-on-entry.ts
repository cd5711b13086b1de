import type { z } from 'zod'
import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { answerQuestion } from '#work/conversation/answer.ts'
import type { ConversationProblem } from '#work/conversation/conversation.ts'
import { passOn } from '#work/conversation/pass-on.ts'
import { strikeThrough } from '#work/conversation/strike.ts'
import type { Typed } from '../typed.ts'
import { ownerFrom } from './choices.ts'
import type { EntryFormName } from './entry.ts'
import { AnswerForm, PassOnForm, StrikeForm } from './fields.ts'

/** Answers what the conversation's page says was done. */
type Act = (tx: Tx, access: Access, entryId: string) => Promise<Outcome<string, ConversationProblem>>

/** What each form asks to be done, or what is wrong with it as it was typed. */
export const ACTS: Readonly<
  Record<EntryFormName, (typed: Typed) => { readonly act: Act } | { readonly error: z.ZodError }>
> = {
  answer(typed) {
    const read = AnswerForm.safeParse(typed)
    if (!read.success) return read
    return {
      act: (tx, access, questionId) => saying('answered', answerQuestion(tx, access, { questionId, ...read.data })),
    }
  },
  'pass-on'(typed) {
    const read = PassOnForm.safeParse(typed)
    if (!read.success) return read
    const { owner, why } = read.data
    return {
      act: (tx, access, questionId) =>
        saying('passedOn', passOn(tx, access, { questionId, owner: ownerFrom(owner), why })),
    }
  },
  strike(typed) {
    const read = StrikeForm.safeParse(typed)
    if (!read.success) return read
    const { what, why } = read.data
    return {
      act: (tx, access, entryId) =>
        saying('struck', strikeThrough(tx, access, { entryId, isMisfiled: what === 'misfiled', why })),
    }
  },
}

async function saying(
  what: string,
  doing: Promise<Outcome<unknown, ConversationProblem>>,
): Promise<Outcome<string, ConversationProblem>> {
  const did = await doing
  return did.ok ? done(what) : did
}
