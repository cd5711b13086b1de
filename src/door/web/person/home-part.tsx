import type { JSX } from 'preact'
import type { Home } from '#record/chart/home.ts'
import { useSay } from '../asked.ts'
import { Details } from '../parts/details.tsx'
import { SummaryList } from '../parts/summary-list.tsx'

/** The property somebody lives in, and who else the record knows to live there, of those the reader may be shown. */
export function HomePart({ home }: { home: Home }): JSX.Element {
  const say = useSay()
  const { uprn, institution, livesWith } = home
  const names = livesWith.map(({ personId, name }) => (
    <p key={personId} class="app-lines">
      <a href={`/people/${personId}`}>{name}</a>
    </p>
  ))
  const rows = [
    ...(uprn === undefined ? [] : [{ key: say('home.uprn'), value: uprn }]),
    institution === undefined
      ? { key: say('home.livesWith'), value: names.length > 0 ? names : say('home.nobodyShown') }
      : { key: say('home.kind'), value: say.code('institution', institution) },
  ]
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('home.title')}</h2>
      <SummaryList rows={rows} />
      {names.length > 0 && <Details summary={say('home.whatThisSays')}>{say('home.explained')}</Details>}
    </>
  )
}
