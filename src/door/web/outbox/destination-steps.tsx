import type { JSX } from 'preact'
import type { DestinationLine } from '#work/outbox/read-destinations.ts'
import type { Step } from '#work/outbox/steer.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Input } from '../parts/input.tsx'

/** The forms by which an officer confirms, pauses, resumes or closes a destination. */
export function DestinationSteps({ line }: { line: DestinationLine }): JSX.Element {
  const say = useSay()
  const { id, may, standing, carrier } = line
  return (
    <>
      {may.confirm && (
        <StepForm id={id} step="confirmed">
          <Button>{say('outbox.confirm')}</Button>
        </StepForm>
      )}
      {may.steer && standing === 'paused' && (
        <StepForm id={id} step="resumed">
          <Button>{say('outbox.resume')}</Button>
        </StepForm>
      )}
      {may.steer && (standing === 'open' || carrier !== 'smtp') && (
        <Details summary={say('outbox.steer')}>
          {standing === 'open' && (
            <StepForm id={id} step="paused">
              <Input name="reason" id={`pause-${id}`} label={say('outbox.pauseWhy')} maxLength={500} required />
              <Button variant="secondary">{say('outbox.pause')}</Button>
            </StepForm>
          )}
          {carrier !== 'smtp' && (
            <StepForm id={id} step="closed">
              <Input name="reason" id={`close-${id}`} label={say('outbox.closeWhy')} maxLength={500} required />
              <Button variant="warning">{say('outbox.close')}</Button>
            </StepForm>
          )}
        </Details>
      )}
    </>
  )
}

function StepForm(props: {
  readonly id: string
  readonly step: Step
  readonly children: JSX.Element | JSX.Element[]
}): JSX.Element {
  return (
    <form method="post" action={`/outbox/destinations/${props.id}`}>
      <input type="hidden" name="step" value={props.step} />
      {props.children}
    </form>
  )
}
