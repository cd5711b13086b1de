import type { JSX } from 'preact'
import { changesBetween, type WholeMap } from '#work/sender/map.ts'
import type { MapVersion, NamedTeam } from '#work/sender/read-senders.ts'
import { useSay } from '../asked.ts'
import { Details } from '../parts/details.tsx'
import { Table } from '../parts/table.tsx'
import { aboutIn, meansIn } from './map-words.ts'
import { whyWritten } from './why-written.ts'

interface VersionsProps {
  readonly versions: readonly MapVersion[]
  readonly teams: readonly NamedTeam[]
}

/** Who wrote each version of a map, when and why, and what it says otherwise than the one before it. */
export function Versions({ versions, teams }: VersionsProps): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('sender.versions')}</h2>
      {versions.map((version, place) => {
        const before = versions[place + 1]
        return (
          <div key={version.version} class="app-version">
            <h3 class="nhsuk-heading-s">{say('sender.version', { version: String(version.version) })}</h3>
            <p class="app-close">{whyWritten(say, version.reason)}</p>
            <p class="nhsuk-hint">
              {say('sender.writtenBy', { who: version.writtenBy, when: say.moment(version.startedAt) })}
            </p>
            {before !== undefined && (
              <Details summary={say('sender.changedIn', { version: String(version.version) })}>
                <Changes before={before.map} after={version.map} teams={teams} />
              </Details>
            )}
          </div>
        )
      })}
    </>
  )
}

/** What one map says otherwise than another, a line for each thing. */
export function Changes(props: { before: WholeMap; after: WholeMap; teams: readonly NamedTeam[] }): JSX.Element {
  const say = useSay()
  const changes = changesBetween(props.before, props.after)
  if (changes.length === 0) return <p>{say('sender.sameMap')}</p>
  const means = (part: (typeof changes)[number]['part'], says: string | undefined) =>
    says === undefined ? say('sender.nothing') : meansIn(say, props.teams, { part, says })
  return (
    <Table
      caption={say('sender.changed')}
      captionClass="nhsuk-u-visually-hidden"
      responsive
      firstCellIsHeader
      columns={[{ heading: say('sender.about') }, { heading: say('sender.before') }, { heading: say('sender.after') }]}
      rows={changes.map(({ part, about, before, after }) => ({
        cells: [
          [say.code('mapPart', part), aboutIn(say, { about })].filter(text => text !== '').join(': '),
          means(part, before),
          means(part, after),
        ],
      }))}
    />
  )
}
