import type { JSX } from 'preact'
import type { Referral } from '#record/chart/clinical/referrals.ts'
import { useSay } from '../asked.ts'
import { SummaryList } from '../parts/summary-list.tsx'
import { Tag } from '../parts/tag.tsx'

/** Who was asked to help, for what and why, the latest first. */
export function ReferralList({ referrals }: { referrals: readonly Referral[] }): JSX.Element {
  const say = useSay()
  return (
    <section aria-labelledby="referrals">
      <h2 class="nhsuk-heading-l" id="referrals">
        {say('clinical.referrals')}
      </h2>
      {referrals.map(referral => (
        <OneReferral key={referral.id} referral={referral} />
      ))}
    </section>
  )
}

function OneReferral({ referral }: { referral: Referral }): JSX.Element {
  const say = useSay()
  const { what, reasons, from, to, madeOn, isUrgent, isWithdrawn, toldBy } = referral
  const rows = [
    { key: say('clinical.why'), value: reasons.join('; ') },
    { key: say('clinical.askedOf'), value: to.join('; ') },
    { key: say('clinical.askedBy'), value: from ?? '' },
    { key: say('clinical.askedOn'), value: madeOn === undefined ? '' : say.day(madeOn) },
    { key: say('clinical.source'), value: say.of(toldBy) },
  ]
  return (
    <article>
      <h3 class="nhsuk-heading-s">
        {what ?? say('clinical.referral')} {isWithdrawn && <Tag colour="grey">{say('clinical.withdrawn')}</Tag>}
        {isUrgent && !isWithdrawn && <Tag colour="orange">{say('clinical.urgent')}</Tag>}
      </h3>
      <SummaryList rows={rows.filter(({ value }) => value !== '')} />
    </article>
  )
}
