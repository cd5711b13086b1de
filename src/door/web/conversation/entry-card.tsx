import type { JSX } from 'preact'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import type { AboutItem, Decision, Entry, Question } from '#work/conversation/conversation.ts'
import { isTheirs } from '#work/conversation/read.ts'
import { useAsked } from '../asked.ts'
import { Hidden } from '../parts/hidden.tsx'
import { Tag } from '../parts/tag.tsx'
import { EntryWords } from './entry-words.tsx'
import { ownerName, WhoWrote } from './who.tsx'

/** How much of an entry's words names it where its link is read alone, characters. */
const NAMED_BY_MAX = 80

interface EntryCardProps {
  readonly entry: Entry
  /** The name of the person whose conversation it is. */
  readonly person: string
  /** On the page of the entry itself there is nowhere to go on to. */
  readonly alone?: boolean
  /** The list of the page that it stands in. */
  readonly list?: string
}

/** One entry, with what was answered. The same card on the page and when it arrives live. */
export function EntryCard({ entry, person, alone = false, list = 'entries' }: EntryCardProps): JSX.Element {
  return (
    <li id={`entry-${entry.id}`} class={lookOf(entry)} data-list={list} tabIndex={-1}>
      <Head entry={entry} />
      <EntryWords entry={entry} />
      {entry.about && <About about={entry.about} personId={entry.personId} />}
      {entry.question && entry.struck === undefined && <Asked question={entry.question} answers={entry.answers} />}
      {entry.decision && <Decided decision={entry.decision} person={person} personId={entry.personId} />}
      {entry.answers.map(answer => (
        <div key={answer.id} class="app-entry__answer">
          <Head entry={answer} />
          <EntryWords entry={answer} />
          {!alone && <More entry={answer} />}
        </div>
      ))}
      {!alone && <More entry={entry} />}
    </li>
  )
}

function lookOf({ kind, question, struck }: Entry): string {
  if (struck !== undefined) return 'app-entry app-entry--struck'
  if (kind === 'decision') return 'app-entry app-entry--decision'
  if (question === undefined) return 'app-entry'
  if (!question.isOpen) return 'app-entry app-entry--answered'
  return question.isLate ? 'app-entry app-entry--late' : 'app-entry app-entry--open'
}

function Head({ entry }: { entry: Entry }): JSX.Element {
  const { say } = useAsked()
  return (
    <p class="app-entry__head">
      <span class="app-entry__who">
        <WhoWrote entry={entry} />
      </span>
      <span class="app-entry__when">
        {say.moment(entry.writtenAt)}. {say('conversation.inPart')}:{' '}
        {say.code('conversation', `part-${entry.dataClass}`)}
      </span>
    </p>
  )
}

/** What of the plan an entry is about. */
function About({ about, personId }: { about: AboutItem; personId: string }): JSX.Element {
  const { say } = useAsked()
  return (
    <p class="app-entry__about">
      {say('conversation.isAbout')}{' '}
      <a href={`/people/${personId}/plan/items/${about.itemId}`} lang={about.language}>
        {about.words}
      </a>
    </p>
  )
}

function Asked({ question, answers }: { question: Question; answers: readonly Entry[] }): JSX.Element {
  const { say } = useAsked()
  const isAnsweredElsewhere = !question.isOpen && answers.every(({ struck }) => struck !== undefined)
  return (
    <>
      <p class="app-entry__state">
        <QuestionState question={question} />
      </p>
      <QuestionFacts question={question} />
      {isAnsweredElsewhere && <p>{say('conversation.answeredElsewhere')}</p>}
    </>
  )
}

/** Whether a question waits, is late, or has been answered. */
export function QuestionState({ question: { isOpen, isLate } }: { question: Question }): JSX.Element {
  const { say } = useAsked()
  if (!isOpen) return <Tag colour="green">{say('conversation.isAnswered')}</Tag>
  return <Tag colour={isLate ? 'red' : 'yellow'}>{say(isLate ? 'conversation.isLate' : 'conversation.waiting')}</Tag>
}

/** Whose turn it is and by when, while it waits. */
export function QuestionFacts({ question }: { question: Question }): JSX.Element | null {
  const { say } = useAsked()
  const { isOpen, isLate, owner, answerBy, passedWhy } = question
  if (!isOpen) return null
  return (
    <dl class="app-facts">
      <Fact name={say('conversation.whoAnswers')} value={ownerName(say, owner)} />
      <Fact name={say(isLate ? 'conversation.wasDue' : 'conversation.answerBy')} value={say.moment(answerBy)} />
      {passedWhy !== undefined && <Fact name={say('conversation.passedOn')} value={passedWhy} />}
    </dl>
  )
}

interface DecidedProps {
  readonly decision: Decision
  readonly person: string
  readonly personId: string
}

function Decided({ decision, person, personId }: DecidedProps): JSX.Element {
  const { say } = useAsked()
  const { owner, ownerCode, dueOn, itemId } = decision
  const whose = ownerCode === THE_PERSON ? person || say('conversation.asPerson') : say.of(owner)
  return (
    <>
      <p class="app-entry__state">
        <Tag colour="blue">{say('conversation.decision')}</Tag>
      </p>
      <dl class="app-facts">
        <Fact name={say('conversation.whoDoes')} value={whose} />
        {dueOn !== undefined && <Fact name={say('conversation.by')} value={say.weekday(dueOn)} />}
      </dl>
      <p class="app-entry__more">
        <a href={`/people/${personId}/plan/items/${itemId}`}>{say('conversation.toAction')}</a>
      </p>
    </>
  )
}

function More({ entry }: { entry: Entry }): JSX.Element | null {
  const { say, visitor } = useAsked()
  if (entry.struck !== undefined) return null
  const { question, words, language, personId, id } = entry
  const waitsForThem = question?.isOpen === true && visitor !== undefined && isTheirs(visitor.actor, question)
  const named = words.length > NAMED_BY_MAX ? `${words.slice(0, NAMED_BY_MAX)}…` : words
  return (
    <p class="app-entry__more">
      <a class={waitsForThem ? 'app-entry__answer-link' : undefined} href={`/people/${personId}/conversation/${id}`}>
        {say(waitsForThem ? 'conversation.toAnswer' : 'conversation.toMore')}
        <Hidden>
          {' '}
          {say('conversation.toHidden')} <span lang={language}>{named}</span>
        </Hidden>
      </a>
    </p>
  )
}

function Fact({ name, value }: { name: string; value: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
