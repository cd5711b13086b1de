import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { answerHold, isAnswerable } from '#work/notice/visits/answer-hold.ts'
import { plannedVisits } from '#work/notice/visits/read-visits.ts'
import type { PlannedVisit } from '#work/notice/visits/visit.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { HoldQuestion } from '../visits/hold-question.tsx'
import { VisitsList } from '../visits/visits-list.tsx'

interface OnePerson {
  readonly Params: { readonly person: string }
}

interface Shown {
  readonly banner: PageBanner
  readonly visits: readonly PlannedVisit[]
  /** Those that the reader may say something of, for the provider they work for. */
  readonly theirs: ReadonlySet<string>
}

const Answer = z.object({ answer: z.enum(['hold', 'ahead']), visit: z.uuid().optional() })

/** The visits that are planned to somebody, and which would be in vain; whoever makes them says what becomes of them. */
export function personVisitsPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OnePerson>('/people/:person/visits', { for: 'visitors', does: 'look' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'visits' }, access => readShown(tx, access)),
    )
    if (!shown.ok) throw notShown()
    return drawPage(request, reply, <VisitsPage shown={shown.value} />)
  })

  routes.post<OnePerson>('/people/:person/visits', { for: 'visitors', does: 'write' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const said = Answer.safeParse(request.body)
    if (!said.success) throw notShown()
    const answer = { goesAhead: said.data.answer === 'ahead', visitId: said.data.visit }
    const answered = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'write', place: 'visits' }, access => answerHold(tx, access, answer)),
    )
    if (!answered.ok || !answered.value.ok) throw notShown()
    return onward(reply, `/people/${personId}/visits`)
  })
}

async function readShown(tx: Tx, access: Access): Promise<Shown> {
  const banner = await pageBanner(tx, access)
  const visits = await plannedVisits(tx, access)
  const theirs = visits.filter(visit => isAnswerable(access, visit)).map(({ id }) => id)
  return { banner, visits, theirs: new Set(theirs) }
}

function VisitsPage({ shown: { banner, visits, theirs } }: { shown: Shown }): JSX.Element {
  const { say } = useAsked()
  const own = `/people/${banner.personId}`
  const unanswered = visits.find(({ id, hold }) => theirs.has(id) && hold?.answer === undefined)
  return (
    <Page
      title={say('visits.title')}
      back={{ href: own, text: banner.name }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      <h1 class="nhsuk-heading-xl">{say('visits.title')}</h1>
      {unanswered?.hold !== undefined && <HoldQuestion hold={unanswered.hold} action={`${own}/visits`} />}
      {visits.length === 0 ? (
        <p>{say('visits.none')}</p>
      ) : (
        <VisitsList visits={visits} theirs={theirs} action={`${own}/visits`} />
      )}
    </Page>
  )
}
