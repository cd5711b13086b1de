import type { JSX } from 'preact'
import type { OpenInvitation } from '#record/sharing/relationship/invitation.ts'
import { DATA_CLASSES, type DataClass } from '#record/sharing/vocabulary.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { Radios } from '../parts/radios.tsx'
import { fieldOf } from '../sharing/wish-fields.ts'
import { HOW_LONG } from './how-long.ts'
import { InvitationCode } from './invitation-code.tsx'

/** What most people want their family to know: ticked first, to be unticked. */
const FIRST: readonly DataClass[] = [
  'demographics',
  'contacts',
  'about-me',
  'plan',
  'care-and-support',
  'presence-in-hospital',
]

/** A code that waits: to be handed on, or, once somebody has entered it, for the answer whether it is them. */
export function InvitationCard({ invitation, action }: { invitation: OpenInvitation; action: string }): JSX.Element {
  const say = useSay()
  const { id, code, endsAt, entered } = invitation
  return (
    <Card
      variant="feature"
      heading={say(entered === undefined ? 'family.code' : 'family.entered')}
      headingLevel={2}
      headingSize="m"
    >
      {entered === undefined ? (
        <>
          <InvitationCode code={code} />
          <p>{say('family.codeUntil', { day: say.weekday(endsAt) })}</p>
        </>
      ) : (
        <>
          <p>{say('family.isItThem')}</p>
          <p class="nhsuk-heading-m">{entered.name}</p>
          <form method="post" action={action}>
            <input type="hidden" name="act" value="yes" />
            <input type="hidden" name="invitation" value={id} />
            <Checkboxes
              name={`see-${id}`}
              legend={say('family.see')}
              legendSize="s"
              small
              class="app-capitals"
              options={DATA_CLASSES.map(dataClass => ({
                name: fieldOf(dataClass),
                value: dataClass,
                label: say.code('dataClass', dataClass),
              }))}
              values={FIRST}
            />
            <Radios
              name="until"
              id={`until-${id}`}
              legend={say('circle.howLong')}
              legendSize="s"
              options={HOW_LONG.map(({ value, says }) => ({ value, label: say.plain(says) }))}
              value="always"
            />
            <Button preventDoubleClick>{say('family.yes')}</Button>
          </form>
        </>
      )}
      <form method="post" action={action}>
        <input type="hidden" name="act" value="no" />
        <input type="hidden" name="invitation" value={id} />
        <Button variant="secondary" small class="app-last" preventDoubleClick>
          {say(entered === undefined ? 'family.codeNot' : 'family.no')}
        </Button>
      </form>
    </Card>
  )
}
