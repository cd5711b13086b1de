import type { ComponentChildren, JSX } from 'preact'
import type { PersonsEmergency } from '#record/sharing/emergency/person-emergencies.ts'
import { useAsked, useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { ClassList } from './class-list.tsx'
import { LooksAt } from './looks-at.tsx'
import { untilIn } from './until.ts'

/** One emergency, as it is told to the person: who, when, why, what they saw, and what somebody else made of it. */
export function PersonCard(props: { emergency: PersonsEmergency; personId: string }): JSX.Element {
  const { emergency, personId } = props
  const say = useSay()
  return (
    <Card heading={say('emergencyPerson.opened', { who: emergency.actorName })} headingSize="m">
      <p>
        {say('emergencyPerson.job', {
          role: say.code('role', emergency.role),
          organisation: say.of(emergency.organisation),
        })}
      </p>
      <SummaryList
        rows={[
          { key: say('emergencyPerson.when'), value: say('emergencyPerson.fromUntil', untilIn(say, emergency)) },
          { key: say('emergencyPerson.why'), value: say.code('emergency', `category-${emergency.category}`) },
          { key: say('emergencyPerson.theirWords'), value: emergency.words ?? say('emergencyPerson.wordsWithheld') },
          { key: say('emergencyPerson.couldRead'), value: <ClassList classes={emergency.classes} /> },
          {
            key: say('emergencyPerson.lookedAt'),
            value: <LooksAt looks={emergency.looks} none={say('emergencyPerson.nothingLookedAt')} />,
          },
          { key: say('emergencyPerson.review'), value: <Review emergency={emergency} /> },
        ]}
      />
      <HaveRead emergency={emergency} personId={personId} />
    </Card>
  )
}

function Review({ emergency }: { emergency: PersonsEmergency }): ComponentChildren {
  const { say, now } = useAsked()
  const { review, dueAt, reviewer } = emergency
  const organisation = say.of(reviewer)
  if (review === undefined) {
    return say(dueAt < now ? 'emergencyPerson.reviewLate' : 'emergencyPerson.reviewBy', {
      moment: say.moment(dueAt),
      organisation,
    })
  }
  return (
    <>
      <p>
        <strong>{say.code('emergencyPerson', `outcome-${review.outcome}`)}</strong>
      </p>
      <p lang={review.language}>{review.words}</p>
      <p>{say('emergencyPerson.reviewedBy', { who: review.by, organisation, day: say.day(review.at) })}</p>
    </>
  )
}

function HaveRead({ emergency, personId }: { emergency: PersonsEmergency; personId: string }): JSX.Element {
  const say = useSay()
  if (emergency.hasBeenRead) return <p>{say('emergencyPerson.read')}</p>
  return (
    <form method="post" action={`/people/${personId}/emergencies/${emergency.id}/read`}>
      <Button variant="secondary">{say('emergencyPerson.haveRead')}</Button>
    </form>
  )
}
