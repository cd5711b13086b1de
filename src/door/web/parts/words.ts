import assert from 'node:assert/strict'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** A phrase of which the eye is shown less than a screen reader is told: "More" seen, "Browse More" heard. */
export interface PartlyShown {
  readonly shown: string
  /** Left out when `shown` says enough by itself, as Welsh usually must: the noun comes first and mutates what follows. */
  readonly hidden?: string | undefined
}

/** What the browser says when a table is sorted there. `%heading%` and `%direction%` stay as they are; nhsuk-frontend fills them. */
export interface SortingWords {
  readonly announcement: string
  readonly ascending: string
  readonly descending: string
}

/** The words parts need of their own accord, in the language of the page. A prefix ends in its colon, without a space. */
export interface PartWords {
  readonly account: string
  readonly back: string
  /** Read before the name of any page, so it must not mutate it: "Back to", "Yn ôl:". */
  readonly backTo: string
  readonly breadcrumb: string
  readonly contents: string
  readonly contentsLabel: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly errorPrefix: string
  readonly problemTitle: string
  readonly important: string
  readonly success: string
  readonly informationPrefix: string
  readonly warningPrefix: string
  readonly nonUrgentPrefix: string
  readonly urgentPrefix: string
  readonly emergencyPrefix: string
  readonly menu: string
  /** The button that opens the menu items for which the screen is too narrow. Its hidden word is read first. */
  readonly moreOfMenu: PartlyShown
  readonly pages: string
  readonly previousPage: PartlyShown
  readonly nextPage: PartlyShown
  readonly pageNumber: (number: number) => string
  readonly search: string
  readonly skipToMain: string
  readonly supportLinks: string
  /** Added, unseen, to the caption of a table that can be sorted; in brackets. */
  readonly sortable: string
  /** Left out, nhsuk-frontend speaks its own English. */
  readonly sorting?: SortingWords | undefined
}

/** Set once by the page's frame, so that no page passes these words to each part. */
export const Words = createContext<PartWords | undefined>(undefined)

/** Throws when a part is drawn outside `Words.Provider`: better than a word of the wrong language. */
export function useWords(): PartWords {
  const words = useContext(Words)
  assert(words, 'a part is drawn inside Words.Provider')
  return words
}
