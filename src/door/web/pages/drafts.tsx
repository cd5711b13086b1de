import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import type { Key, Say } from '#ground/language/say.ts'
import type { PublishedAgreement } from '#record/sharing/agreement/agreements.ts'
import { DRAFTERS, type DraftContent, EMPTY_DRAFT } from '#record/sharing/agreement/draft/draft.ts'
import { type Draft, readDrafts } from '#record/sharing/agreement/draft/read-draft.ts'
import { startDraft } from '#record/sharing/agreement/draft/write-draft.ts'
import { findAgreement, readRegister } from '../agreement/read-agreement.ts'
import { onward, useAsked, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Select } from '../parts/select.tsx'
import { Tag } from '../parts/tag.tsx'
import { notShown } from '../person/person-id.ts'
import { typedIn } from '../typed.ts'

const DRAFTS = '/agreements/drafts'
const EMPTY = 'empty'

/** The drafts of agreements that concern an organisation, and beginning one, empty or from a copy. */
export function draftsPages(routes: Routes, { store }: WebMeans): void {
  routes.get(DRAFTS, { for: DRAFTERS, does: 'nothing' }, (request, reply) => drawDrafts(request, reply, store))

  routes.post(DRAFTS, { for: DRAFTERS, does: 'nothing' }, async (request, reply) => {
    const { from = '' } = typedIn(request.body)
    const register = await transaction(store, readRegister)
    const content: DraftContent | undefined = from === EMPTY ? EMPTY_DRAFT : findAgreement(register, from)?.content
    if (content === undefined) return drawDrafts(request, reply, store, 'draft.startMissing')
    const started = await transaction(store, tx => startDraft(tx, workerOf(request), content))
    if (!started.ok) throw notShown()
    return onward(reply, `${DRAFTS}/${started.value}`)
  })
}

interface DraftsProps {
  readonly drafts: readonly Draft[]
  readonly agreements: readonly PublishedAgreement[]
  readonly problem: Key | undefined
}

async function drawDrafts(
  request: FastifyRequest,
  reply: FastifyReply,
  store: Store,
  problem?: Key,
): Promise<FastifyReply> {
  const { drafts, agreements } = await transaction(store, async tx => ({
    drafts: await readDrafts(tx, workerOf(request)),
    agreements: (await readRegister(tx)).agreements,
  }))
  const page = <DraftsPage drafts={drafts} agreements={agreements} problem={problem} />
  return drawPage(request, reply, page, problem === undefined ? 200 : 422)
}

function DraftsPage({ drafts, agreements, problem }: DraftsProps): JSX.Element {
  const { say } = useAsked()
  const title = say('draft.title')
  return (
    <Page title={title} problems={problem ? [{ message: say.plain(problem), field: 'from' }] : undefined}>
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say('draft.lede')}</p>
      {drafts.length === 0 && <p>{say('draft.none')}</p>}
      {drafts.map(draft => (
        <Card
          key={draft.id}
          heading={say.of(draft.content.title) || say('draft.untitled')}
          headingSize="m"
          href={`${DRAFTS}/${draft.id}`}
        >
          <p class="app-close">
            <Tag colour={draft.enteredAs === undefined ? 'blue' : 'green'}>
              {say(draft.enteredAs === undefined ? 'draft.draft' : 'draft.entered')}
            </Tag>
          </p>
          {draft.content.code !== '' && <p class="app-close">{say('agreement.code', { code: draft.content.code })}</p>}
          <p class="nhsuk-hint">
            {say('draft.savedBy', { name: draft.savedBy })}
            <br />
            {say.moment(draft.savedAt)}
          </p>
        </Card>
      ))}
      <Start agreements={agreements} problem={problem} />
      <ActionLink href={`${DRAFTS}/import`}>{say('draft.import')}</ActionLink>
    </Page>
  )
}

function Start({ agreements, problem }: Omit<DraftsProps, 'drafts'>): JSX.Element {
  const { say } = useAsked()
  return (
    <form method="post" action={DRAFTS} noValidate class="app-form">
      <h2 class="nhsuk-heading-l">{say('draft.start')}</h2>
      <Select
        name="from"
        label={say('draft.startFrom')}
        labelSize="s"
        options={[
          { value: EMPTY, label: say('draft.startEmpty') },
          ...agreements.map(agreement => ({ value: agreement.hash, label: copyOf(say, agreement) })),
        ]}
        value={EMPTY}
        error={problem && say.plain(problem)}
      />
      <Button preventDoubleClick>{say('draft.startButton')}</Button>
    </form>
  )
}

function copyOf(say: Say, { content: { code, title } }: PublishedAgreement): string {
  return say('draft.startCopy', { code, title: say.of(title) })
}
