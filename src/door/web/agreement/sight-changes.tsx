import type { JSX } from 'preact'
import type { SightChange } from '#record/sharing/preview/count-sight.ts'
import type { Preview } from '#record/sharing/preview/preview.ts'
import { useAsked } from '../asked.ts'
import { Details } from '../parts/details.tsx'
import { Table } from '../parts/table.tsx'
import { NameList, type Names, nameOf } from './name-list.tsx'

interface SightChangesProps {
  readonly heading: string
  readonly preview: Preview
  readonly names: Names
}

/** Up to how many jobs are shown at once; more are each one press away. */
const OPEN_MAX = 3

/** Who would gain and who would lose sight of what: by job, counted, and naming nobody. */
export function SightChanges({ heading, preview: { changes, day }, names }: SightChangesProps): JSX.Element {
  const { say } = useAsked()
  const jobs = [...Map.groupBy(changes, ({ organisation, role }) => `${organisation} ${role}`)]
  return (
    <>
      <h2 class="nhsuk-heading-l">{heading}</h2>
      <p>{changes.length === 0 ? say('signing.noChange') : say('signing.changesOn', { day: say.day(day) })}</p>
      {jobs.map(([job, ofJob]) => (
        <JobChanges key={job} changes={ofJob} names={names} isOpen={jobs.length <= OPEN_MAX} />
      ))}
    </>
  )
}

interface JobChangesProps {
  readonly changes: readonly SightChange[]
  readonly names: Names
  readonly isOpen: boolean
}

function JobChanges({ changes, names, isOpen }: JobChangesProps): JSX.Element | null {
  const { say } = useAsked()
  const [first] = changes
  if (first === undefined) return null
  const organisation = say.of(nameOf(names, first.organisation))
  const job = say('signing.job', { role: say.code('role', first.role), organisation })
  const people = (count: number) => (count === 0 ? say('signing.changeNone') : say('people.all', { count }))
  const opens = changes.some(({ peopleGained }) => peopleGained > 0)
  const closes = changes.some(({ peopleLost }) => peopleLost > 0)
  return (
    <Details summary={job} open={isOpen} expander>
      <Table
        caption={job}
        captionClass="nhsuk-u-visually-hidden"
        responsive
        columns={[
          { heading: say('signing.changeWhat') },
          { heading: say('signing.changeHeldBy') },
          { heading: say('signing.changeMay') },
          ...(opens ? [{ heading: say('signing.changeGained') }] : []),
          ...(closes ? [{ heading: say('signing.changeLost') }] : []),
        ]}
        rows={together(changes).map(({ change, contributors }) => ({
          cells: [
            say.code('dataClass', change.dataClass),
            { content: <NameList codes={contributors} names={names} /> },
            say.code('action', change.action),
            ...(opens ? [people(change.peopleGained)] : []),
            ...(closes ? [people(change.peopleLost)] : []),
          ],
        }))}
      />
    </Details>
  )
}

interface AlikeChanges {
  readonly change: SightChange
  readonly contributors: readonly string[]
}

/** What differs in nothing but whose it is, is one row. */
function together(changes: readonly SightChange[]): readonly AlikeChanges[] {
  const alike = Map.groupBy(changes, ({ dataClass, action, peopleGained, peopleLost }) =>
    [dataClass, action, peopleGained, peopleLost].join(' '),
  )
  return [...alike.values()].flatMap(([change, ...others]) =>
    change === undefined ? [] : [{ change, contributors: [change, ...others].map(({ contributor }) => contributor) }],
  )
}
