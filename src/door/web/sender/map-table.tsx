import type { JSX } from 'preact'
import { entriesOf, MAP_PARTS, type MapPart, type WholeMap } from '#work/sender/map.ts'
import type { NamedTeam } from '#work/sender/read-senders.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'
import { aboutIn, meansIn } from './map-words.ts'

/** A map in words: a table for each of its parts, with what stands in a message beside what it means. */
export function MapTables({ map, teams }: { map: WholeMap; teams: readonly NamedTeam[] }): JSX.Element {
  const say = useSay()
  const entries = entriesOf(map)
  const parts = (Object.keys(MAP_PARTS) as MapPart[]).filter(part => entries.some(entry => entry.part === part))
  if (parts.length === 0) return <p>{say('sender.mapEmpty')}</p>
  return (
    <>
      {parts.map(part => {
        const said = entries.filter(entry => entry.part === part)
        const isAboutCodes = said.some(({ about }) => about.length > 0)
        return (
          <Table
            key={part}
            caption={say.code('mapPart', part)}
            captionSize="m"
            responsive
            firstCellIsHeader={isAboutCodes}
            columns={[
              ...(isAboutCodes ? [{ heading: say('sender.about'), width: 'one-half' as const }] : []),
              { heading: say('sender.means') },
            ]}
            rows={said.map(entry => ({
              cells: [...(isAboutCodes ? [aboutIn(say, entry)] : []), meansIn(say, teams, entry)],
            }))}
          />
        )
      })}
    </>
  )
}
