import type { JSX } from 'preact'
import { dayOf } from '#ground/day.ts'
import { lastDayOf, type PublishedAgreement } from '#record/sharing/agreement/agreements.ts'
import { useAsked } from '../asked.ts'
import { ActionLink } from '../parts/action-link.tsx'

/** What whoever signs for a party may do with an agreement. Nothing for anybody else. */
export function WhatToDo({ agreement }: { agreement: PublishedAgreement }): JSX.Element | null {
  const { say, visitor, now } = useAsked()
  const own = visitor?.post?.organisationCode
  if (visitor?.post?.role !== 'signatory' || own === undefined) return null
  const { hash, content, signatures, ended } = agreement
  if (!content.parties.some(({ organisation }) => organisation === own)) return null
  if (ended !== undefined || lastDayOf(agreement) < dayOf(now)) return null
  const hasSigned = signatures.some(({ organisation }) => organisation === own)
  return (
    <ul class="app-words">
      {!hasSigned && (
        <li>
          <ActionLink href={`/agreements/${hash}/sign`}>{say('signing.readAndSign')}</ActionLink>
        </li>
      )}
      <li>
        <a href={`/agreements/${hash}/end`}>{say('signing.endEarly')}</a>
      </li>
    </ul>
  )
}
