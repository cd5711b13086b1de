import type { JSX } from 'preact'
import type { Exposure } from '#work/identity/exposure.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'

/** What joining two records would open, and to how many of whom. */
export function ExposureList({ exposure }: { exposure: readonly Exposure[] }): JSX.Element {
  const say = useSay()
  if (exposure.length === 0) return <p>{say('identity.opensNothing')}</p>
  return (
    <Table
      caption={say('identity.opens')}
      captionSize="s"
      responsive
      columns={[
        { heading: say('identity.organisation') },
        { heading: say('identity.wouldSee') },
        { heading: say('identity.howMany') },
      ]}
      rows={exposure.map(({ organisation, dataClass, workers }) => ({
        cells: [say.of(organisation), say.code('dataClass', dataClass), say('identity.workers', { count: workers })],
      }))}
    />
  )
}
