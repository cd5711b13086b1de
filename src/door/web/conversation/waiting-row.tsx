import type { JSX } from 'preact'
import type { Entry } from '#work/conversation/conversation.ts'
import { QuestionFacts, QuestionState } from './entry-card.tsx'

interface WaitingRowProps {
  readonly entry: Entry
  /** Whom it is about; left out on a page about nobody else. */
  readonly name?: string | undefined
  /** The list of the page that it stands in. */
  readonly list?: string
}

/** A question that waits, with whose turn it is and by when. One that waits no more is a row that is not seen. */
export function WaitingRow({ entry, name, list = 'waiting' }: WaitingRowProps): JSX.Element {
  const { id, personId, question, words, language } = entry
  if (question === undefined || !question.isOpen) return <li id={`waiting-${id}`} data-list={list} hidden />
  return (
    <li
      id={`waiting-${id}`}
      class={question.isLate ? 'app-entry app-entry--late' : 'app-entry app-entry--open'}
      data-list={list}
      tabIndex={-1}
    >
      <p class="app-entry__state">
        <QuestionState question={question} />
      </p>
      {name !== undefined && (
        <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">
          <a href={`/people/${personId}/conversation`}>{name}</a>
        </h3>
      )}
      <p class="app-entry__words">
        <a href={`/people/${personId}/conversation/${id}`} lang={language}>
          {words}
        </a>
      </p>
      <QuestionFacts question={question} />
    </li>
  )
}
