import type { JSX } from 'preact'
import type { FaultShare, OrganisationQuality } from '#work/ledger/quality/quality.ts'
import { useSay } from '../asked.ts'
import { Hidden } from '../parts/hidden.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { countIn, percentIn, shareIn, targetIn } from './share-words.ts'
import { Sparkline } from './sparkline.tsx'

interface FaultsTableProps {
  readonly quality: OrganisationQuality
  /** Whether the reader may be shown which records have a fault. */
  readonly mayList: boolean
}

/** Every fault of one organisation's records: how many have it, how many may, how it went, and what puts it right. */
export function FaultsTable({ quality, mayList }: FaultsTableProps): JSX.Element {
  const say = useSay()
  const absent = quality.faults.filter(({ records }) => records === 0)
  return (
    <>
      <Table
        caption={say('quality.faults')}
        captionSize="l"
        responsive
        firstCellIsHeader
        columns={[
          { heading: say('quality.fault'), width: 'one-half' },
          { heading: say('quality.records'), numeric: true },
          { heading: say('quality.share'), numeric: true },
          { heading: say('quality.target') },
          { heading: say('quality.trend') },
        ]}
        rows={missedFirst(quality.faults.filter(one => !absent.includes(one))).map(one => ({
          cells: [
            { content: <Named one={one} list={mayList ? quality.organisation.code : undefined} /> },
            countIn(say, one.records),
            shareIn(say, one),
            { content: <AgainstTarget one={one} /> },
            { content: <Trend one={one} /> },
          ],
        }))}
      />
      {absent.length > 0 && <Absent faults={absent} />}
    </>
  )
}

/** What is asked for and no record lacks. */
function Absent({ faults }: { faults: readonly FaultShare[] }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-m">{say('quality.absent')}</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {faults.map(({ fault }) => (
          <li key={fault}>{say.code('recordFault', fault)}</li>
        ))}
      </ul>
    </>
  )
}

function missedFirst(faults: readonly FaultShare[]): FaultShare[] {
  return [...faults].sort((one, other) => Number(other.standing === 'missed') - Number(one.standing === 'missed'))
}

function Named({ one, list }: { one: FaultShare; list: string | undefined }): JSX.Element {
  const say = useSay()
  const name = say.code('recordFault', one.fault)
  return (
    <>
      {name}
      <p class="nhsuk-hint nhsuk-u-margin-bottom-1">{say.code('recordFaultFix', one.fault)}</p>
      {list !== undefined && (
        <a href={`/quality/${list}/${one.fault}`}>
          {say('quality.which')} <Hidden>{say('quality.whichHidden', { fault: name })}</Hidden>
        </a>
      )}
    </>
  )
}

function AgainstTarget({ one: { target, standing } }: { one: FaultShare }): JSX.Element {
  const say = useSay()
  return (
    <>
      {standing === 'met' && <Tag colour="green">{say('quality.met')}</Tag>}
      {standing === 'missed' && <Tag colour="orange">{say('quality.missedTag')}</Tag>}
      {standing === 'untold' && <Tag colour="grey">{say('quality.untold')}</Tag>} {targetIn(say, target)}
    </>
  )
}

/** The line for the eye, its two ends for everybody. */
function Trend({ one: { fault, byWeek, target } }: { one: FaultShare }): JSX.Element {
  const say = useSay()
  const known = byWeek.filter(point => point !== undefined)
  const [first] = known
  const last = known.at(-1)
  if (first === undefined || last === undefined) return <span>{say('quality.trendNone')}</span>
  const name = say.code('recordFault', fault)
  return (
    <>
      <Sparkline points={byWeek} target={target} />
      <Hidden>{say('quality.trendDrawn', { name, first: percentIn(say, first), last: percentIn(say, last) })}</Hidden>
    </>
  )
}
