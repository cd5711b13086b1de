import { type ComponentChildren, createContext, type JSX } from 'preact'
import { useContext } from 'preact/hooks'
import { type Language, type Say, sayIn } from '#ground/language/say.ts'
import { type BookletChoice, languagesOf } from './choice.ts'

/** Carries how the booklet looks down to its every part. */
export const ChoiceContext = createContext<BookletChoice>({ language: 'cy', size: 'standard', layout: 'plain' })

/** How the booklet being drawn looks. */
export function useChoice(): BookletChoice {
  return useContext(ChoiceContext)
}

/** The same in each language of the booklet, beside each other where there are two. */
export function InEach({ children }: { children: (say: Say) => ComponentChildren }): JSX.Element {
  const languages = languagesOf(useChoice())
  return (
    <div class={languages.length > 1 ? 'booklet-beside' : undefined}>
      {languages.map(language => (
        <div key={language} lang={language}>
          {children(sayIn(language))}
        </div>
      ))}
    </div>
  )
}

/** A heading in each language of the booklet: one heading, whatever stands beside what. */
export function HeadingInEach({ level, words }: { level: 2 | 3; words: (say: Say) => string }): JSX.Element {
  const languages = languagesOf(useChoice())
  const each = languages.map(language => (
    <span key={language} lang={language}>
      {words(sayIn(language))}{' '}
    </span>
  ))
  const beside = languages.length > 1 ? ' booklet-beside' : ''
  return level === 2 ? (
    <h2 class={`booklet-heading${beside}`}>{each}</h2>
  ) : (
    <h3 class={`booklet-subheading${beside}`}>{each}</h3>
  )
}

/** Words that somebody wrote: as they are in their own language, and said to be in it where the booklet has another. */
export function Written({ words, language }: { words: string; language: Language }): JSX.Element {
  const choice = useChoice()
  if (choice.language === 'both')
    return (
      <InEach>
        {say =>
          say.language === language ? (
            <p class="booklet-words">{words}</p>
          ) : (
            <p class="booklet-only">{say(language === 'cy' ? 'booklet.onlyInWelsh' : 'booklet.onlyInEnglish')}</p>
          )
        }
      </InEach>
    )
  return (
    <>
      <p class="booklet-words" lang={language}>
        {words}
      </p>
      {choice.language !== language && (
        <p class="booklet-only" lang={choice.language}>
          {sayIn(choice.language)(language === 'cy' ? 'booklet.writtenInWelsh' : 'booklet.writtenInEnglish')}
        </p>
      )}
    </>
  )
}
