import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { type DriftTold, readDrift } from '#record/person/estimate/read-drift.ts'
import { type Estimates, readEstimates } from '#record/person/estimate/read-estimates.ts'
import { type ReviewsWaiting, readReviewsWaiting } from '#record/person/review/read-waiting.ts'
import { useAsked, useSay, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { Calibration } from '../matching/calibration.tsx'
import { DriftSection } from '../matching/drift-section.tsx'
import { Interval, Whisker } from '../matching/interval.tsx'
import { digitsIn, shareIn } from '../matching/numbers.ts'
import { PartsTables } from '../matching/parts-tables.tsx'
import type { WebMeans } from '../means.ts'
import { longestIn } from '../partnership/figure-words.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { modelName } from './matching-models.tsx'

/** How well records are matched, as far as anybody can know, for those who answer for it. No person is in it. */
export function matchingPage(routes: Routes, { store }: WebMeans): void {
  const readers = ['integration-officer', 'records-officer', 'board-member'] as const
  routes.get('/matching', { for: readers, does: 'nothing' }, async (request, reply) => {
    const { organisationId, role } = workerOf(request)
    const read = await transaction(store, async tx => ({
      estimates: await readEstimates(tx),
      drift: await readDrift(tx),
      // The board has no team that answers, and so nothing that waits with it.
      waiting: role === 'board-member' ? undefined : await readReviewsWaiting(tx, organisationId),
    }))
    return drawPage(request, reply, <MatchingPage {...read} />)
  })
}

interface MatchingPageProps {
  readonly estimates: Estimates
  readonly drift: readonly DriftTold[]
  readonly waiting: ReviewsWaiting | undefined
}

function MatchingPage({ estimates, drift, waiting }: MatchingPageProps): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('accuracy.title')}>
      <h1 class="nhsuk-heading-xl">{say('accuracy.title')}</h1>
      <p class="nhsuk-lede-text">{say('accuracy.lede')}</p>
      <p>{say('accuracy.byModel', { name: modelName(say, estimates.modelNumber) })}</p>
      <ActionLink href="/matching/models">{say('accuracy.toModels')}</ActionLink>
      <HiddenNumber estimates={estimates} />
      <PartsTables parts={estimates.parts} />
      <Calibration bins={estimates.calibration} />
      <Audit audit={estimates.audit} />
      <DriftSection all={drift} isShipped={estimates.modelNumber === 0} />
      {waiting !== undefined && <Waiting waiting={waiting} />}
    </Page>
  )
}

function HiddenNumber({ estimates: { all, nights, drawn, crowded } }: { estimates: Estimates }): JSX.Element {
  const say = useSay()
  const rows = (['recall', 'found', 'compared', 'precision'] as const).map(measure => ({
    key: say.code('accuracy', measure),
    value: (
      <>
        <Interval told={all[measure]} /> <Whisker told={all[measure]} from={0.5} />
      </>
    ),
  }))
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('accuracy.hidden')}</h2>
      <p>{say('accuracy.hiddenHow')}</p>
      <SummaryList
        rows={[
          ...rows,
          { key: say('accuracy.nights'), value: digitsIn(say, nights) },
          { key: say('accuracy.drawn'), value: digitsIn(say, drawn) },
          { key: say('accuracy.crowded'), value: drawn === 0 ? '–' : shareIn(say, crowded / drawn) },
        ]}
      />
    </>
  )
}

function Audit({ audit: { asked, answered, precision } }: { audit: Estimates['audit'] }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('accuracy.audit')}</h2>
      <p>{say('accuracy.auditHow')}</p>
      <SummaryList
        rows={[
          { key: say('accuracy.auditAsked'), value: digitsIn(say, asked) },
          { key: say('accuracy.auditAnswered'), value: digitsIn(say, answered) },
          {
            key: say('accuracy.auditRight'),
            value: (
              <>
                <Interval told={precision} /> <Whisker told={precision} from={0.5} />
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function Waiting({ waiting: { records, late, oldest, decidedInWeek } }: { waiting: ReviewsWaiting }): JSX.Element {
  const { say, now } = useAsked()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('accuracy.waiting')}</h2>
      <SummaryList
        rows={[
          { key: say('accuracy.waitingRecords'), value: digitsIn(say, records) },
          { key: say('accuracy.waitingLate'), value: digitsIn(say, late) },
          { key: say('accuracy.waitingOldest'), value: longestIn(say, oldest, now) },
          { key: say('accuracy.waitingDecided'), value: digitsIn(say, decidedInWeek) },
        ]}
      />
    </>
  )
}
