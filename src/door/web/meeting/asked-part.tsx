import type { JSX } from 'preact'
import { ASKED, CAME_OF_IT, type WasAsked } from '#work/meeting/meeting.ts'
import { useAsked } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { FilledCase } from './case.ts'
import { caseField, caseProblem } from './case-field.ts'

interface AskedPartProps {
  readonly caseId: string
  readonly asked: WasAsked | undefined
  readonly action: string
  readonly filled: FilledCase | undefined
}

/** Whether the person was asked to the meeting about them, and the form that says so. */
export function AskedPart({ caseId, asked, action, filled }: AskedPartProps): JSX.Element {
  const { say } = useAsked()
  const typed = filled?.typed ?? {}
  const problem = (field: string) => caseProblem(say, filled, field)
  return (
    <>
      <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-1">{say('meeting.asked')}</h3>
      {asked === undefined ? <p>{say('meeting.askedNobody')}</p> : <WhatCameOfIt asked={asked} />}
      <Details summary={say('meeting.askedSay')} open={filled !== undefined}>
        <form method="post" action={`${action}/asked`} noValidate>
          <Radios
            name="whom"
            id={caseField(caseId, 'whom')}
            legend={say('meeting.whom')}
            legendSize="s"
            options={ASKED.map(whom => ({ value: whom, label: say.code('meeting', `whom-${whom}`) }))}
            value={typed.whom ?? 'person'}
            error={problem('whom')}
          />
          <Radios
            name="cameOfIt"
            id={caseField(caseId, 'cameOfIt')}
            legend={say('meeting.cameOfIt')}
            legendSize="s"
            options={CAME_OF_IT.map(one => ({ value: one, label: say.code('meeting', `came-${one}`) }))}
            value={typed.cameOfIt ?? 'invited'}
            error={problem('cameOfIt')}
          />
          <Textarea
            name="words"
            id={caseField(caseId, 'said')}
            label={say('meeting.askedWords')}
            rows={2}
            value={typed.words}
            error={problem('said')}
          />
          <Button small variant="secondary" preventDoubleClick>
            {say('meeting.askedSend')}
          </Button>
        </form>
      </Details>
    </>
  )
}

function WhatCameOfIt({ asked: { whom, cameOfIt, words, by: name, at } }: { asked: WasAsked }): JSX.Element {
  const { say } = useAsked()
  return (
    <p>
      {say.code('meeting', `whom-${whom}`)}: <b>{say.code('meeting', `came-${cameOfIt}`)}</b>
      {words !== undefined && <> · {words}</>}{' '}
      <span class="app-agenda__waits">{say('meeting.askedBy', { name, moment: say.moment(at) })}</span>
    </p>
  )
}
