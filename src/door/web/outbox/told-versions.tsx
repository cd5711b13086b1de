import type { JSX } from 'preact'
import type { ToldVersion } from '#work/telling/told.ts'
import { useSay } from '../asked.ts'

/** Who said when and why what a destination is told of, the newest first. */
export function ToldVersions({ versions }: { versions: readonly ToldVersion[] }): JSX.Element {
  const say = useSay()
  if (versions.length === 0) return <p>{say('outbox.toldNothing')}</p>
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('outbox.toldVersions')}</h2>
      {versions.map(({ version, topics, reason, by, at }) => (
        <div key={version} class="app-version">
          <h3 class="nhsuk-heading-s">{say('outbox.toldVersion', { version: String(version) })}</h3>
          {topics.length === 0 ? (
            <p class="app-close">{say('outbox.toldNoMore')}</p>
          ) : (
            <ul class="nhsuk-list nhsuk-list--bullet">
              {topics.map(topic => (
                <li key={topic}>{say.code('outbox', `topic-${topic}`)}</li>
              ))}
            </ul>
          )}
          <p class="app-close">{reason}</p>
          <p class="nhsuk-hint">{say('outbox.toldBy', { who: by, when: say.moment(at) })}</p>
        </div>
      ))}
    </>
  )
}
