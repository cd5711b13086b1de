import type { Key } from '#ground/language/say.ts'
import type { LanguageAnswer } from '#record/chart/language-answer.ts'

/** In one sentence what somebody answered, and whether it is a need. */
export function answerKey({ spoken, written, isNeed }: LanguageAnswer): Key {
  if (spoken === 'en' && written === 'en') return isNeed ? 'activeOffer.needsEnglish' : 'activeOffer.asksEnglish'
  if (spoken === 'en') return isNeed ? 'activeOffer.needsWelshWritten' : 'activeOffer.asksWelshWritten'
  if (written === 'en') return isNeed ? 'activeOffer.needsWelshSpoken' : 'activeOffer.asksWelshSpoken'
  return isNeed ? 'activeOffer.needsWelsh' : 'activeOffer.asksWelsh'
}
