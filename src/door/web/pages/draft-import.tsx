import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import type { Say } from '#ground/language/say.ts'
import { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import { DRAFTERS } from '#record/sharing/agreement/draft/draft.ts'
import { startDraft } from '#record/sharing/agreement/draft/write-draft.ts'
import { readFile } from '#record/sharing/agreement/file.ts'
import { issuesOf } from '#record/sharing/agreement/issues.ts'
import { onward, useAsked, visitorOf, workerOf } from '../asked.ts'
import { issueInWords } from '../draft/issue-words.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { notShown } from '../person/person-id.ts'
import { typedIn } from '../typed.ts'

const IMPORT = '/agreements/drafts/import'

/** How many things wrong with a file are told at once. */
const TOLD_MAX = 50

/** An agreement brought in from the file of one: it becomes a draft, or nothing changes and it is said where it is wrong. */
export function draftImportPages(routes: Routes, { store, visits }: WebMeans): void {
  routes.get(IMPORT, { for: DRAFTERS, does: 'nothing', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(request, reply, { text: kept?.text ?? '', wrong: [], wasKept: kept !== undefined })
  })

  routes.post(IMPORT, { for: DRAFTERS, does: 'nothing' }, async (request, reply) => {
    const { text = '' } = typedIn(request.body)
    const read = readFile(text)
    const wrong = whatIsWrong(request.asked.say, text, read)
    if (!('content' in read) || wrong.length > 0) return draw(request, reply, { text, wrong, wasKept: false })
    const content = AgreementContent.parse(read.content)
    const started = await transaction(store, tx => startDraft(tx, workerOf(request), content))
    if (!started.ok) throw notShown()
    return onward(reply, `/agreements/drafts/${started.value}`)
  })
}

function whatIsWrong(say: Say, text: string, read: ReturnType<typeof readFile>): string[] {
  if (text.trim() === '') return [say('draft.importMissing')]
  if ('content' in read)
    return issuesOf(read.content)
      .slice(0, TOLD_MAX)
      .map(issue => issueInWords(say, issue))
  return [read.line === undefined ? say('draft.notJson') : say('draft.notJsonAt', { line: read.line })]
}

interface Shown {
  readonly text: string
  readonly wrong: readonly string[]
  readonly wasKept: boolean
}

function draw(request: FastifyRequest, reply: FastifyReply, shown: Shown): FastifyReply {
  return drawPage(request, reply, <ImportPage {...shown} />, shown.wrong.length === 0 ? 200 : 422)
}

function ImportPage({ text, wrong, wasKept }: Shown): JSX.Element {
  const { say } = useAsked()
  const title = say('draft.import')
  return (
    <Page
      title={title}
      problems={wrong.map(message => ({ message, field: 'text' }))}
      back={{ href: '/agreements/drafts', text: say('draft.back') }}
    >
      {wasKept && <NotificationBanner message={say('draft.kept')} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      {wrong.length > 0 && text.trim() !== '' && <p>{say('draft.importProblem')}</p>}
      <p>{say('draft.importLede')}</p>
      <form method="post" action={IMPORT} noValidate>
        <Textarea
          name="text"
          label={say('draft.importText')}
          labelSize="s"
          rows={20}
          spellcheck={false}
          value={text}
          error={wrong[0]}
        />
        <Button preventDoubleClick>{say('draft.importButton')}</Button>
      </form>
    </Page>
  )
}
