import type { JSX } from 'preact'
import type { Emergency } from '#record/sharing/emergency/emergency.ts'
import type { EmergencyToReview } from '#record/sharing/emergency/officer-emergencies.ts'
import { useSay } from '../asked.ts'
import { SummaryList } from '../parts/summary-list.tsx'
import { Table } from '../parts/table.tsx'
import { ClassList } from './class-list.tsx'
import { LooksAt } from './looks-at.tsx'
import { untilIn } from './until.ts'

/** What a reviewer goes by: who, why, what was opened and really looked at, and what was missing for it. */
export function ReviewFacts({ shown }: { shown: EmergencyToReview }): JSX.Element {
  const say = useSay()
  const { emergency, byWorkerThisMonth } = shown
  const { sensitiveWords } = emergency
  return (
    <>
      <SummaryList
        rows={[
          {
            key: say('emergencyReview.worker'),
            value: `${emergency.actorName}, ${say.code('role', emergency.role)}, ${say.of(emergency.organisation)}`,
          },
          { key: say('emergencyReview.when'), value: say('emergencyReview.fromUntil', untilIn(say, emergency)) },
          { key: say('emergencyReview.reason'), value: say.code('emergency', `category-${emergency.category}`) },
          { key: say('emergencyReview.theirWords'), value: emergency.words },
          ...(sensitiveWords === undefined
            ? []
            : [{ key: say('emergencyReview.sensitiveWords'), value: sensitiveWords }]),
          { key: say('emergencyReview.opened'), value: <ClassList classes={emergency.classes} /> },
          {
            key: say('emergencyReview.lookedAt'),
            value: <LooksAt looks={emergency.looks} none={say('emergencyReview.nothingLookedAt')} />,
          },
          { key: say('emergencyReview.byWorker'), value: String(byWorkerThisMonth) },
        ]}
      />
      {emergency.lacks.length > 0 && <Lacks lacks={emergency.lacks} />}
    </>
  )
}

/** Kinds of information that were closed for the same reasons stand together. */
function Lacks({ lacks }: { lacks: Emergency['lacks'] }): JSX.Element {
  const say = useSay()
  const alike = Map.groupBy(lacks, ({ failed, relationships }) => JSON.stringify([failed, relationships]))
  return (
    <>
      <h2 class="nhsuk-heading-m">{say('emergencyReview.lacking')}</h2>
      <p>{say('emergencyReview.lackingWhat')}</p>
      <Table
        caption={say('emergencyReview.lacking')}
        captionClass="nhsuk-u-visually-hidden"
        responsive
        firstCellIsHeader
        columns={[{ heading: say('emergencyReview.kind') }, { heading: say('emergencyReview.why') }]}
        rows={[...alike.values()].map(same => ({
          cells: [
            { content: <ClassList classes={same.map(({ dataClass }) => dataClass)} /> },
            {
              content: (
                <>
                  {same[0]!.failed.map(failure => (
                    <p key={failure}>{say.code('lack', failure)}</p>
                  ))}
                  {same[0]!.relationships.length > 0 && (
                    <p>
                      {say('emergencyReview.tiesThatWouldDo', {
                        ties: same[0]!.relationships.map(kind => say.code('relationship', kind)).join(', '),
                      })}
                    </p>
                  )}
                </>
              ),
            },
          ],
        }))}
      />
    </>
  )
}
