import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { HandOver, NamedTeam } from '#work/hand-over/hand-over.ts'
import type { ReplyState } from '#work/telling/reply/reply-state.ts'
import { useAsked } from '../asked.ts'
import { Tag } from '../parts/tag.tsx'
import { AnswerForms, type Tried } from './answer-forms.tsx'

interface HandOverCardProps {
  readonly handOver: HandOver
  /** Whom it is about; left out on a page that is about nobody else. */
  readonly name?: string | undefined
  /** An answer that could not be taken. */
  readonly tried?: Tried | undefined
  /** What became of telling the system that asked. */
  readonly reply?: ReplyState | undefined
}

/** Somebody handed on: from whom, to whom, what is asked, and who is waited for. The same card on the page and live. */
export function HandOverCard({ handOver, name, tried, reply }: HandOverCardProps): JSX.Element {
  const { say, visitor } = useAsked()
  const { id, personId, answer, isLate } = handOver
  const teamId = visitor?.actor.kind === 'worker' ? visitor.actor.teamId : undefined
  return (
    <li id={`hand-over-${id}`} class={answer === undefined ? 'app-notice app-notice--new' : 'app-notice'} tabIndex={-1}>
      <p class="app-notice__kind">
        <State handOver={handOver} />
      </p>
      {name !== undefined && (
        <h3 class="app-notice__who nhsuk-heading-s">
          <a href={`/people/${personId}`}>{name}</a>
        </h3>
      )}
      <p class="app-notice__what app-hand-over__asks" lang={handOver.language}>
        {handOver.asks}
      </p>
      <dl class="app-notice__facts">
        <Fact name={say('handOver.to')} value={<TeamName team={handOver.to} />} />
        <Fact name={say('handOver.from')} value={<From handOver={handOver} />} />
        <Fact name={say('handOver.handedAt')} value={say.moment(handOver.handedAt)} />
        {answer === undefined && (
          <Fact name={say(isLate ? 'handOver.wasDue' : 'handOver.answerBy')} value={say.moment(handOver.answerBy)} />
        )}
        {answer && <Fact name={say('handOver.answeredBy')} value={`${answer.by}, ${say.moment(answer.at)}`} />}
        {answer?.reason !== undefined && <Fact name={say('handOver.reason')} value={answer.reason} />}
        {reply && <Fact name={say('handOver.reply')} value={replyIn(say, reply)} />}
      </dl>
      <AnswerForms handOver={handOver} teamId={teamId} tried={tried} />
    </li>
  )
}

function State({ handOver: { answer, isLate } }: { handOver: HandOver }): JSX.Element {
  const { say } = useAsked()
  if (answer !== undefined) return <Tag colour={COLOURS[answer.kind]}>{say.code('handOver', `is-${answer.kind}`)}</Tag>
  return <Tag colour={isLate ? 'red' : 'yellow'}>{say(isLate ? 'handOver.isLate' : 'handOver.isWaiting')}</Tag>
}

function replyIn(say: Say, { is, at }: ReplyState): string {
  switch (is) {
    case 'told':
      return say('handOver.replyTold', { at: say.moment(at) })
    case 'waiting':
      return say('handOver.replyWaiting')
    case 'failed':
      return say('handOver.replyFailed')
  }
}

const COLOURS = { accepted: 'green', declined: 'orange', withdrawn: 'grey' } as const

function From({ handOver: { from, fromName, fromOrganisation } }: { handOver: HandOver }): JSX.Element {
  const { say } = useAsked()
  if (from === undefined) return <>{say.of(fromOrganisation)}</>
  return (
    <>
      {fromName}, <TeamName team={from} />
    </>
  )
}

function TeamName({ team: { team, organisation } }: { team: NamedTeam }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      {say.of(team)}, {say.of(organisation)}
    </>
  )
}

function Fact({ name, value }: { name: string; value: JSX.Element | string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
