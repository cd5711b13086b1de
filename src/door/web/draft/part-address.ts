import type { Say } from '#ground/language/say.ts'
import { ONLY_PARTS, type Part } from '#record/sharing/agreement/draft/part.ts'
import { notShown } from '../person/person-id.ts'

/** The part of a draft that an address names, as `/about` or `/clauses/2`. Anything else is answered as nothing there. */
export function partFrom(kind: string, at: string | undefined): Part {
  if (at === undefined) {
    const only = ONLY_PARTS.find(part => part === kind)
    if (only === undefined) throw notShown()
    return { kind: only }
  }
  if ((kind !== 'clauses' && kind !== 'cases') || !/^[1-9]\d{0,3}$/.test(at)) throw notShown()
  return { kind, at: Number(at) }
}

/** Where a part is written. */
export function addressOf(draftId: string, part: Part): string {
  const draft = `/agreements/drafts/${draftId}`
  return 'at' in part ? `${draft}/${part.kind}/${part.at}` : `${draft}/${part.kind}`
}

/** What a part is called. */
export function partInWords(say: Say, part: Part): string {
  switch (part.kind) {
    case 'about':
      return say('draft.about')
    case 'parties':
      return say('draft.parties')
    case 'term':
      return say('draft.term')
    case 'procedures':
      return say('draft.procedures')
    case 'clauses':
      return say('draft.clause', { number: part.at })
    case 'cases':
      return say('draft.case', { number: part.at })
  }
}
