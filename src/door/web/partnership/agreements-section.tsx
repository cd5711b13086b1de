import type { JSX } from 'preact'
import { dayOf } from '#ground/day.ts'
import { type PublishedAgreement, standing } from '#record/sharing/agreement/agreements.ts'
import { type Names, nameOf } from '../agreement/name-list.tsx'
import { StandingInWords, StandingTag } from '../agreement/standing.tsx'
import { useAsked } from '../asked.ts'
import { Table } from '../parts/table.tsx'

/** Which agreements are in force, which are not, and why not. */
export function AgreementsSection({
  agreements,
  names,
}: {
  agreements: readonly PublishedAgreement[]
  names: Names
}): JSX.Element {
  const { say, now } = useAsked()
  const today = dayOf(now)
  const open = agreements.filter(agreement => standing(agreement, today) === 'in-force').length
  return (
    <>
      <h2 class="nhsuk-heading-l" id="agreements">
        {say('partnership.agreements')}
      </h2>
      <p>
        {say('partnership.inForceCount', { count: open })}{' '}
        {say('partnership.closedCount', { count: agreements.length - open })}
      </p>
      <Table
        caption={say('partnership.agreements')}
        captionClass="nhsuk-u-visually-hidden"
        responsive
        firstCellIsHeader
        columns={[
          { heading: say('partnership.agreement') },
          { heading: say('partnership.standing') },
          { heading: say('partnership.reason'), width: 'one-third' },
        ]}
        rows={agreements.map(agreement => ({
          cells: [
            { content: say.of(agreement.content.title), href: `/agreements/${agreement.hash}` },
            { content: <StandingTag agreement={agreement} today={today} /> },
            { content: <Why agreement={agreement} names={names} today={today} /> },
          ],
        }))}
      />
    </>
  )
}

/** An agreement that somebody has not signed names them. */
function Why({ agreement, names, today }: { agreement: PublishedAgreement; names: Names; today: string }): JSX.Element {
  const { say } = useAsked()
  if (standing(agreement, today) !== 'unsigned') return <StandingInWords agreement={agreement} today={today} />
  const signed = new Set(agreement.signatures.map(({ organisation }) => organisation))
  const missing = agreement.content.parties.filter(({ organisation }) => !signed.has(organisation))
  const organisations = missing.map(({ organisation }) => say.of(nameOf(names, organisation))).join(', ')
  return <>{say('partnership.notSignedBy', { organisations })}</>
}
