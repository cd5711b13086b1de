import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import type { Key, Say } from '#ground/language/say.ts'
import { PURPOSES } from '#record/sharing/vocabulary.ts'
import type { MonthOfLooks, ReasonLooks } from '#work/partnership/monthly-looks.ts'
import { openMonths } from '../agreement/open-months.ts'
import { useSay } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { figureIn, totalIn } from '../partnership/figure-words.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { Table } from '../parts/table.tsx'

/** How many months stand beside each other. */
const MONTHS_BESIDE = 6

/** How often records were opened, by purpose and by clause: open to anybody, with nobody to be recognised. */
export function agreementLooksPage(routes: Routes, { store }: WebMeans): void {
  routes.get('/agreements/looks', { for: 'anybody', does: 'nothing' }, async (request, reply) => {
    const months = await openMonths(store)
    const asked = z.object({ month: z.string() }).safeParse(request.query).data?.month
    const chosen = months.find(({ month }) => month === asked) ?? months[0]
    return drawPage(request, reply, <LooksPage months={months} chosen={chosen} />)
  })
}

interface LooksPageProps {
  readonly months: readonly MonthOfLooks[]
  readonly chosen: MonthOfLooks | undefined
}

function LooksPage({ months, chosen }: LooksPageProps): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('openLooks.title')} back={{ href: '/agreements', text: say('openLooks.back') }}>
      <h1 class="nhsuk-heading-xl">{say('openLooks.title')}</h1>
      <p class="nhsuk-lede-text">{say('openLooks.lede')}</p>
      <InsetText>{say('openLooks.small')}</InsetText>
      <p>{say('openLooks.counted')}</p>
      <ByPurpose months={months.slice(0, MONTHS_BESIDE).toReversed()} />
      {chosen !== undefined && <ByClause chosen={chosen} />}
      <nav aria-labelledby="other-months">
        <h2 class="nhsuk-heading-s" id="other-months">
          {say('openLooks.otherMonths')}
        </h2>
        <ul class="app-months">
          {months
            .filter(({ month }) => month !== chosen?.month)
            .map(({ month }) => (
              <li key={month}>
                <a href={`/agreements/looks?month=${month}`}>{say.month(month)}</a>
              </li>
            ))}
        </ul>
      </nav>
    </Page>
  )
}

function ByPurpose({ months }: { months: readonly MonthOfLooks[] }): JSX.Element {
  const say = useSay()
  const none = { told: 0, isExact: true }
  const rows = PURPOSES.map((purpose, place) => ({
    purpose,
    totals: months.map(({ purposes }) => purposes[place]?.total ?? none),
  }))
    .filter(({ totals }) => totals.some(({ told }) => told > 0))
    .map(({ purpose, totals }) => ({
      cells: [say.code('purpose', purpose), ...totals.map(total => totalIn(say, total))],
    }))
  return (
    <Table
      caption={say('openLooks.byPurpose')}
      captionId="by-purpose"
      captionSize="l"
      scroll
      firstCellIsHeader
      columns={[
        { heading: say('openLooks.purpose') },
        ...months.map(({ month }) => ({ heading: say.month(month), numeric: true })),
      ]}
      rows={[
        ...rows,
        { cells: [say('openLooks.all'), ...months.map(({ total }) => totalIn(say, total))] },
        { cells: [say('openLooks.refused'), ...months.map(({ refused }) => figureIn(say, refused))] },
      ]}
    />
  )
}

function ByClause({ chosen: { month, purposes } }: { chosen: MonthOfLooks }): JSX.Element {
  const say = useSay()
  const rows = purposes.flatMap(({ purpose, reasons }) => reasons.map(reason => ({ purpose, reason })))
  const caption = say('openLooks.byClause', { month: say.month(month) })
  if (rows.length === 0)
    return (
      <>
        <h2 class="nhsuk-heading-l">{caption}</h2>
        <p>{say('openLooks.none')}</p>
      </>
    )
  return (
    <Table
      caption={caption}
      captionSize="l"
      responsive
      columns={[
        { heading: say('openLooks.reason'), width: 'one-half' },
        { heading: say('openLooks.purpose') },
        { heading: say('openLooks.looks'), numeric: true },
      ]}
      rows={rows.map(({ purpose, reason }) => ({
        cells: [{ content: reasonIn(say, reason) }, say.code('purpose', purpose), figureIn(say, reason.looks)],
      }))}
    />
  )
}

function reasonIn(say: Say, { kind, clause }: ReasonLooks): JSX.Element {
  if (clause === undefined) return <>{say.plain(KINDS[kind])}</>
  const { agreement, hash, number } = clause
  return (
    <a href={`/agreements/${hash}#clause-${number}`}>
      {say('openLooks.clause', { number, agreement: say.of(agreement) })}
    </a>
  )
}

/** A clause of an agreement that is not held any more, which cannot be, is told as nothing more than that. */
const KINDS: Readonly<Record<ReasonLooks['kind'], Key>> = {
  clause: 'openLooks.reason',
  own: 'openLooks.kindOwn',
  wish: 'openLooks.kindWish',
  contributor: 'openLooks.kindContributor',
  representative: 'openLooks.kindRepresentative',
  emergency: 'openLooks.kindEmergency',
  nothing: 'openLooks.kindNothing',
}
