import type { ComponentChildren, JSX } from 'preact'
import { useSay } from '../asked.ts'
import { LANGUAGE_OPTIONS } from '../language-options.tsx'
import { type BookletChoice, queryFor } from './choice.ts'

interface Option {
  readonly text: ComponentChildren
  readonly choice: BookletChoice
}

/** How the booklet may look: each way is a link, and the one shown is said to be. Not on paper. */
export function Choices({ choice, at }: { choice: BookletChoice; at: string }): JSX.Element {
  const say = useSay()
  const languages: Option[] = [
    ...LANGUAGE_OPTIONS.map(({ value, label }) => ({ text: label, choice: { ...choice, language: value } })),
    { text: say('booklet.bothLanguages'), choice: { ...choice, language: 'both' } },
  ]
  const sizes: Option[] = [
    { text: say('booklet.standard'), choice: { ...choice, size: 'standard' } },
    { text: say('booklet.large'), choice: { ...choice, size: 'large' } },
  ]
  const layouts: Option[] = [
    { text: say('booklet.plain'), choice: { ...choice, layout: 'plain' } },
    { text: say('booklet.easy'), choice: { ...choice, layout: 'easy' } },
  ]
  const shown = queryFor(choice)
  const groups = [
    { name: say('booklet.language'), options: languages },
    { name: say('booklet.size'), options: sizes },
    { name: say('booklet.layout'), options: layouts },
  ]
  return (
    <nav class="booklet-choices" aria-label={say('booklet.choices')}>
      <p>{say('booklet.intro')}</p>
      {groups.map(({ name, options }) => (
        <div key={name} class="booklet-choices__group">
          <p class="booklet-choices__name">{name}</p>
          <ul>
            {options.map(option => {
              const query = queryFor(option.choice)
              return (
                <li key={query}>
                  <a href={`${at}?${query}`} aria-current={query === shown ? 'true' : undefined}>
                    {option.text}
                  </a>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </nav>
  )
}
