import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { dayOf } from '#ground/day.ts'
import { transaction } from '#ground/db/store.ts'
import type { PublishedAgreement } from '#record/sharing/agreement/agreements.ts'
import { fileNameOf, fileOf } from '#record/sharing/agreement/file.ts'
import type { MonthOfLooks } from '#work/partnership/monthly-looks.ts'
import { AgreementFacts } from '../agreement/agreement-facts.tsx'
import { asFile } from '../agreement/as-file.ts'
import type { Names } from '../agreement/name-list.tsx'
import { openMonths } from '../agreement/open-months.ts'
import { findAgreement, type Register, readRegister } from '../agreement/read-agreement.ts'
import { ReliedOn } from '../agreement/relied-on.tsx'
import { Signatures } from '../agreement/signatures.tsx'
import { WhatToDo } from '../agreement/what-to-do.tsx'
import { WholeAgreement } from '../agreement/whole-agreement.tsx'
import { useAsked } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { Card } from '../parts/card.tsx'
import { Heading } from '../parts/heading.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { notShown } from '../person/person-id.ts'

/** What the organisations have agreed to share, open to anybody: nobody's record is in it. */
export function agreementPages(routes: Routes, means: WebMeans): void {
  const { store } = means
  agreementFiles(routes, means)

  routes.get('/agreements', { for: 'anybody', does: 'nothing' }, async (request, reply) => {
    const register = await transaction(store, readRegister)
    const [month] = await openMonths(store)
    return drawPage(request, reply, <RegisterPage {...register} month={month} />)
  })

  routes.get<{ Params: { hash: string }; Querystring: { done?: string } }>(
    '/agreements/:hash',
    { for: 'anybody', does: 'nothing' },
    async (request, reply) => {
      const register = await transaction(store, readRegister)
      const agreement = findAgreement(register, request.params.hash)
      if (agreement === undefined) throw notShown()
      const done = Done.parse(request.query.done)
      return drawPage(request, reply, <AgreementPage agreement={agreement} names={register.names} done={done} />)
    },
  )
}

/** The file of an agreement, for anybody, to read or to bring in elsewhere. */
function agreementFiles(routes: Routes, { store }: WebMeans): void {
  routes.get<{ Params: { hash: string } }>(
    '/agreements/:hash.json',
    { for: 'anybody', does: 'nothing' },
    async (request, reply) => {
      const agreement = findAgreement(await transaction(store, readRegister), request.params.hash)
      if (agreement === undefined) throw notShown()
      return asFile(reply, fileNameOf(agreement.content), fileOf(agreement.content))
    },
  )
}

function RegisterPage({ agreements, names, month }: Register & { month: MonthOfLooks | undefined }): JSX.Element {
  const { say, now } = useAsked()
  return (
    <Page title={say('agreement.title')}>
      <h1 class="nhsuk-heading-xl">{say('agreement.title')}</h1>
      <p class="nhsuk-lede-text">{say('agreement.lede')}</p>
      <ActionLink href="/agreements/looks">{say('openLooks.toLooks')}</ActionLink>
      <ActionLink href="/agreements/ever">{say('ever.toEver')}</ActionLink>
      {agreements.length === 0 && <p>{say('agreement.none')}</p>}
      {agreements.map(agreement => (
        <Card
          key={agreement.hash}
          heading={say.of(agreement.content.title)}
          headingSize="m"
          href={`/agreements/${agreement.hash}`}
        >
          <p class="nhsuk-hint">{say('agreement.code', { code: agreement.content.code })}</p>
          <AgreementFacts agreement={agreement} today={dayOf(now)} names={names} />
          <ReliedOn month={month} hash={agreement.hash} />
        </Card>
      ))}
    </Page>
  )
}

/** What a signatory has just done here. Anything else in the address says nothing. */
const Done = z.enum(['signed', 'ended', 'entered']).optional().catch(undefined)
type Done = z.infer<typeof Done>

const DONE = { signed: 'signing.signed', ended: 'signing.ended', entered: 'draft.enteredNow' } as const

interface AgreementPageProps {
  readonly agreement: PublishedAgreement
  readonly names: Names
  readonly done: Done
}

function AgreementPage({ agreement, names, done }: AgreementPageProps): JSX.Element {
  const { say, now } = useAsked()
  const { code, title, benefit } = agreement.content
  return (
    <Page title={say.of(title)} back={{ href: '/agreements', text: say('agreement.back') }}>
      {done && <NotificationBanner success message={say(DONE[done])} />}
      <Heading level={1} size="xl" caption={say('agreement.code', { code })}>
        {say.of(title)}
      </Heading>
      <p class="nhsuk-lede-text">{say.of(benefit)}</p>
      <AgreementFacts agreement={agreement} today={dayOf(now)} />
      <WhatToDo agreement={agreement} />
      <Signatures agreement={agreement} names={names} />
      <p class="app-fingerprint">
        {say('agreement.fingerprint')} <code>{agreement.hash}</code>
      </p>
      <p>
        <a href={`/agreements/${agreement.hash}.json`}>{say('draft.file')}</a>
      </p>
      <WholeAgreement content={agreement.content} names={names} />
    </Page>
  )
}
