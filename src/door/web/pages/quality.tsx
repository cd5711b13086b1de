import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import type { Say } from '#ground/language/say.ts'
import { isIntegrationOfficer } from '#work/ledger/ledger.ts'
import { missedBy, type OrganisationQuality } from '#work/ledger/quality/quality.ts'
import { readQuality } from '#work/ledger/quality/read-quality.ts'
import { useSay, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Details } from '../parts/details.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { notShown } from '../person/person-id.ts'
import { FaultsTable } from '../quality/faults-table.tsx'
import { countIn, shareIn } from '../quality/share-words.ts'
import { Sparkline } from '../quality/sparkline.tsx'
import { WeeksTable } from '../quality/weeks-table.tsx'

const READERS = ['integration-officer', 'board-member'] as const

/** How good what each organisation sends is, for the officers who can have it put right and for the region's board. */
export function qualityPages(routes: Routes, { store }: WebMeans): void {
  routes.get('/quality', { for: READERS, does: 'nothing' }, async (request, reply) => {
    const all = await transaction(store, tx => readQuality(tx, workerOf(request)))
    return drawPage(request, reply, <QualityPage all={all} />)
  })

  routes.get<{ Params: { organisation: string } }>(
    '/quality/:organisation',
    { for: READERS, does: 'nothing' },
    async (request, reply) => {
      const reader = workerOf(request)
      const all = await transaction(store, tx => readQuality(tx, reader))
      const one = all.find(({ organisation }) => organisation.code === request.params.organisation)
      if (one === undefined) throw notShown()
      const mayList = one.isOwn && isIntegrationOfficer(reader)
      return drawPage(request, reply, <OrganisationPage quality={one} mayList={mayList} />)
    },
  )
}

function QualityPage({ all }: { all: readonly OrganisationQuality[] }): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('quality.title')}>
      <h1 class="nhsuk-heading-xl">{say('quality.title')}</h1>
      <p class="nhsuk-lede-text">{say('quality.lede')}</p>
      <InsetText>{say('quality.smallNumbers')}</InsetText>
      {all.length === 0 ? <p>{say('quality.none')}</p> : <OrganisationsTable all={all} />}
      <p class="nhsuk-hint">{say('quality.soundMeans')}</p>
    </Page>
  )
}

function OrganisationsTable({ all }: { all: readonly OrganisationQuality[] }): JSX.Element {
  const say = useSay()
  return (
    <Table
      caption={say('quality.organisations')}
      captionSize="l"
      responsive
      firstCellIsHeader
      columns={[
        { heading: say('quality.organisation'), width: 'one-third' },
        { heading: say('quality.records'), numeric: true },
        { heading: say('quality.sound'), numeric: true },
        { heading: say('quality.missed'), numeric: true },
        { heading: say('quality.trend') },
      ]}
      rows={all.map(one => ({
        cells: [
          { content: <NamedOrganisation one={one} /> },
          countIn(say, one.records),
          shareIn(say, one.sound),
          missedIn(say, missedBy(one)),
          { content: <SoundTrend one={one} /> },
        ],
      }))}
    />
  )
}

function missedIn(say: Say, count: number | undefined): string {
  if (count === undefined) return say('quality.tooFew')
  return count === 0 ? say('quality.noneMissed') : countIn(say, count)
}

function NamedOrganisation({ one: { organisation, isOwn } }: { one: OrganisationQuality }): JSX.Element {
  const say = useSay()
  return (
    <>
      <a href={`/quality/${organisation.code}`}>{say.of(organisation.name)}</a>{' '}
      {isOwn && <Tag colour="blue">{say('quality.own')}</Tag>}
    </>
  )
}

function SoundTrend({ one: { soundByWeek } }: { one: OrganisationQuality }): JSX.Element {
  const say = useSay()
  const known = soundByWeek.filter(point => point !== undefined)
  return known.length === 0 ? <span>{say('quality.trendNone')}</span> : <Sparkline points={soundByWeek} isWhole />
}

function OrganisationPage({ quality, mayList }: { quality: OrganisationQuality; mayList: boolean }): JSX.Element {
  const say = useSay()
  const title = say.of(quality.organisation.name)
  return (
    <Page title={title} back={{ href: '/quality', text: say('quality.back') }}>
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">{say('quality.title')}</span> {title}
      </h1>
      <SummaryList
        rows={[
          { key: say('quality.records'), value: countIn(say, quality.records) },
          { key: say('quality.sound'), value: <SoundShare quality={quality} /> },
          { key: say('quality.undecided'), value: countIn(say, quality.undecided.records) },
          { key: say('quality.cameLastWeek'), value: countIn(say, quality.arrivedByWeek.at(-1) ?? 0) },
          { key: say('quality.changedLastWeek'), value: countIn(say, quality.changedByWeek.at(-1) ?? 0) },
        ]}
      />
      {!quality.isOwn && <InsetText>{say('quality.smallNumbers')}</InsetText>}
      <FaultsTable quality={quality} mayList={mayList} />
      <Details summary={say('quality.came')}>
        <WeeksTable quality={quality} />
      </Details>
      <p class="nhsuk-hint">{say('quality.countedAt', { moment: say.moment(quality.countedAt) })}</p>
    </Page>
  )
}

function SoundShare({ quality: { sound, soundByWeek } }: { quality: OrganisationQuality }): JSX.Element {
  const say = useSay()
  return (
    <>
      {shareIn(say, sound)}
      <Sparkline points={soundByWeek} isWhole />
      <p class="nhsuk-hint">{say('quality.soundMeans')}</p>
    </>
  )
}
