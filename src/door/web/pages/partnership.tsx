import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { organisationNamesByCode } from '#record/organisation/organisation-names.ts'
import { type PublishedAgreement, publishedAgreements } from '#record/sharing/agreement/agreements.ts'
import { type OfferMet, offersUnmet } from '#work/active-offer/unmet.ts'
import { type AdmissionsTold, admissionsTold } from '#work/partnership/admissions-told.ts'
import { type BodysEmergencies, emergenciesOpened } from '#work/partnership/emergencies-opened.ts'
import { type LooksByPurpose, looksByPurpose } from '#work/partnership/looks-by-purpose.ts'
import { messagesReceived, type SenderFigures } from '#work/partnership/messages-received.ts'
import type { Names } from '../agreement/name-list.tsx'
import { useAsked, useSay } from '../asked.ts'
import { BarChart } from '../bar-chart.tsx'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { AgreementsSection } from '../partnership/agreements-section.tsx'
import { EmergenciesSection } from '../partnership/emergencies-section.tsx'
import { figureIn, longestIn, secondsIn, totalIn } from '../partnership/figure-words.ts'
import { OfferSection } from '../partnership/offer-section.tsx'
import { ActionLink } from '../parts/action-link.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { Table } from '../parts/table.tsx'

/** How the region's sharing works, for the members of its board: figures alone, and nobody's record. */
export function partnershipPage(routes: Routes, { store }: WebMeans): void {
  routes.get('/partnership', { for: ['board-member'], does: 'nothing' }, async (request, reply) => {
    const figures = await transaction(store, readFigures)
    return drawPage(request, reply, <PartnershipPage {...figures} />)
  })
}

interface Figures {
  readonly emergencies: readonly BodysEmergencies[]
  readonly agreements: readonly PublishedAgreement[]
  readonly names: Names
  readonly senders: readonly SenderFigures[]
  readonly told: AdmissionsTold
  readonly looks: LooksByPurpose
  readonly offers: readonly OfferMet[]
}

async function readFigures(tx: Tx): Promise<Figures> {
  return {
    emergencies: await emergenciesOpened(tx),
    agreements: await publishedAgreements(tx),
    names: await organisationNamesByCode(tx),
    senders: await messagesReceived(tx),
    told: await admissionsTold(tx),
    looks: await looksByPurpose(tx),
    offers: await offersUnmet(tx),
  }
}

function PartnershipPage({ emergencies, agreements, names, senders, told, looks, offers }: Figures): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('partnership.title')}>
      <h1 class="nhsuk-heading-xl">{say('partnership.title')}</h1>
      <p class="nhsuk-lede-text">{say('partnership.lede')}</p>
      <InsetText>{say('partnership.smallNumbers')}</InsetText>
      <AgreementsSection agreements={agreements} names={names} />
      <EmergenciesSection emergencies={emergencies} />
      <MessagesSection senders={senders} />
      <ToldSection told={told} />
      <OfferSection offers={offers} />
      <LooksSection looks={looks} />
      <ActionLink href="/partnership/asked-again">{say('askedAgain.toFigures')}</ActionLink>
    </Page>
  )
}

function MessagesSection({ senders }: { senders: readonly SenderFigures[] }): JSX.Element {
  const { say, now } = useAsked()
  return (
    <Table
      caption={say('partnership.messages')}
      captionSize="l"
      responsive
      firstCellIsHeader
      columns={[
        { heading: say('messages.sender') },
        { heading: say('partnership.today'), numeric: true },
        { heading: say('partnership.week'), numeric: true },
        { heading: say('partnership.waiting'), numeric: true },
        { heading: say('partnership.longest'), numeric: true },
      ]}
      rows={senders.map(({ sender, today, week, waiting, longestSince }) => ({
        cells: [
          sender === undefined ? say('messages.unknownSenders') : say('messages.knownSender', sender),
          figureIn(say, today),
          figureIn(say, week),
          figureIn(say, waiting),
          longestIn(say, longestSince, now),
        ],
      }))}
    />
  )
}

function ToldSection({ told }: { told: AdmissionsTold }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('partnership.told')}</h2>
      <p>{say('partnership.toldPeriod')}</p>
      <SummaryList
        rows={[
          { key: say('partnership.admissions'), value: totalIn(say, told.admissions) },
          { key: say('partnership.toldAtOnce'), value: figureIn(say, told.told) },
          { key: say('partnership.median'), value: secondsIn(say, told.medianSeconds) },
          { key: say('partnership.slowest'), value: secondsIn(say, told.slowestSeconds) },
        ]}
      />
    </>
  )
}

function LooksSection({ looks }: { looks: LooksByPurpose }): JSX.Element {
  const say = useSay()
  const month = say.month(looks.month)
  const rows = looks.byPurpose.map(({ purpose, looks }) => ({
    name: say.code('purpose', purpose),
    amount: totalIn(say, looks),
    // As long as what is told: what it is besides must not be read off the drawing.
    length: looks.told,
    isOutline: !looks.isExact,
  }))
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('partnership.looks')}</h2>
      <p>{say('partnership.looksPeriod', { month })}</p>
      <BarChart
        id="looks"
        title={say('partnership.looksDrawn', { month })}
        description={say('partnership.looksDrawnHow')}
        bars={rows}
      />
      <Table
        caption={say('partnership.looksDrawn', { month })}
        captionSize="m"
        firstCellIsHeader
        columns={[{ heading: say('partnership.purpose') }, { heading: say('partnership.opened'), numeric: true }]}
        rows={rows.map(({ name, amount }) => ({ cells: [name, amount] }))}
      />
      <SummaryList
        rows={[
          {
            key: say('partnership.refusedLooks'),
            value: (
              <>
                {figureIn(say, looks.refused)}
                <p class="nhsuk-hint">{say('partnership.refusedLooksMean')}</p>
              </>
            ),
          },
        ]}
      />
    </>
  )
}
