import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { readSeal, type Seal } from '#record/sharing/trail/proof/read-seal.ts'
import { useSay } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Details } from '../parts/details.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'
import { WarningCallout } from '../parts/warning-callout.tsx'

/** Whether what was written of looks can still be relied on, in plain words, open to anybody: nobody is named in a seal. */
export function sealPage(routes: Routes, { store }: WebMeans): void {
  routes.get('/seal', { for: 'anybody', does: 'nothing' }, async (request, reply) => {
    const seal = await transaction(store, readSeal)
    return drawPage(request, reply, <SealPage seal={seal} />)
  })
}

function SealPage({ seal }: { seal: Seal | undefined }): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('seal.title')}>
      <h1 class="nhsuk-heading-xl">{say('seal.title')}</h1>
      <p class="nhsuk-lede-text">{say('seal.lede')}</p>
      {seal === undefined ? <InsetText>{say('seal.none')}</InsetText> : <Sealed seal={seal} />}
    </Page>
  )
}

function Sealed({ seal }: { seal: Seal }): JSX.Element {
  const say = useSay()
  const { head, isLate, waiting, witnesses } = seal
  return (
    <>
      {isLate && <WarningCallout heading={say('seal.late')}>{<p>{say('seal.lateMeans')}</p>}</WarningCallout>}
      <h2 class="nhsuk-heading-l">{say('seal.newest')}</h2>
      <SummaryList
        rows={[
          { key: say('seal.sealedAt'), value: say.moment(head.signedAt) },
          { key: say('seal.under'), value: say('seal.entries', { count: head.size }) },
          {
            key: say('seal.waiting'),
            value: waiting === 0 ? say('seal.waitingNone') : say('seal.entries', { count: waiting }),
          },
        ]}
      />
      <h2 class="nhsuk-heading-l">{say('seal.how')}</h2>
      <p>{say('seal.howChained')}</p>
      <p>{say('seal.howWitnessed')}</p>
      {witnesses.length === 0 ? <InsetText>{say('seal.witnessNone')}</InsetText> : <Witnesses seal={seal} />}
      <Details summary={say('seal.check')}>
        <p>{say('seal.checkHow')}</p>
        <SummaryList
          rows={[
            { key: say('seal.number'), value: String(head.number) },
            { key: say('seal.root'), value: <code class="app-fingerprint">{head.root.toString('hex')}</code> },
            { key: say('seal.key'), value: <code class="app-fingerprint">{head.keyId}</code> },
          ]}
          border="not-last"
        />
      </Details>
    </>
  )
}

function Witnesses({ seal: { head, witnesses } }: { seal: Seal }): JSX.Element {
  const say = useSay()
  return (
    <Table
      caption={say('seal.witnesses')}
      captionSize="m"
      responsive
      firstCellIsHeader
      columns={[
        { heading: say('seal.witness') },
        { heading: say('seal.witnessedAt') },
        { heading: say('seal.witnessedUnder') },
      ]}
      rows={witnesses.map(({ id, organisation, seen }) => ({
        id,
        cells: [
          say.of(organisation),
          seen === undefined
            ? { content: <Tag colour="grey">{say('seal.witnessedNever')}</Tag> }
            : say.moment(seen.seenAt),
          seen === undefined
            ? say('seal.witnessedNothing')
            : seen.headNumber === head.number
              ? say('seal.witnessedNewest')
              : say('seal.entries', { count: seen.size }),
        ],
      }))}
    />
  )
}
