import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { dayOf } from '#ground/day.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { organisationNamesByCode } from '#record/organisation/organisation-names.ts'
import { type PublishedAgreement, publishedAgreements } from '#record/sharing/agreement/agreements.ts'
import { AgreementFacts } from '../agreement/agreement-facts.tsx'
import { CaseTable } from '../agreement/case-table.tsx'
import { ClauseCard } from '../agreement/clause-card.tsx'
import type { Names } from '../agreement/name-list.tsx'
import { Procedures } from '../agreement/procedures.tsx'
import { Signatures } from '../agreement/signatures.tsx'
import { useAsked } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Card } from '../parts/card.tsx'
import { Heading } from '../parts/heading.tsx'
import { notShown } from '../person/person-id.ts'

/** What the organisations have agreed to share, open to anybody: nobody's record is in it. */
export function agreementPages(routes: Routes, { store }: WebMeans): void {
  routes.get('/agreements', { for: 'anybody', does: 'nothing' }, async (request, reply) => {
    const register = await transaction(store, readRegister)
    return drawPage(request, reply, <RegisterPage {...register} />)
  })

  routes.get<{ Params: { hash: string } }>(
    '/agreements/:hash',
    { for: 'anybody', does: 'nothing' },
    async (request, reply) => {
      const { agreements, names } = await transaction(store, readRegister)
      const agreement = agreements.find(({ hash }) => hash === request.params.hash)
      if (agreement === undefined) throw notShown()
      return drawPage(request, reply, <AgreementPage agreement={agreement} names={names} />)
    },
  )
}

interface Register {
  readonly agreements: readonly PublishedAgreement[]
  readonly names: Names
}

async function readRegister(tx: Tx): Promise<Register> {
  return { agreements: await publishedAgreements(tx), names: await organisationNamesByCode(tx) }
}

function RegisterPage({ agreements, names }: Register): JSX.Element {
  const { say, now } = useAsked()
  return (
    <Page title={say('agreement.title')}>
      <h1 class="nhsuk-heading-xl">{say('agreement.title')}</h1>
      <p class="nhsuk-lede-text">{say('agreement.lede')}</p>
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
        </Card>
      ))}
    </Page>
  )
}

function AgreementPage({ agreement, names }: { agreement: PublishedAgreement; names: Names }): JSX.Element {
  const { say, now } = useAsked()
  const { code, title, benefit, clauses, procedures } = agreement.content
  return (
    <Page title={say.of(title)} back={{ href: '/agreements', text: say('agreement.back') }}>
      <Heading level={1} size="xl" caption={say('agreement.code', { code })}>
        {say.of(title)}
      </Heading>
      <p class="nhsuk-lede-text">{say.of(benefit)}</p>
      <AgreementFacts agreement={agreement} today={dayOf(now)} />
      <Signatures agreement={agreement} names={names} />
      <p class="app-fingerprint">
        {say('agreement.fingerprint')} <code>{agreement.hash}</code>
      </p>
      <h2 class="nhsuk-heading-l">{say('agreement.clauses')}</h2>
      {clauses.map(clause => (
        <ClauseCard key={clause.number} clause={clause} names={names} />
      ))}
      <CaseTable content={agreement.content} />
      <Procedures procedures={procedures} />
    </Page>
  )
}
