import type { JSX } from 'preact'
import type { PublishedAgreement } from '#record/sharing/agreement/agreements.ts'
import { useSay } from '../asked.ts'
import { SummaryList } from '../parts/summary-list.tsx'
import { NameList, type Names } from './name-list.tsx'
import { StandingInWords, StandingTag } from './standing.tsx'

interface AgreementFactsProps {
  readonly agreement: PublishedAgreement
  /** ISO 8601 day. */
  readonly today: string
  /** Given where the parties are not told of elsewhere on the page. */
  readonly names?: Names
}

/** Whether an agreement is in force, between whom, from when until when, and when it is looked at again. */
export function AgreementFacts({ agreement, today, names }: AgreementFactsProps): JSX.Element {
  const say = useSay()
  const { ended, content } = agreement
  const { parties, from, until, reviewOn } = content
  const standing = (
    <>
      <p class="app-close">
        <StandingTag agreement={agreement} today={today} />
      </p>
      <StandingInWords agreement={agreement} today={today} />
    </>
  )
  const between = names && <NameList codes={parties.map(({ organisation }) => organisation)} names={names} />
  return (
    <SummaryList
      rows={[
        { key: say('agreement.standing'), value: standing },
        ...(between === undefined ? [] : [{ key: say('agreement.parties'), value: between }]),
        {
          key: say('agreement.period'),
          value: say('agreement.fromUntil', { from: say.day(from), until: say.day(until) }),
        },
        { key: say('agreement.review'), value: say.day(reviewOn) },
        ...(ended === undefined ? [] : [{ key: say('agreement.ended'), value: <Ended {...ended} /> }]),
      ]}
      border="not-last"
    />
  )
}

/** Who ended it before its time, from when, and why, in their own words. */
function Ended({ lastDay, endedBy, reason }: NonNullable<PublishedAgreement['ended']>): JSX.Element {
  const say = useSay()
  return (
    <>
      <p class="app-close">{say('agreement.endedBy', { name: endedBy, day: say.day(lastDay) })}</p>
      {reason}
    </>
  )
}
