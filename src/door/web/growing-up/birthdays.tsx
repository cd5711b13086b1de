import type { JSX } from 'preact'
import type { ComingOfAge } from '#work/family/coming-of-age.ts'
import { useAsked } from '../asked.ts'
import { Card } from '../parts/card.tsx'

/** The two birthdays, each with what it means and what must be ready by then. */
export function Birthdays({ birthdays }: { birthdays: readonly ComingOfAge[] }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('growingUp.at')}</h2>
      {birthdays.map(({ age, on, prepareFrom, isReached }) => (
        <Card
          key={age}
          heading={say(age === 16 ? 'growingUp.at16' : 'growingUp.at18', { day: say.weekday(on) })}
          headingLevel={3}
          headingSize="s"
        >
          <p>{isReached ? say('growingUp.reached') : say('growingUp.prepareFrom', { day: say.day(prepareFrom) })}</p>
          <p>{say(age === 16 ? 'growingUp.at16Means' : 'growingUp.at18Means')}</p>
          {!isReached && <p>{say(age === 16 ? 'growingUp.at16Do' : 'growingUp.at18Do')}</p>}
        </Card>
      ))}
    </>
  )
}
