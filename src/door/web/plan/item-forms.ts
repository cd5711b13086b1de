import { z } from 'zod'
import type { Tx } from '#ground/db/store.ts'
import { type Key, LANGUAGES } from '#ground/language/say.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { answerProposal } from '#work/plan/answer.ts'
import type { Writer } from '#work/plan/open-plan.ts'
import { type PlanProblem, WORDS_LENGTH_MAX } from '#work/plan/plan.ts'
import { proposeWords } from '#work/plan/propose.ts'
import { takeStance } from '#work/plan/take-stance.ts'
import type { FormName } from './filled.ts'

/** What a form did, as the plan page confirms it. */
export type Did = 'changed' | 'proposed' | 'agreed' | 'disagreed' | 'answered'

/** Which item, and for an answer which proposal, by the address the form was sent to. */
export interface About {
  readonly itemId: string
  readonly proposalId: string
}

/** A form of the item page: how it is read, and what is done with it. The messages of its schema are keys of sentences. */
export interface ItemForm<Fields> {
  readonly name: FormName
  readonly fields: z.ZodType<Fields>
  act(tx: Tx, access: Access, sent: About & { readonly fields: Fields }, by: Writer): Promise<Outcome<Did, PlanProblem>>
}

const said = (key: Key) => ({ error: key })
/** Browsers send line ends as two characters. */
const Words = z
  .string()
  .default('')
  .transform(text => text.replaceAll('\r\n', '\n').trim())
  .pipe(z.string().max(WORDS_LENGTH_MAX, said('plan.wordsTooLong')))
const NeededWords = Words.pipe(z.string().min(1, said('plan.wordsMissing')))
/** What is not a version was never read: no item has version 0. */
const Version = z.coerce.number().int().positive().catch(0)
const FormKey = z.string().max(100).default('')

const WordsFields = z.object({
  version: Version,
  key: FormKey,
  words: NeededWords,
  language: z.enum(LANGUAGES, said('plan.languageMissing')),
  why: Words,
})

/** Other words for an item: changed at once by whoever decides them, else proposed. */
export const wordsForm: ItemForm<z.infer<typeof WordsFields>> = {
  name: 'words',
  fields: WordsFields,
  act: (tx, access, { itemId, fields }, by) => proposeWords(tx, access, { itemId, ...fields }, by),
}

const StanceFields = z
  .object({
    version: Version,
    key: FormKey,
    agrees: z.enum(['yes', 'no'], said('plan.agreesMissing')),
    words: Words,
  })
  .refine(({ agrees, words }) => agrees === 'yes' || words !== '', { path: ['words'], ...said('plan.whyMissing') })

/** Agreeing or disagreeing with an item. Whoever disagrees says why. */
export const stanceForm: ItemForm<z.infer<typeof StanceFields>> = {
  name: 'stance',
  fields: StanceFields,
  async act(tx, access, { itemId, fields: { agrees, ...fields } }, by) {
    const taken = await takeStance(tx, access, { itemId, ...fields, agrees: agrees === 'yes' }, by)
    return taken.ok ? done(agrees === 'yes' ? 'agreed' : 'disagreed') : taken
  },
}

const AnswerFields = z.object({
  version: Version,
  accepted: z.enum(['yes', 'no'], said('plan.answerMissing')),
  words: Words,
})

/** Yes or no to a proposal, by whoever decides the words of its item. */
export const answerForm: ItemForm<z.infer<typeof AnswerFields>> = {
  name: 'answer',
  fields: AnswerFields,
  async act(tx, access, { proposalId, fields: { accepted, words } }, by) {
    const answered = await answerProposal(tx, access, { proposalId, accepted: accepted === 'yes', words }, by)
    return answered.ok ? done('answered') : answered
  },
}
