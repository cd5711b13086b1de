import type { JSX } from 'preact'
import type { Proposal } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { type Filled, fieldId, problemOf } from './filled.ts'
import { HiddenFields } from './hidden-fields.tsx'

export interface AnswerFormProps {
  readonly proposal: Proposal
  /** The version of the item that is shown. */
  readonly version: number
  readonly action: string
  readonly filled: Filled | undefined
}

/** The answer to a proposal by whoever decides the words. Made against words that no longer stand, it can only be a no. */
export function AnswerForm({ proposal, version, action, filled }: AnswerFormProps): JSX.Element {
  const say = useSay()
  const isOld = !proposal.fits
  return (
    <form method="post" action={action} noValidate>
      {isOld && <p>{say('plan.proposedBefore')}</p>}
      <HiddenFields version={version} />
      <Radios
        name="accepted"
        id={fieldId('answer', 'accepted', proposal.id)}
        legend={say('plan.answerAsked')}
        legendSize="s"
        inline
        options={[
          { value: 'yes', label: say('plan.yes'), disabled: isOld },
          { value: 'no', label: say('plan.no') },
        ]}
        value={isOld ? 'no' : filled?.typed.accepted}
        error={problemOf(say, filled, 'accepted')}
      />
      <Textarea
        name="words"
        id={fieldId('answer', 'words', proposal.id)}
        label={say('plan.answerWords', { name: proposal.proposedBy })}
        labelSize="s"
        rows={2}
        value={filled?.typed.words}
        error={problemOf(say, filled, 'words')}
      />
      <Button preventDoubleClick variant="secondary">
        {say('plan.answer')}
      </Button>
    </form>
  )
}
