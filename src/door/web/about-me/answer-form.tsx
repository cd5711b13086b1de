import type { JSX } from 'preact'
import type { PartProposal } from '#work/about-me/about-me.ts'
import { useAsked } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { ShownPart, Tried } from './shown-part.ts'

export interface AnswerFormProps {
  readonly shown: ShownPart
  readonly proposal: PartProposal
  readonly tried: Tried | undefined
}

/** The person's answer to words that were offered. Offered against words that no longer stand, it can only be a no. */
export function AnswerForm({ shown, proposal, tried }: AnswerFormProps): JSX.Element {
  const { say } = useAsked()
  const { banner, part } = shown
  const isOld = proposal.afterId !== part.versionId
  const wrong = (field: string) => tried?.problems[field] && say.plain(tried.problems[field])
  return (
    <form
      method="post"
      action={`/people/${banner.personId}/about-me/${part.part}/offers/${proposal.id}/answer`}
      noValidate
    >
      {isOld && <p>{say('aboutMe.proposedBefore')}</p>}
      <Radios
        name="accepted"
        id={`accepted-${proposal.id}`}
        legend={say('aboutMe.answerAsked')}
        legendSize="s"
        options={[
          { value: 'yes', label: say('aboutMe.yes'), disabled: isOld },
          { value: 'no', label: say('aboutMe.no') },
        ]}
        value={isOld ? 'no' : tried?.typed.accepted}
        error={wrong(`accepted-${proposal.id}`)}
      />
      <Textarea
        name="answer"
        id={`answer-${proposal.id}`}
        label={say('aboutMe.answerWords', { name: proposal.proposedBy })}
        labelSize="s"
        rows={2}
        value={tried?.typed.answer}
        error={wrong(`answer-${proposal.id}`)}
      />
      <Button variant="secondary" preventDoubleClick>
        {say('aboutMe.answer')}
      </Button>
    </form>
  )
}
