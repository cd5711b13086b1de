import type { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import { homeToGoBackTo } from './home-to-go-back-to.ts'
import { keepingSomebodySafe } from './keeping-somebody-safe.ts'
import { knowingAtOnce } from './knowing-at-once.ts'
import { lettingYourVisitorKnow } from './letting-your-visitor-know.ts'
import { onePersonOneRecord } from './one-person-one-record.ts'
import { onePlan } from './one-plan.ts'
import { termAround } from './term.ts'

/** The region's agreements as they stand on a day, given as an ISO date. The same day always gives the same content. */
export function agreements(today: string): readonly AgreementContent[] {
  const term = termAround(today)
  return [
    knowingAtOnce(term),
    onePlan(term),
    homeToGoBackTo(term),
    lettingYourVisitorKnow(term),
    keepingSomebodySafe(term),
    onePersonOneRecord(term),
  ]
}

/** By agreement code, the parties that have not signed. Every other party has, on the day it begins. */
export const unsigned: Readonly<Record<string, readonly string[]>> = { 'HAFREN-4': ['tegell'] }
