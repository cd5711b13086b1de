import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { type Report, reportsOf } from '#record/chart/clinical/results.ts'
import { look } from '#record/sharing/look.ts'
import { useSay, visitorOf } from '../asked.ts'
import { ReportTable } from '../clinical/report-table.tsx'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'

/** How many reports are shown at most, the latest. */
const REPORTS_MAX = 100

/** Somebody's test results, the latest first, as far as they are open. */
export function resultsPage(routes: Routes, { store }: WebMeans): void {
  routes.get<{ Params: { person: string } }>(
    '/people/:person/results',
    { for: 'visitors', does: 'look' },
    async (request, reply) => {
      const personId = idFrom(request.params.person)
      const { actor } = visitorOf(request)
      const shown = await transaction(store, tx =>
        look(tx, actor, personId, { doing: 'look', place: 'results' }, async access => ({
          banner: await pageBanner(tx, access),
          reports: await reportsOf(tx, access, REPORTS_MAX),
        })),
      )
      if (!shown.ok) throw notShown()
      return drawPage(request, reply, <ResultsPage {...shown.value} />)
    },
  )
}

function ResultsPage({ banner, reports }: { banner: PageBanner; reports: readonly Report[] }): JSX.Element {
  const say = useSay()
  return (
    <Page
      title={say('clinical.results')}
      back={{ href: `/people/${banner.personId}`, text: say('person.title') }}
      banner={<PersonBanner banner={banner} />}
    >
      <h1 class="nhsuk-heading-xl">{say('clinical.results')}</h1>
      {reports.length === 0 && <p>{say('clinical.noResults')}</p>}
      {reports.map(report => (
        <ReportTable key={report.id} report={report} />
      ))}
    </Page>
  )
}
