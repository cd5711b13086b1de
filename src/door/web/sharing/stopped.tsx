import type { JSX } from 'preact'
import type { StandingWish } from '#record/sharing/wish/wishes-of.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'

/** Whether all sharing has been stopped, and the way to the page that stops it or lets it go on. */
export function Stopped({ page, pause }: { page: string; pause: StandingWish | undefined }): JSX.Element {
  const say = useSay()
  const isStopped = pause !== undefined
  return (
    <Card
      variant={isStopped ? 'feature' : undefined}
      heading={say(isStopped ? 'sharing.stopped' : 'sharing.stop')}
      headingSize="m"
    >
      <p>{isStopped ? say('sharing.stoppedWhat', { day: say.day(pause.madeAt) }) : say('sharing.stopWhat')}</p>
      {pause?.isCarried && <p>{say('sharing.wishCarriedWhy')}</p>}
      {pause?.words && <blockquote class="app-lines">{pause.words}</blockquote>}
      <Button href={`${page}/pause`} variant={isStopped ? undefined : 'secondary'} class="app-last">
        {say(isStopped ? 'sharing.lift' : 'sharing.stop')}
      </Button>
    </Card>
  )
}
