import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { RECORD_FAULTS, type RecordFault } from '#record/person/quality/fault.ts'
import { type FaultyRecords, listFaulty } from '#work/ledger/quality/list-faulty.ts'
import { useSay, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { Table } from '../parts/table.tsx'
import { notShown } from '../person/person-id.ts'

interface OneFault {
  readonly Params: { readonly organisation: string; readonly fault: string }
  readonly Querystring: { readonly after?: unknown }
}

/** Which of their own records have a fault, for the officer who has them put right. Each listing is in the trail. */
export function qualityListPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OneFault>(
    '/quality/:organisation/:fault',
    { for: ['integration-officer'], does: 'list' },
    async (request, reply) => {
      const { organisation } = request.params
      const fault = RECORD_FAULTS.find(one => one === request.params.fault)
      if (fault === undefined) throw notShown()
      const after = typeof request.query.after === 'string' ? request.query.after : ''
      const asked = { organisation, fault, after }
      const listed = await transaction(store, tx => listFaulty(tx, workerOf(request), asked))
      if (!listed.ok) throw notShown()
      return drawPage(request, reply, <ListPage code={organisation} fault={fault} listed={listed.value} />)
    },
  )
}

interface ListPageProps {
  readonly code: string
  readonly fault: RecordFault
  readonly listed: FaultyRecords
}

function ListPage({ code, fault, listed: { organisation, lines, next } }: ListPageProps): JSX.Element {
  const say = useSay()
  const title = say.code('recordFault', fault)
  const own = fault === 'number-shared' ? say('quality.listNumbers') : say('quality.listNumber')
  return (
    <Page title={title} back={{ href: `/quality/${code}`, text: say.of(organisation) }}>
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">{say.of(organisation)}</span> {title}
      </h1>
      <p class="nhsuk-lede-text">{say('quality.listLede')}</p>
      <p>{say.code('recordFaultFix', fault)}</p>
      <InsetText>{say('quality.listTrail')}</InsetText>
      {lines.length === 0 && <p>{say('quality.listEmpty')}</p>}
      {lines.length > 0 && (
        <Table
          caption={own}
          captionClass="nhsuk-u-visually-hidden"
          columns={[{ heading: own }]}
          rows={lines.map(localIds => ({ cells: [localIds.join(', ')] }))}
        />
      )}
      {next !== undefined && (
        <p>
          <a href={`/quality/${code}/${fault}?after=${encodeURIComponent(next)}`}>{say('quality.more')}</a>
        </p>
      )}
    </Page>
  )
}
