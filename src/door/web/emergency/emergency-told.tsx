import type { JSX } from 'preact'
import { useSay } from '../asked.ts'
import { NotificationBanner } from '../parts/notification-banner.tsx'

/** Tells the person, on their front pages and calmly, until they have said that they have read it. */
export function EmergencyTold({ count, personId }: { count: number; personId: string }): JSX.Element | null {
  const say = useSay()
  if (count === 0) return null
  return (
    <NotificationBanner heading={say('emergencyPerson.banner', { count })} headingLevel={3}>
      <p class="nhsuk-body">
        <a class="nhsuk-notification-banner__link" href={`/people/${personId}/emergencies`}>
          {say('emergencyPerson.bannerLink')}
        </a>
      </p>
    </NotificationBanner>
  )
}
