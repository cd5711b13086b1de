import type { JSX } from 'preact'
import type { HandOver } from '#work/hand-over/hand-over.ts'
import { useAsked } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Textarea } from '../parts/textarea.tsx'

/** A reason that was typed and could not be taken, and why not. */
export interface Tried {
  readonly reason: string
  readonly problem: string
}

interface AnswerFormsProps {
  readonly handOver: HandOver
  readonly tried: Tried | undefined
  /** The team the reader acts for. */
  readonly teamId: string | undefined
}

/** What the reader's team can say now: whoever was asked accepts or declines; whoever asked takes back, or has seen the answer. */
export function AnswerForms({ handOver, teamId, tried }: AnswerFormsProps): JSX.Element | null {
  const { answer, isSeen, toTeamId, fromTeamId } = handOver
  if (teamId === undefined) return null
  if (teamId === toTeamId && answer === undefined) return <AcceptOrDecline handOver={handOver} tried={tried} />
  if (teamId !== fromTeamId) return null
  if (answer === undefined) return <TakeBack handOver={handOver} tried={tried} />
  return isSeen || answer.kind === 'withdrawn' ? null : <Seen handOver={handOver} />
}

function AcceptOrDecline({ handOver, tried }: Omit<AnswerFormsProps, 'teamId'>): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <form method="post" action={actionOf(handOver, 'accepted')}>
        <Button small preventDoubleClick>
          {say('handOver.accept')}
        </Button>
      </form>
      <WithReason handOver={handOver} kind="declined" text={say('handOver.decline')} tried={tried} />
    </>
  )
}

function TakeBack({ handOver, tried }: Omit<AnswerFormsProps, 'teamId'>): JSX.Element {
  const { say } = useAsked()
  return <WithReason handOver={handOver} kind="withdrawn" text={say('handOver.takeBack')} tried={tried} />
}

function Seen({ handOver }: { handOver: HandOver }): JSX.Element {
  const { say } = useAsked()
  return (
    <form method="post" action={actionOf(handOver, 'seen')}>
      <Button small variant="secondary" preventDoubleClick>
        {say('handOver.seen')}
      </Button>
    </form>
  )
}

interface WithReasonProps {
  readonly handOver: HandOver
  readonly kind: 'declined' | 'withdrawn'
  readonly text: string
  readonly tried: Tried | undefined
}

function WithReason({ handOver, kind, text, tried }: WithReasonProps): JSX.Element {
  const { say } = useAsked()
  return (
    <Details summary={text} open={tried !== undefined} class="nhsuk-u-margin-top-3">
      <form method="post" action={actionOf(handOver, kind)}>
        <Textarea
          name="reason"
          id={`reason-${handOver.id}`}
          label={say('handOver.why')}
          hint={say('handOver.whyHint')}
          rows={3}
          value={tried?.reason}
          error={tried?.problem}
        />
        <Button small variant="secondary" preventDoubleClick>
          {text}
        </Button>
      </form>
    </Details>
  )
}

function actionOf({ id, personId }: HandOver, what: string): string {
  return `/people/${personId}/hand-overs/${id}/${what}`
}
