import type { JSX } from 'preact'
import type { Offer } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'

/** That an item is only offered: by whom and why, and the person's own words where they said no. */
export function OfferNote({ offer }: { offer: Offer | undefined }): JSX.Element | null {
  const say = useSay()
  if (offer === undefined) return null
  const { offeredBy: name, why, declined } = offer
  return (
    <div class={declined === undefined ? 'app-proposal' : 'app-voice app-voice--against'}>
      <p class="app-voice__who">
        {declined === undefined ? say('plan.offers', { name }) : say('plan.offerDeclined', { name: declined.by })}
      </p>
      {(declined === undefined ? why : declined.words) !== undefined && (
        <p class="app-voice__words">{declined === undefined ? why : declined.words}</p>
      )}
    </div>
  )
}
