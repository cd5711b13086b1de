import type { JSX } from 'preact'
import type { OrganisationQuality } from '#work/ledger/quality/quality.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'
import { countIn, shareIn } from './share-words.ts'

/** What is drawn, as a table: without a fault, what came and what changed, each week; the latest first. */
export function WeeksTable({ quality }: { quality: OrganisationQuality }): JSX.Element {
  const say = useSay()
  const weeks = quality.weeks.map((week, place) => ({
    week,
    sound: quality.soundByWeek[place],
    arrived: quality.arrivedByWeek[place] ?? 0,
    changed: quality.changedByWeek[place] ?? 0,
  }))
  return (
    <Table
      caption={say('quality.came')}
      captionClass="nhsuk-u-visually-hidden"
      firstCellIsHeader
      responsive
      columns={[
        { heading: say('quality.week') },
        { heading: say('quality.sound'), numeric: true },
        { heading: say('quality.arrived'), numeric: true },
        { heading: say('quality.changed'), numeric: true },
      ]}
      rows={weeks
        .toReversed()
        .filter(({ sound, arrived, changed }) => sound !== undefined || arrived !== 0 || changed !== 0)
        .map(({ week, sound, arrived, changed }) => ({
          cells: [
            say.day(week),
            sound === undefined ? '–' : shareIn(say, { percent: sound }),
            countIn(say, arrived),
            countIn(say, changed),
          ],
        }))}
    />
  )
}
