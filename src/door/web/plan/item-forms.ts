import { z } from 'zod'
import type { Tx } from '#ground/db/store.ts'
import { type Key, LANGUAGES } from '#ground/language/say.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { answerProposal } from '#work/plan/answer.ts'
import { answerOffer } from '#work/plan/answer-offer.ts'
import type { Writer } from '#work/plan/open-plan.ts'
import { ACTION_STATES, type PlanProblem, STRUCK_BECAUSE } from '#work/plan/plan.ts'
import { proposeWords } from '#work/plan/propose.ts'
import { NEEDS_WORDS, sayState } from '#work/plan/say-state.ts'
import { giveScore, SCORE_MAX } from '#work/plan/score.ts'
import { strike } from '#work/plan/strike.ts'
import { takeStance } from '#work/plan/take-stance.ts'
import type { FormName } from './filled.ts'
import { NeededWords, restIn, Words } from './words-fields.ts'

/** What a form did, as the plan page confirms it. */
export const DID = [
  'changed',
  'proposed',
  'kept-beside',
  'agreed',
  'disagreed',
  'answered',
  'added',
  'offered',
  'asked',
  'said',
  'scored',
  'struck',
] as const
export type Did = (typeof DID)[number]

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
const Version = z.coerce.number().int().positive().catch(0)
const FormKey = z.string().max(100).default('')

const WordsFields = z
  .looseObject({
    version: Version,
    key: FormKey,
    words: NeededWords,
    language: z.enum(LANGUAGES, said('plan.languageMissing')),
    why: Words,
    putsRight: z.literal('yes').optional(),
  })
  .transform(({ version, key, words, language, why, putsRight, ...typed }, context) => ({
    ...{ version, key, words, language, why },
    ...(putsRight && { putsRight: true }),
    ...restIn(typed, context),
  }))

/** Other words for an item: changed at once by whoever decides them, else proposed. */
export const wordsForm: ItemForm<z.infer<typeof WordsFields>> = {
  name: 'words',
  fields: WordsFields,
  act: (tx, access, { itemId, fields }, by) => proposeWords(tx, access, { itemId, ...fields }, by),
}

/** Agreement or disagreement, as its form asks for it. */
export const StanceFields = z
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

const OfferFields = z.object({
  accepted: z.enum(['yes', 'no'], said('plan.answerMissing')),
  words: Words,
})

/** Yes or no to an item that somebody else offers, by the person. */
export const offerForm: ItemForm<z.infer<typeof OfferFields>> = {
  name: 'offer',
  fields: OfferFields,
  async act(tx, access, { itemId, fields: { accepted, words } }, by) {
    const answered = await answerOffer(tx, access, { itemId, accepted: accepted === 'yes', words }, by)
    return answered.ok ? done('answered') : answered
  },
}

const StateFields = z
  .object({
    key: FormKey,
    state: z.enum(ACTION_STATES, said('plan.stateMissing')),
    words: Words,
  })
  .refine(({ state, words }) => words !== '' || !NEEDS_WORDS.includes(state), {
    path: ['words'],
    ...said('plan.stateWhyMissing'),
  })

/** How far something has come, by whoever does it. */
export const stateForm: ItemForm<z.infer<typeof StateFields>> = {
  name: 'state',
  fields: StateFields,
  async act(tx, access, { itemId, fields }, by) {
    const kept = await sayState(tx, access, { itemId, ...fields }, by)
    return kept.ok ? done('said') : kept
  },
}

const ScoreFields = z.object({
  key: FormKey,
  score: z.coerce.number(said('plan.scoreMissing')).int(said('plan.scoreMissing')).min(0).max(SCORE_MAX),
  words: Words,
})

/** How the person feels about a goal of theirs. */
export const scoreForm: ItemForm<z.infer<typeof ScoreFields>> = {
  name: 'score',
  fields: ScoreFields,
  async act(tx, access, { itemId, fields }, by) {
    const kept = await giveScore(tx, access, { itemId, ...fields }, by)
    return kept.ok ? done('scored') : kept
  },
}

const StrikeFields = z.object({
  version: Version,
  because: z.enum(STRUCK_BECAUSE, said('plan.strikeBecauseMissing')),
  why: Words.pipe(z.string().min(1, said('plan.strikeWhyMissing'))),
})

/** Striking through a version that was wrong, or about another person. */
export const strikeForm: ItemForm<z.infer<typeof StrikeFields>> = {
  name: 'strike',
  fields: StrikeFields,
  async act(tx, access, { itemId, fields }, by) {
    const struck = await strike(tx, access, { itemId, ...fields }, by)
    return struck.ok ? done('struck') : struck
  },
}
