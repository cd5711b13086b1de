import type { Key, Language } from '#ground/language/say.ts'
import { LANGUAGES } from '#ground/language/say.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { outcomesOf } from '#work/review/closure.ts'
import { dayProblem } from '#work/review/day.ts'
import type { NewResult } from '#work/review/end.ts'
import type { ReviewResultKind } from '#work/review/review.ts'
import { dayIn } from '../day-field.ts'
import type { Problems, Typed } from '../typed.ts'
import { wordsIn } from './sent.ts'

/** What was typed into the form of a result: the result, and everything that is missing of it by its field. */
export interface ReadResult {
  readonly result: NewResult
  readonly problems: Problems
}

interface About {
  readonly kind: ReviewResultKind
  readonly reviewId: string
  /** The plan as the one who sends it sees it. */
  readonly items: readonly PlanItem[]
  readonly now: Date
  readonly language: Language
}

/** Reads the form of a result; each field says what it lacks, so that nobody is asked twice. */
export function readResult(typed: Typed, about: About): ReadResult {
  const reasons = wordsIn(typed, 'reasons')
  const language = LANGUAGES.find(one => one === typed.language) ?? about.language
  const common = { reviewId: about.reviewId, reasons, language }
  const lacksReasons: Problems = reasons === '' ? { reasons: 'planReview.reasonsMissing' } : {}
  switch (about.kind) {
    case 'confirm': {
      const { nextOn, problems } = nextIn(typed, about.now)
      return { result: { ...common, kind: 'confirm', nextOn }, problems: { ...lacksReasons, ...problems } }
    }
    case 'revise': {
      const { nextOn, problems } = nextIn(typed, about.now)
      const changes = wordsIn(typed, 'changes')
      const items = about.items.map(({ id }) => id).filter(id => typed[itemField(id)] !== undefined)
      const lacks: Problems = changes === '' ? { changes: 'planReview.changesMissing' } : {}
      return {
        result: { ...common, kind: 'revise', nextOn, changes, items },
        problems: { ...lacksReasons, ...lacks, ...problems },
      }
    }
    case 'close':
      return closeIn(typed, about, { common, lacksReasons })
  }
}

function nextIn(typed: Typed, now: Date): { nextOn: string | undefined; problems: Problems } {
  const nextOn = dayIn(typed, 'next')
  const problem = dayProblem(nextOn, now)
  return { nextOn, problems: problem === undefined ? {} : { 'next-day': problem as Key } }
}

interface Begun {
  readonly common: Pick<NewResult, 'reviewId' | 'reasons' | 'language'>
  readonly lacksReasons: Problems
}

function closeIn(typed: Typed, { items }: About, { common, lacksReasons }: Begun): ReadResult {
  const achievements = outcomesOf(items).map(({ id }) => ({
    itemId: id,
    words: wordsIn(typed, achievedField(id)),
    score: scoreIn(typed[scoreField(id)]),
  }))
  const problems: Record<string, Key> = { ...lacksReasons }
  for (const { itemId, words } of achievements)
    if (words === '') problems[achievedField(itemId)] = 'planReview.achievedMissing'
  const needRemains = typed.need === undefined ? undefined : typed.need === 'yes'
  const metHow = wordsIn(typed, 'metHow')
  const metBy = wordsIn(typed, 'metBy')
  if (needRemains === undefined) problems.need = 'planReview.needMissing'
  if (needRemains === true && metHow === '') problems.metHow = 'planReview.metMissing'
  if (needRemains === true && metBy === '') problems.metBy = 'planReview.metMissing'
  return { result: { ...common, kind: 'close', achievements, needRemains, metHow, metBy }, problems }
}

/** What is no score from 0 to 10 is none: the person gave none. */
function scoreIn(typed = ''): number | undefined {
  return /^(\d|10)$/.test(typed) ? Number(typed) : undefined
}

/** The name of the box that is ticked for an item that is to change. */
export function itemField(id: string): string {
  return `item-${id}`
}

/** The name of the field in which is said how far a goal was reached. */
export function achievedField(id: string): string {
  return `achieved-${id}`
}

/** The name of the field for the person's own score of a goal. */
export function scoreField(id: string): string {
  return `score-${id}`
}
