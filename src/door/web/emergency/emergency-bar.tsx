import type { JSX } from 'preact'
import type { OpenEmergency } from '#record/sharing/emergency/read-own.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'

/** Stays in sight on every page of a record that is open in an emergency: until when, and the way to close it. */
export function EmergencyBar({ open }: { open: OpenEmergency }): JSX.Element {
  const say = useSay()
  return (
    <section class="app-emergency-bar" aria-label={say('emergency.barLabel')}>
      <p class="app-emergency-bar__said">
        <strong>{say('emergency.bar', { time: say.time(open.closesAt) })}</strong> {say('emergency.barMore')}
      </p>
      <form method="post" action={`/emergency/${open.id}/close`}>
        <Button small variant="reverse" class="app-emergency-bar__close">
          {say('emergency.close')}
        </Button>
      </form>
    </section>
  )
}
