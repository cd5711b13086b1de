import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Doing } from '#record/sharing/doing.ts'
import { columnsOf, plain } from '#work/drop/columns.ts'
import type { Drop } from '#work/drop/drop.ts'
import { dropFaultInWords } from '#work/drop/fault-words.ts'
import { startDrop } from '#work/drop/keep-drop.ts'
import { openDrop } from '#work/drop/open-drop.ts'
import { previewDrop } from '#work/drop/preview.ts'
import { resultOf, waitingRows } from '#work/drop/result.ts'
import { findSender } from '#work/sender/sender.ts'
import { writeFileMap } from '#work/sender/write-file-map.ts'
import { onward, useAsked, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { saidColumns } from '../files/column-form.tsx'
import { PreviewPart } from '../files/preview-part.tsx'
import { putRightFile } from '../files/put-right.ts'
import { ResultPart } from '../files/result-part.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { WarningCallout } from '../parts/warning-callout.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { typedIn } from '../typed.ts'

const FILE = '/files/:drop'
const DATA_OFFICERS = ['data-officer'] as const
/** How soon a page of a file that is being taken in looks again, seconds. */
const LOOK_AGAIN_S = 2

interface OneFile {
  readonly Params: { readonly drop: string }
}

/** One file: what would come of it, then how far it is, then what came of it and what is to be put right. */
export function filePages(routes: Routes, { store }: WebMeans): void {
  routes.get<OneFile>(FILE, { for: DATA_OFFICERS, does: 'look' }, async (request, reply) => {
    const opened = await open(store, request, 'look')
    const { drop } = opened
    if (drop.startedAt === undefined) return drawPreview(store, request, reply, opened)
    if (drop.endedAt === undefined) reply.header('refresh', String(LOOK_AGAIN_S))
    return drawPage(request, reply, <TakenPage {...opened} />)
  })

  fileActs(routes, store)
}

/** What is done with a file: its columns are said otherwise, it is taken in, and what is to be put right is taken away. */
function fileActs(routes: Routes, store: Store): void {
  routes.post<OneFile>(`${FILE}/columns`, { for: DATA_OFFICERS, does: 'look' }, async (request, reply) => {
    const opened = await open(store, request, 'look')
    const { drop, map } = opened
    const preview = await previewDrop(store, drop, map)
    if (preview.ok) {
      const heading = preview.value.columns.map(column => column.heading)
      const unsaid = columnsOf(heading, drop.kind, map)
      const changed = saidColumns(typedIn(request.body), unsaid, drop.kind)
      if (changed.length > 0) {
        const said = Object.fromEntries(changed.map(({ heading, field }) => [plain(heading), field]))
        await transactionInTurn(store, tx =>
          writeFileMap(tx, workerOf(request), drop.senderId, drop.kind, held => ({
            ...held,
            columns: { ...held.columns, ...said },
          })),
        )
      }
    }
    return onward(reply, `/files/${drop.id}`)
  })

  routes.post<OneFile>(`${FILE}/take`, { for: DATA_OFFICERS, does: 'look' }, async (request, reply) => {
    const opened = await open(store, request, 'look')
    const { accountId, name } = workerOf(request)
    const endsGone = opened.map?.isFull === true && typedIn(request.body)['ends-gone'] === 'yes'
    await transaction(store, tx => startDrop(tx, opened.drop.id, { accountId, name, endsGone }))
    return onward(reply, `/files/${opened.drop.id}`)
  })

  routes.get<OneFile>(`${FILE}/put-right.csv`, { for: DATA_OFFICERS, does: 'export' }, async (request, reply) => {
    const opened = await open(store, request, 'export')
    const { drop, map, waiting } = opened
    const text = putRightFile(request.asked.say, { kind: drop.kind, map, waiting, now: request.asked.now })
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${drop.kind}.csv"`)
      .send(text)
  })
}

/** A file that this officer may open, with what is needed to tell of it. */
async function open(store: Store, request: FastifyRequest<OneFile>, doing: Doing) {
  const id = idFrom(request.params.drop)
  const opened = await transaction(store, async tx => {
    const drop = await openDrop(tx, workerOf(request), id, doing)
    if (!drop.ok) return undefined
    const sender = await findSender(tx, drop.value.application, drop.value.facility)
    const result = await resultOf(tx, id)
    const waiting = result.waiting > 0 ? await waitingRows(tx, id) : []
    return { drop: drop.value, map: sender?.files[drop.value.kind], result, waiting }
  })
  if (opened === undefined) throw notShown()
  return opened
}

async function drawPreview(store: Store, request: FastifyRequest, reply: FastifyReply, { drop, map }: Opened) {
  const preview = await previewDrop(store, drop, map)
  const { say } = request.asked
  const page = preview.ok ? (
    <PreviewPart drop={drop} preview={preview.value} isFull={map?.isFull === true} />
  ) : (
    <WarningCallout>{dropFaultInWords(say, drop.fileName, preview.problem)}</WarningCallout>
  )
  return drawPage(request, reply, <FilePage drop={drop}>{page}</FilePage>)
}

type Opened = Awaited<ReturnType<typeof open>>

function TakenPage({ drop, map, result, waiting }: Opened): JSX.Element {
  const { say } = useAsked()
  return (
    <FilePage drop={drop}>
      {drop.endedAt === undefined && <InsetText>{say('files.taking', { count: result.taken })}</InsetText>}
      {drop.fault !== undefined && (
        <>
          <WarningCallout>{dropFaultInWords(say, drop.fileName, drop.fault)}</WarningCallout>
          <p>{say('files.refusedLede')}</p>
        </>
      )}
      {drop.fault === undefined && <ResultPart drop={drop} map={map} result={result} waiting={waiting} />}
    </FilePage>
  )
}

function FilePage({ drop, children }: { drop: Drop; children: JSX.Element | (JSX.Element | false)[] }): JSX.Element {
  const { say } = useAsked()
  const way = say(drop.way === 'page' ? 'files.wayPage' : 'files.wayFolder')
  return (
    <Page title={drop.fileName} back={{ href: '/files', text: say('files.back') }}>
      <h1 class="nhsuk-heading-xl">
        <span class="nhsuk-caption-xl">{say.code('dropKind', drop.kind)}</span> {drop.fileName}
      </h1>
      <p>
        {say.moment(drop.receivedAt)}, {drop.broughtBy}, {way}
      </p>
      {children}
      <p class="nhsuk-hint">{say('files.inTrail')}</p>
    </Page>
  )
}
