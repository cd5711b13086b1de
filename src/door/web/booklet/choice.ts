import { LANGUAGES, type Language } from '#ground/language/say.ts'

/** How a booklet looks. */
export interface BookletChoice {
  readonly language: Language | 'both'
  readonly size: 'standard' | 'large'
  readonly layout: 'plain' | 'easy'
}

/** What an address asks for. What it does not say, or says wrongly, is as the reader's own pages are. */
export function choiceIn(query: Readonly<Record<string, unknown>>, own: Language): BookletChoice {
  const { language, size, layout } = query
  return {
    language: language === 'cy' || language === 'en' || language === 'both' ? language : own,
    size: size === 'large' ? 'large' : 'standard',
    layout: layout === 'easy' ? 'easy' : 'plain',
  }
}

/** The languages of a booklet, in the order of its columns. */
export function languagesOf({ language }: BookletChoice): readonly Language[] {
  return language === 'both' ? LANGUAGES.toSorted() : [language]
}

/** The query that asks for this. */
export function queryFor(choice: BookletChoice): string {
  return String(new URLSearchParams({ ...choice }))
}
