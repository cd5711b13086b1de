import type { JSX } from 'preact'
import type { Key } from '#ground/language/say.ts'
import { ONLY_PARTS, type Part } from '#record/sharing/agreement/draft/part.ts'
import type { Draft } from '#record/sharing/agreement/draft/read-draft.ts'
import { faultInWords } from '../agreement/fault-words.ts'
import { OverlapNote } from '../agreement/overlap-note.tsx'
import { WholeAgreement } from '../agreement/whole-agreement.tsx'
import { useAsked } from '../asked.ts'
import { Page } from '../frame.tsx'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Heading } from '../parts/heading.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Tag } from '../parts/tag.tsx'
import { type Task, TaskList } from '../parts/task-list.tsx'
import { issueInWords } from './issue-words.ts'
import { addressOf, partInWords } from './part-address.ts'
import { type DraftState, partOfFault, partOfIssue, standingOf } from './state.ts'

interface OverviewProps {
  readonly state: DraftState
  /** What somebody has just done on one of its pages. */
  readonly done: 'saved' | 'removed' | undefined
  /** Why it was not done. */
  readonly problem: Key | undefined
}

/** A draft under the headings of an agreement: what is written, what is missing, what is wrong, and entering it. */
export function Overview({ state, done, problem }: OverviewProps): JSX.Element {
  const { say } = useAsked()
  const { draft, faults, names, overlap, whole } = state
  const title = say.of(draft.content.title) || say('draft.untitled')
  const { code } = draft.content
  return (
    <Page
      title={title}
      problems={problem ? [{ message: say.plain(problem) }] : undefined}
      back={{ href: '/agreements/drafts', text: say('draft.back') }}
    >
      {done && <NotificationBanner success message={say(done === 'saved' ? 'draft.saved' : 'draft.removed')} />}
      <Heading level={1} size="xl" caption={code === '' ? say('draft.draft') : say('agreement.code', { code })}>
        {title}
      </Heading>
      <SavedBy state={state} />
      {draft.enteredAs !== undefined && (
        <InsetText>
          <p>{say('draft.isEntered')}</p>
          <p>
            <a href={`/agreements/${draft.enteredAs}`}>{say('draft.toAgreement')}</a>
          </p>
        </InsetText>
      )}
      <Tasks state={state} />
      <Wanting
        heading={say('draft.missing')}
        draft={draft}
        wanting={state.issues.map(issue => ({ text: issueInWords(say, issue), part: partOfIssue(state, issue) }))}
      />
      <Wanting
        heading={say('draft.faults')}
        draft={draft}
        wanting={faults.map(fault => ({ text: faultInWords(say, fault, names), part: partOfFault(state, fault) }))}
      />
      {draft.enteredAs === undefined && overlap && <OverlapNote other={overlap} />}
      {draft.enteredAs === undefined && <Enter state={state} />}
      {whole && faults.every(({ code }) => code !== 'unknown-organisation') && (
        <Details summary={say('draft.read')}>
          <WholeAgreement content={whole} names={names} />
        </Details>
      )}
      <History state={state} />
    </Page>
  )
}

function SavedBy({ state: { draft } }: { state: DraftState }): JSX.Element {
  const { say } = useAsked()
  return (
    <p>
      {say('draft.savedBy', { name: draft.savedBy })}
      <br />
      {say.moment(draft.savedAt)}
    </p>
  )
}

function Tasks({ state }: { state: DraftState }): JSX.Element {
  const { say } = useAsked()
  const { content, id, enteredAs } = state.draft
  const task = (part: Part, hint?: string): Task => ({
    name: partInWords(say, part),
    hint,
    ...(enteredAs === undefined && { href: addressOf(id, part) }),
    status: <Standing standing={standingOf(state, part)} />,
  })
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('draft.overview')}</h2>
      <TaskList idPrefix="plain" tasks={ONLY_PARTS.map(kind => task({ kind }))} />
      <h2 class="nhsuk-heading-m">{say('draft.clauses')}</h2>
      {content.clauses.length > 0 && (
        <TaskList
          idPrefix="clauses"
          tasks={content.clauses.map(({ words }, at) => task({ kind: 'clauses', at: at + 1 }, say.of(words)))}
        />
      )}
      {enteredAs === undefined && <Add draftId={id} kind="clauses" />}
      <h2 class="nhsuk-heading-m">{say('draft.cases')}</h2>
      {content.cases.length > 0 && (
        <TaskList
          idPrefix="cases"
          tasks={content.cases.map(({ words }, at) => task({ kind: 'cases', at: at + 1 }, say.of(words)))}
        />
      )}
      {enteredAs === undefined && <Add draftId={id} kind="cases" />}
    </>
  )
}

function Standing({ standing }: { standing: ReturnType<typeof standingOf> }): JSX.Element {
  const { say } = useAsked()
  switch (standing) {
    case 'complete':
      return <>{say('draft.complete')}</>
    case 'incomplete':
      return <Tag colour="blue">{say('draft.incomplete')}</Tag>
    case 'faulty':
      return <Tag colour="red">{say('draft.faulty')}</Tag>
  }
}

function Add({ draftId, kind }: { draftId: string; kind: 'clauses' | 'cases' }): JSX.Element {
  const { say } = useAsked()
  return (
    <form method="post" action={`/agreements/drafts/${draftId}/${kind}`}>
      <Button variant="secondary" small preventDoubleClick>
        {say(kind === 'clauses' ? 'draft.addClause' : 'draft.addCase')}
      </Button>
    </form>
  )
}

interface WantingProps {
  readonly heading: string
  readonly draft: Draft
  /** What is wanting, and the part where it can be put right. */
  readonly wanting: readonly { readonly text: string; readonly part: Part | undefined }[]
}

function Wanting({ heading, draft, wanting }: WantingProps): JSX.Element | null {
  if (wanting.length === 0) return null
  const isOpen = draft.enteredAs === undefined
  return (
    <>
      <h2 class="nhsuk-heading-m">{heading}</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {wanting.map(({ text, part }) => (
          <li key={text}>{part && isOpen ? <a href={addressOf(draft.id, part)}>{text}</a> : text}</li>
        ))}
      </ul>
    </>
  )
}

function Enter({ state: { draft, issues, faults } }: { state: DraftState }): JSX.Element {
  const { say } = useAsked()
  if (issues.length > 0 || faults.length > 0) return <InsetText>{say('draft.enterNotYet')}</InsetText>
  return (
    <form method="post" action={`/agreements/drafts/${draft.id}/enter`}>
      <h2 class="nhsuk-heading-m">{say('draft.enter')}</h2>
      <p>{say('draft.enterMeans')}</p>
      <input type="hidden" name="version" value={draft.version} />
      <Button preventDoubleClick>{say('draft.enter')}</Button>
    </form>
  )
}

function History({ state: { draft, versions } }: { state: DraftState }): JSX.Element {
  const { say } = useAsked()
  return (
    <Details summary={say('draft.history')}>
      <ol class="nhsuk-list" reversed>
        {versions.map(({ version, savedBy, savedAt }) => (
          <li key={version}>
            <a href={`/agreements/drafts/${draft.id}/versions/${version}.json`}>
              {say('draft.versionFile', { number: version })}
            </a>
            <br />
            {savedBy}, {say.moment(savedAt)}
          </li>
        ))}
      </ol>
    </Details>
  )
}
