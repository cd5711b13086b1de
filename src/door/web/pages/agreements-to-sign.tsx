import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { dayOf } from '#ground/day.ts'
import { transaction } from '#ground/db/store.ts'
import { lastDayOf, type PublishedAgreement } from '#record/sharing/agreement/agreements.ts'
import { AgreementFacts } from '../agreement/agreement-facts.tsx'
import type { Names } from '../agreement/name-list.tsx'
import { readRegister } from '../agreement/read-agreement.ts'
import { WhatToDo } from '../agreement/what-to-do.tsx'
import { useAsked, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Card } from '../parts/card.tsx'

/** What waits for the signature of whoever signs for an organisation, and what that organisation has signed. */
export function agreementsToSignPage(routes: Routes, { store }: WebMeans): void {
  routes.get('/agreements/to-sign', { for: ['signatory'], does: 'nothing' }, async (request, reply) => {
    const { organisationCode } = workerOf(request)
    const { agreements, names } = await transaction(store, readRegister)
    const own = agreements.filter(({ content }) =>
      content.parties.some(({ organisation }) => organisation === organisationCode),
    )
    const hasSigned = ({ signatures }: PublishedAgreement) =>
      signatures.some(({ organisation }) => organisation === organisationCode)
    const today = dayOf(request.asked.now)
    const waiting = own.filter(one => !hasSigned(one) && one.ended === undefined && lastDayOf(one) >= today)
    return drawPage(
      request,
      reply,
      <ToSignPage waiting={waiting} signed={own.filter(hasSigned)} names={names} today={today} />,
    )
  })
}

interface ToSignProps {
  readonly waiting: readonly PublishedAgreement[]
  readonly signed: readonly PublishedAgreement[]
  readonly names: Names
  /** ISO 8601 day. */
  readonly today: string
}

function ToSignPage({ waiting, signed, names, today }: ToSignProps): JSX.Element {
  const { say } = useAsked()
  return (
    <Page title={say('signing.toSign')}>
      <h1 class="nhsuk-heading-xl">{say('signing.toSign')}</h1>
      <p class="nhsuk-lede-text">{say('signing.toSignLede')}</p>
      <h2 class="nhsuk-heading-l">{say('signing.waiting')}</h2>
      {waiting.length === 0 && <p>{say('signing.waitingNone')}</p>}
      {waiting.map(agreement => (
        <Listed key={agreement.hash} agreement={agreement} names={names} today={today} />
      ))}
      {signed.length > 0 && <h2 class="nhsuk-heading-l">{say('signing.signedBefore')}</h2>}
      {signed.map(agreement => (
        <Listed key={agreement.hash} agreement={agreement} names={names} today={today} />
      ))}
    </Page>
  )
}

function Listed({
  agreement,
  names,
  today,
}: {
  agreement: PublishedAgreement
  names: Names
  today: string
}): JSX.Element {
  const { say } = useAsked()
  return (
    <Card
      heading={say.of(agreement.content.title)}
      headingLevel={3}
      headingSize="m"
      href={`/agreements/${agreement.hash}`}
    >
      <p class="nhsuk-hint">{say('agreement.code', { code: agreement.content.code })}</p>
      <AgreementFacts agreement={agreement} today={today} names={names} />
      <WhatToDo agreement={agreement} />
    </Card>
  )
}
