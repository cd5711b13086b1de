import type { JSX } from 'preact'
import type { AtThreshold } from '#record/person/model/thresholds.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { certaintyIn, digitsIn } from './numbers.ts'

interface ThresholdsTableProps {
  readonly offered: readonly AtThreshold[]
  /** The model's own. */
  readonly link: number
}

/** What each threshold comes to: how many links would be wrong, and how much would be left for people. */
export function ThresholdsTable({ offered, link }: ThresholdsTableProps): JSX.Element {
  const say = useSay()
  return (
    <Table
      caption={say('matching.thresholds')}
      captionSize="l"
      responsive
      firstCellIsHeader
      columns={[
        { heading: say('matching.threshold') },
        { heading: say('matching.wrong'), numeric: true },
        { heading: say('matching.links'), numeric: true },
        { heading: say('matching.below'), numeric: true },
      ]}
      rows={offered.map(one => ({
        cells: [
          {
            content: (
              <>
                {certaintyIn(say, one.link)} {one.link === link && <Tag>{say('matching.thisOne')}</Tag>}
              </>
            ),
          },
          digitsIn(say, one.wrongInTenThousand),
          digitsIn(say, one.links),
          digitsIn(say, one.below),
        ],
      }))}
    />
  )
}
