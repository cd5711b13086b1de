import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Drop } from '#work/drop/drop.ts'
import { keepDrop } from '#work/drop/keep-drop.ts'
import { DROP_KINDS, dropKindOf } from '#work/drop/kind.ts'
import { dropsOf } from '#work/drop/read-drop.ts'
import { fileSendersOf } from '#work/sender/file-senders.ts'
import { onward, useAsked, useSay, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { uploadIn } from '../files/upload.ts'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { FileUpload } from '../parts/file-upload.tsx'
import { Select } from '../parts/select.tsx'
import { Table } from '../parts/table.tsx'
import type { Problems } from '../typed.ts'

const FILES = '/files'
const DATA_OFFICERS = ['data-officer'] as const
const SHOWN_MAX = 50

interface Shown {
  readonly senders: readonly string[]
  readonly drops: readonly Drop[]
  readonly kind?: string
  readonly problems: Problems
}

/** The files that an organisation sends, for its data officers: sending one, and what became of the others. */
export function filesPages(routes: Routes, { store }: WebMeans): void {
  const draw = async (
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Pick<Shown, 'problems'> & { readonly kind?: string },
  ) => {
    const { organisationId } = workerOf(request)
    const held = await transaction(store, async tx => ({
      senders: (await fileSendersOf(tx, organisationId)).map(({ facility }) => facility),
      drops: await dropsOf(tx, organisationId, SHOWN_MAX),
    }))
    const status = Object.keys(typed.problems).length > 0 ? 422 : 200
    return drawPage(request, reply, <FilesPage {...held} {...typed} />, status)
  }

  routes.get(FILES, { for: DATA_OFFICERS, does: 'nothing' }, (request, reply) => draw(request, reply, { problems: {} }))

  routes.post(FILES, { for: DATA_OFFICERS, does: 'nothing' }, async (request, reply) => {
    const officer = workerOf(request)
    const upload = await uploadIn(request)
    const kind = dropKindOf(upload.fields.get('kind') ?? '')
    const isThere = upload.bytes.some(({ length }) => length > 0)
    const problems: Problems = {
      ...(kind === undefined && { kind: 'files.kindMissing' }),
      ...(!isThere && { file: 'files.fileMissing' }),
      ...(upload.isTooLarge && { file: 'files.fileTooLarge' }),
    }
    if (kind === undefined || Object.keys(problems).length > 0)
      return draw(request, reply, { problems, ...(kind !== undefined && { kind }) })
    const id = await transactionInTurn(store, async tx => {
      const senders = await fileSendersOf(tx, officer.organisationId)
      const sender = senders.find(({ facility }) => facility === upload.fields.get('sender')) ?? senders[0]
      if (sender === undefined) return undefined
      const { fileName } = upload
      const by = { way: 'page', accountId: officer.accountId, broughtBy: officer.name } as const
      return keepDrop(tx, { senderId: sender.id, kind, fileName, ...by }, upload.bytes)
    })
    return id === undefined ? draw(request, reply, { problems: {} }) : onward(reply, `${FILES}/${id}`)
  })
}

function FilesPage({ senders, drops, kind, problems }: Shown): JSX.Element {
  const say = useSay()
  const title = say('files.title')
  const said = Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, say.plain(key)]))
  return (
    <Page title={title} problems={listedProblems(say, problems)}>
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say('files.lede')}</p>
      <h2 class="nhsuk-heading-l">{say('files.send')}</h2>
      {senders.length === 0 ? <p>{say('files.noSender')}</p> : <SendForm senders={senders} kind={kind} said={said} />}
      <h2 class="nhsuk-heading-l">{say('files.sent')}</h2>
      {drops.length === 0 ? <p>{say('files.none')}</p> : <SentTable drops={drops} />}
    </Page>
  )
}

interface SendFormProps {
  readonly senders: readonly string[]
  readonly kind: string | undefined
  readonly said: Readonly<Record<string, string>>
}

function SendForm({ senders, kind, said }: SendFormProps): JSX.Element {
  const say = useSay()
  const kinds = DROP_KINDS.map(value => ({ value, label: say.code('dropKind', value) }))
  return (
    <form method="post" action={FILES} encType="multipart/form-data" noValidate>
      {senders.length > 1 && (
        <Select
          name="sender"
          label={say('files.as')}
          labelSize="s"
          options={senders.map(value => ({ value, label: value }))}
        />
      )}
      <Select
        name="kind"
        label={say('files.kind')}
        labelSize="s"
        value={kind}
        error={said.kind}
        options={[{ value: '', label: '' }, ...kinds]}
      />
      <FileUpload
        name="file"
        label={say('files.file')}
        labelSize="s"
        hint={say('files.fileHint')}
        error={said.file}
        accept=".csv,text/csv,text/plain"
      />
      <Button preventDoubleClick>{say('files.sendButton')}</Button>
    </form>
  )
}

function SentTable({ drops }: { drops: readonly Drop[] }): JSX.Element {
  const { say } = useAsked()
  return (
    <Table
      caption={say('files.sent')}
      captionClass="nhsuk-u-visually-hidden"
      responsive
      columns={[
        { heading: say('files.name') },
        { heading: say('files.kind') },
        { heading: say('files.when') },
        { heading: say('files.state') },
      ]}
      rows={drops.map(drop => ({
        cells: [
          { content: <a href={`${FILES}/${drop.id}`}>{drop.fileName}</a> },
          say.code('dropKind', drop.kind),
          `${say.moment(drop.receivedAt)}, ${drop.broughtBy}`,
          say(stateOf(drop)),
        ],
      }))}
    />
  )
}

function stateOf({ startedAt, endedAt, fault }: Drop) {
  if (fault !== undefined) return 'files.stateRefused'
  if (endedAt !== undefined) return 'files.stateTaken'
  return startedAt === undefined ? 'files.statePreview' : 'files.stateTaking'
}
