import type { JSX } from 'preact'
import type { ModelTold } from '#record/person/model/read-models.ts'
import { useSay } from '../asked.ts'

/** Who put a model forward, who signed, and what they said, in the language that they said it in. */
export function ModelHistory({ model: { proposals } }: { model: ModelTold }): JSX.Element | null {
  const say = useSay()
  if (proposals.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('matching.history')}</h2>
      {proposals.map(({ id, by, at, words, language, second }) => (
        <div key={id} class="nhsuk-u-margin-bottom-5">
          <p class="nhsuk-u-margin-bottom-1">{say('matching.forwardBy', { who: by, day: say.day(at) })}</p>
          <blockquote lang={language}>{words}</blockquote>
          {second && (
            <>
              <p class="nhsuk-u-margin-bottom-1">
                {say(second.isAgreed ? 'matching.agreedBy' : 'matching.declinedBy', {
                  who: second.by,
                  day: say.day(second.at),
                })}
              </p>
              <blockquote lang={second.language}>{second.words}</blockquote>
            </>
          )}
        </div>
      ))}
    </>
  )
}
