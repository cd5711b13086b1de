import type { Language, Say } from '#ground/language/say.ts'
import type { PartWords } from './parts/words.ts'

/** The words that parts need of their own accord, in one language. */
export function partWordsIn(say: Say): PartWords {
  const kept = KEPT.get(say.language)
  if (kept !== undefined) return kept
  const words: PartWords = {
    account: say('parts.account'),
    back: say('parts.back'),
    backTo: say('parts.backTo'),
    breadcrumb: say('parts.breadcrumb'),
    contents: say('parts.contents'),
    contentsLabel: say('parts.contentsLabel'),
    day: say('parts.day'),
    month: say('parts.month'),
    year: say('parts.year'),
    errorPrefix: say('parts.errorPrefix'),
    problemTitle: say('parts.problemTitle'),
    important: say('parts.important'),
    success: say('parts.success'),
    informationPrefix: say('parts.informationPrefix'),
    warningPrefix: say('parts.warningPrefix'),
    nonUrgentPrefix: say('parts.nonUrgentPrefix'),
    urgentPrefix: say('parts.urgentPrefix'),
    emergencyPrefix: say('parts.emergencyPrefix'),
    menu: say('parts.menu'),
    moreOfMenu: { shown: say('parts.more'), hidden: say('parts.moreHidden') },
    pages: say('parts.pages'),
    previousPage: { shown: say('parts.previous') },
    nextPage: { shown: say('parts.next') },
    pageNumber: number => say('parts.pageNumber', { number }),
    search: say('parts.search'),
    skipToMain: say('parts.skipToMain'),
    supportLinks: say('parts.supportLinks'),
    sortable: say('parts.sortable'),
  }
  KEPT.set(say.language, words)
  return words
}

const KEPT = new Map<Language, PartWords>()
