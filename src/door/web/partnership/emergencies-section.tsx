import type { JSX } from 'preact'
import type { BodysEmergencies } from '#work/partnership/emergencies-opened.ts'
import { useSay } from '../asked.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { figureIn } from './figure-words.ts'

/** How often records were opened in an emergency, beside the limit at which an agreement must change. */
export function EmergenciesSection({ emergencies }: { emergencies: readonly BodysEmergencies[] }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('emergencyCeiling.section')}</h2>
      <p>{say('emergencyCeiling.sectionWhat')}</p>
      <Table
        caption={say('emergencyCeiling.section')}
        captionClass="nhsuk-u-visually-hidden"
        responsive
        firstCellIsHeader
        columns={[
          { heading: say('emergencyCeiling.organisation') },
          { heading: say('emergencyCeiling.opened'), numeric: true },
          { heading: say('emergencyCeiling.limit'), numeric: true },
          { heading: say('emergencyCeiling.overdueReviews'), numeric: true },
        ]}
        rows={emergencies.map(({ body, opened, ceiling, hasPassed, overdueReviews }) => ({
          cells: [
            say.of(body),
            {
              content: (
                <>
                  {hasPassed && <Tag colour="orange">{say('emergencyCeiling.over')}</Tag>} {figureIn(say, opened)}
                </>
              ),
            },
            String(ceiling),
            figureIn(say, overdueReviews),
          ],
        }))}
      />
      <ActionLink href="/emergency/ceiling">{say('emergencyCeiling.toTasks')}</ActionLink>
    </>
  )
}
