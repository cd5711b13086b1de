import type { JSX } from 'preact'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { OverridingClause } from '#record/sharing/wish/who-may-see.ts'
import { useSay } from '../asked.ts'
import { InsetText } from '../parts/inset-text.tsx'

export interface LawFirstProps {
  readonly overriding: readonly OverridingClause[]
  /** The classes that the page is about. */
  readonly about: readonly DataClass[]
}

/** The clauses by which the law goes before a wish about these classes, each in its own words; nothing where none does. */
export function LawFirst({ overriding, about }: LawFirstProps): JSX.Element | null {
  const say = useSay()
  const clauses = overriding.filter(({ dataClasses }) => dataClasses.some(dataClass => about.includes(dataClass)))
  if (clauses.length === 0) return null
  return (
    <InsetText>
      <h2 class="nhsuk-heading-s">{say('sharing.lawFirst')}</h2>
      <p>{say('sharing.lawFirstWhat')}</p>
      {clauses.map(({ hash, number, agreement, words }) => (
        <div key={`${hash} ${number}`}>
          <p>{say.of(words)}</p>
          <p>
            <a href={`/agreements/${hash}#clause-${number}`}>
              {say('sharing.clause', { number, agreement: say.of(agreement) })}
            </a>
          </p>
        </div>
      ))}
    </InsetText>
  )
}
