import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { dayOf } from '#ground/day.ts'
import { transaction } from '#ground/db/store.ts'
import { organisationNamesByCode } from '#record/organisation/organisation-names.ts'
import { ROLES } from '#record/organisation/role.ts'
import { loadAgreements } from '#record/sharing/decision/load-agreements.ts'
import { canEver, type Witness } from '#record/sharing/preview/can-ever.ts'
import { ACTIONS, DATA_CLASSES } from '#record/sharing/vocabulary.ts'
import type { Names } from '../agreement/name-list.tsx'
import { useSay } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { Select } from '../parts/select.tsx'
import { SummaryList } from '../parts/summary-list.tsx'

/** What is asked. What cannot be understood is asked as the first of its list: the form shows what was asked. */
const Asked = z.object({
  role: z.enum(ROLES).catch('housing-officer'),
  class: z.enum(DATA_CLASSES).catch('hospital-care'),
  action: z.enum(ACTIONS).catch('read'),
})
type Asked = z.infer<typeof Asked>

/** Whether a job can ever see a kind of information by any clause in force, open to anybody: a clause, or none. */
export function agreementEverPage(routes: Routes, { store }: WebMeans): void {
  routes.get('/agreements/ever', { for: 'anybody', does: 'nothing' }, async (request, reply) => {
    const asked = Asked.parse(request.query)
    const { agreements, names } = await transaction(store, async tx => ({
      agreements: await loadAgreements(tx),
      names: await organisationNamesByCode(tx),
    }))
    const { role, action } = asked
    const day = dayOf(request.asked.now)
    const witnesses = canEver(agreements, { role, action, dataClass: asked.class, day })
    return drawPage(request, reply, <EverPage asked={asked} witnesses={witnesses} names={names} />)
  })
}

interface EverPageProps {
  readonly asked: Asked
  readonly witnesses: readonly Witness[]
  readonly names: Names
}

function EverPage({ asked, witnesses, names }: EverPageProps): JSX.Element {
  const say = useSay()
  return (
    <Page title={say('ever.title')} back={{ href: '/agreements', text: say('agreement.back') }}>
      <h1 class="nhsuk-heading-xl">{say('ever.title')}</h1>
      <p class="nhsuk-lede-text">{say('ever.lede')}</p>
      <Question asked={asked} />
      <Answer witnesses={witnesses} names={names} />
      <p>{say('ever.besides')}</p>
    </Page>
  )
}

function Question({ asked }: { asked: Asked }): JSX.Element {
  const say = useSay()
  const options = (area: 'role' | 'dataClass' | 'action', codes: readonly string[]) =>
    codes.map(value => ({ value, label: say.code(area, value) }))
  return (
    <form method="get" action="/agreements/ever" class="app-filter">
      <Select name="role" label={say('ever.role')} value={asked.role} options={options('role', ROLES)} />
      <Select
        name="class"
        label={say('ever.dataClass')}
        value={asked.class}
        options={options('dataClass', DATA_CLASSES)}
      />
      <Select name="action" label={say('ever.action')} value={asked.action} options={options('action', ACTIONS)} />
      <Button variant="secondary">{say('ever.ask')}</Button>
    </form>
  )
}

function Answer({ witnesses, names }: { witnesses: readonly Witness[]; names: Names }): JSX.Element {
  const say = useSay()
  if (witnesses.length === 0) {
    return (
      <InsetText>
        <h2 class="nhsuk-heading-m">{say('ever.no')}</h2>
        <p>{say('ever.noMeans')}</p>
      </InsetText>
    )
  }
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('ever.yes', { count: witnesses.length })}</h2>
      {witnesses.map(witness => (
        <WitnessCard key={`${witness.hash} ${witness.clause}`} witness={witness} names={names} />
      ))}
    </>
  )
}

function WitnessCard({ witness, names }: { witness: Witness; names: Names }): JSX.Element {
  const say = useSay()
  const { agreement, hash, clause, organisation, giver, relationship, cohort, minute } = witness
  const nameOf = (code: string) => say.of(names.get(code) ?? { en: code, cy: code })
  return (
    <Card
      heading={say('ever.clause', { number: clause, agreement })}
      headingLevel={3}
      headingSize="m"
      href={`/agreements/${hash}#clause-${clause}`}
    >
      <SummaryList
        border="not-last"
        rows={[
          { key: say('ever.for'), value: nameOf(organisation) },
          { key: say('ever.heldBy'), value: nameOf(giver) },
          { key: say('ever.about'), value: say.code('relationship', relationship) },
          { key: say('ever.cohort'), value: say.code('cohort', cohort) },
          ...(minute === 0 ? [] : [{ key: say('ever.from'), value: clockTime(minute) }]),
        ]}
      />
    </Card>
  )
}

/** As agreements write it, on the clock of twenty-four hours. */
function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
