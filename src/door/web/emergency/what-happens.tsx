import type { JSX } from 'preact'
import { REVIEW_WORKING_DAYS } from '#record/sharing/emergency/due.ts'
import type { EmergencyScope } from '#record/sharing/emergency/roles.ts'
import { EMERGENCY_HOURS_MAX } from '#record/sharing/emergency/scope.ts'
import { useSay } from '../asked.ts'
import { Card } from '../parts/card.tsx'
import { ClassList } from './class-list.tsx'

/** Before anything is sent: what is opened, for how long, who is told, who looks at it afterwards. */
export function WhatHappens({ scope }: { scope: EmergencyScope }): JSX.Element {
  const say = useSay()
  return (
    <Card heading={say('emergency.what')} headingSize="m">
      <p>{say('emergency.youRead')}</p>
      <ClassList classes={scope.classes} />
      <ul class="nhsuk-list nhsuk-list--bullet nhsuk-u-margin-top-4">
        <li>{say('emergency.hours', { hours: EMERGENCY_HOURS_MAX })}</li>
        <li>{say('emergency.personTold')}</li>
        <li>{say('emergency.officersTold')}</li>
        <li>{say('emergency.reviewed', { days: REVIEW_WORKING_DAYS })}</li>
        <li>{say('emergency.counted')}</li>
      </ul>
    </Card>
  )
}
