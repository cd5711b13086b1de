import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { KnownFact, KnownField } from '#work/assessment/known/fact.ts'
import { useSay } from '../asked.ts'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { Details } from '../parts/details.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Typed } from '../typed.ts'

/** What the worker may put right; the others are the person's own words, or another record that stands for itself. */
export const PUT_RIGHT: readonly KnownField[] = ['name', 'address', 'telephone', 'language', 'practice', 'carers']

const OWN_WORDS: readonly KnownField[] = ['most-important', 'communication', 'what-matters']

export interface KnownPartProps {
  readonly known: readonly KnownFact[]
  /** What was typed so far; undefined where it is only to be read. */
  readonly typed: Typed | undefined
}

/** What is known already, each with its source and its day: to be confirmed, and not to be asked again. */
export function KnownPart({ known, typed }: KnownPartProps): JSX.Element {
  const say = useSay()
  return (
    <section class="app-known" aria-labelledby="known">
      <h2 class="nhsuk-heading-m" id="known">
        {say('collect.title')}
      </h2>
      <p>{say(known.length === 0 ? 'collect.nothing' : typed === undefined ? 'collect.readOnly' : 'collect.lede')}</p>
      <dl class="app-known__facts">
        {known.map(fact => (
          <Fact key={fact.field} fact={fact} typed={typed} />
        ))}
      </dl>
      {typed !== undefined && known.length > 0 && (
        <Checkboxes
          name="through"
          options={[{ value: 'yes', label: say('collect.through') }]}
          values={typed.through === 'yes' ? ['yes'] : []}
        />
      )}
    </section>
  )
}

function Fact({ fact, typed }: { fact: KnownFact; typed: Typed | undefined }): JSX.Element {
  const say = useSay()
  const { field, value, language, source, asOf } = fact
  const day = say.day(asOf)
  const name = say.code('collect', `field-${field}`)
  return (
    <div class="app-known__fact">
      <dt>{name}</dt>
      <dd>
        <p class="app-lines" lang={language}>
          {field === 'language' ? languageOf(say, value) : value}
        </p>
        <p class="app-item__written">
          {source === undefined
            ? say('collect.fromPerson', { day })
            : say('collect.from', { source: say.of(source), day })}
        </p>
        {typed !== undefined && OWN_WORDS.includes(field) && <p class="app-item__written">{say('collect.theirs')}</p>}
        {typed !== undefined && PUT_RIGHT.includes(field) && (
          <Details
            open={(typed[`instead-${field}`] ?? '') !== ''}
            summary={
              <>
                {say('collect.changed')}
                <span class="nhsuk-u-visually-hidden"> {say('collect.changedWhich', { field: name })}</span>
              </>
            }
          >
            <Textarea
              name={`instead-${field}`}
              label={say('collect.instead')}
              rows={2}
              value={typed[`instead-${field}`]}
            />
          </Details>
        )}
      </dd>
    </div>
  )
}

function languageOf(say: Say, code: string): string {
  return code === 'cy' || code === 'en' ? say.code('assessment', `held-in-${code}`) : code
}
