import type { JSX } from 'preact'
import type { PublishedAgreement } from '#record/sharing/agreement/agreements.ts'
import { useAsked } from '../asked.ts'
import { WarningCallout } from '../parts/warning-callout.tsx'

/** Another version stands in the way: which, and where it can be ended. */
export function OverlapNote({ other }: { other: PublishedAgreement }): JSX.Element {
  const { say, visitor } = useAsked()
  const { from, until, code } = other.content
  return (
    <WarningCallout heading={say('signing.otherVersion')}>
      <p>{say('agreementFault.overlaps')}</p>
      <p>
        <a href={`/agreements/${other.hash}`}>{say('agreement.code', { code })}</a>{' '}
        {say('agreement.fromUntil', { from: say.day(from), until: say.day(until) })}
      </p>
      {visitor?.post?.role === 'signatory' && (
        <p>
          <a href={`/agreements/${other.hash}/end`}>{say('signing.otherVersionEnd')}</a>
        </p>
      )}
    </WarningCallout>
  )
}
