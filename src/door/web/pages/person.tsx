import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { type Contacts, contactsOf } from '#record/chart/contacts.ts'
import { type Home, homeOf } from '#record/chart/home.ts'
import type { Access, Grant } from '#record/sharing/access.ts'
import { unreadEmergencies } from '#record/sharing/emergency/person-emergencies.ts'
import { type OpenEmergency, openEmergencyOf } from '#record/sharing/emergency/read-own.ts'
import { look } from '#record/sharing/look.ts'
import { mayReadActing } from '#record/sharing/representative/read-acting.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { isWritten, type WrittenPart } from '#work/about-me/about-me.ts'
import { readAboutMe } from '#work/about-me/read-about-me.ts'
import { anyToOpen } from '#work/app/read.ts'
import { ASSESSMENT_CLASS } from '#work/assessment/record.ts'
import { carersGrant, isCarers } from '#work/confidence/confidence.ts'
import { type ToldOfPerson, toldOf } from '#work/drop/read-told.ts'
import { contributorFor } from '#work/hand-over/hand.ts'
import type { HandOver } from '#work/hand-over/hand-over.ts'
import { handOversAbout } from '#work/hand-over/read.ts'
import { isPersonOrActsForThem, officerWith } from '#work/identity/joined/near.ts'
import type { Notice } from '#work/notice/notice.ts'
import { noticesOf } from '#work/notice/read.ts'
import { takeNotice } from '#work/notice/take.ts'
import { plannedVisits } from '#work/notice/visits/read-visits.ts'
import type { Hold } from '#work/notice/visits/visit.ts'
import { isOwnWords, type PlanItem } from '#work/plan/plan.ts'
import { readPlan } from '#work/plan/read-plan.ts'
import { type Silence, silentSenders } from '#work/sender/silence.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { type Clinical, ClinicalPart, readClinical } from '../clinical/clinical-part.tsx'
import { drawPage } from '../draw.tsx'
import { EmergencyTold } from '../emergency/emergency-told.tsx'
import { untilItCloses } from '../emergency/until-it-closes.ts'
import { Page } from '../frame.tsx'
import { OutOfDate } from '../freshness/out-of-date.tsx'
import { WaitingFor } from '../hand-over/waiting-for.tsx'
import { LiveRegion } from '../live/region.tsx'
import type { WebMeans } from '../means.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { ContactsList } from '../person/contacts-list.tsx'
import { HomePart } from '../person/home-part.tsx'
import { NoticeCard } from '../person/notice-card.tsx'
import { OwnWords } from '../person/own-words.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { ToldPart } from '../person/told-part.tsx'
import { WhyShown } from '../person/why-shown.tsx'

interface OnePerson {
  readonly Params: { readonly person: string }
}

/** What one reader is shown of one person. */
interface Shown {
  readonly banner: PageBanner
  readonly matters: readonly PlanItem[]
  /** What the person says of themselves, part by part; none where that is not open. */
  readonly aboutMe: readonly WrittenPart[]
  readonly hasPlan: boolean
  /** Whether the reader is told who may act for the person. */
  readonly mayReadActing: boolean
  readonly notices: readonly Notice[]
  readonly hasVisits: boolean
  /** By the id of a visit, that it would be in vain. */
  readonly holds: ReadonlyMap<string, Hold>
  readonly silences: readonly Silence[]
  /** What was handed on about the person and waits for another team's answer. */
  readonly waitingFor: readonly HandOver[]
  readonly mayHandOn: boolean
  readonly clinical: Clinical
  readonly contacts: readonly Contacts[]
  readonly home: Home | undefined
  readonly told: ToldOfPerson
  readonly grants: readonly Grant[]
  readonly emergency: OpenEmergency | undefined
  /** Emergencies that the person has not said they have read of; nobody else is told of them. */
  readonly unreadEmergencies: number
  readonly classes: ReadonlySet<DataClass>
  /** Whether the reader may say something here in confidence, or is a worker who may be told. */
  readonly confides: 'own' | 'worker' | undefined
  /** Whether the reader may see which records are joined here: as their own, or as an officer with a task. */
  readonly joined: 'own' | 'officer' | undefined
  /** Whether there is an app with which the record can be opened. */
  readonly canOpenWithApp: boolean
}

/** One person's record: their own words first, then what has happened, then how to reach them. */
export function personPage(routes: Routes, { store, live }: WebMeans): void {
  routes.get<OnePerson>('/people/:person', { for: 'visitors', does: 'look' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'record' }, access => readShown(tx, access)),
    )
    if (!shown.ok) throw notShown()
    untilItCloses(reply, shown.value.emergency, request.asked.now)
    return drawPage(request, reply, <PersonPage shown={shown.value} />)
  })

  routes.get<OnePerson>('/people/:person/live', { for: 'visitors', does: 'tell' }, (request, reply) =>
    live.open(request, reply, { topic: 'notice', personId: idFrom(request.params.person) }),
  )

  routes.post<{ Params: { person: string; notice: string } }>(
    '/people/:person/notices/:notice/taken',
    { for: 'visitors', does: 'write' },
    async (request, reply) => {
      const personId = idFrom(request.params.person)
      const noticeId = idFrom(request.params.notice)
      const { actor } = visitorOf(request)
      const taken = await transaction(store, tx =>
        look(tx, actor, personId, { doing: 'write', place: 'notice' }, access => takeNotice(tx, access, noticeId)),
      )
      if (!taken.ok || !taken.value.ok) throw notShown()
      return onward(reply, '/people')
    },
  )
}

async function readShown(tx: Tx, access: Access): Promise<Shown> {
  const banner = await pageBanner(tx, access)
  const [notices = []] = await noticesOf(tx, [access])
  const plan = await readPlan(tx, access)
  const aboutMe = (await readAboutMe(tx, access)) ?? []
  const contacts = await contactsOf(tx, access)
  const home = await homeOf(tx, access)
  const told = await toldOf(tx, access)
  const clinical = await readClinical(tx, access)
  const visits = await plannedVisits(tx, access)
  return {
    banner,
    matters: plan.filter(isOwnWords),
    aboutMe,
    hasPlan: plan.length > 0,
    mayReadActing: mayReadActing(access),
    notices,
    silences: await silentSenders(tx),
    waitingFor: (await handOversAbout(tx, access)).filter(({ answer }) => answer === undefined),
    mayHandOn: (await contributorFor(tx, access)) !== undefined,
    clinical,
    contacts,
    home,
    told,
    grants: access.grants,
    hasVisits: visits.length > 0,
    holds: new Map(visits.flatMap(({ id, hold }) => (hold === undefined ? [] : [[id, hold]]))),
    emergency: await openEmergencyOf(tx, access),
    unreadEmergencies: await unreadEmergencies(tx, access),
    classes: new Set(access.released.map(({ dataClass }) => dataClass)),
    confides: isCarers(access) ? 'own' : access.actor.kind === 'worker' && carersGrant(access) ? 'worker' : undefined,
    joined: isPersonOrActsForThem(access) ? 'own' : officerWith(access) && 'officer',
    canOpenWithApp: await anyToOpen(tx),
  }
}

/** Until this age what is said of growing up is led to, years. */
const GROWN_UP = 25

function PersonPage({ shown }: { shown: Shown }): JSX.Element {
  const { say, visitor, now } = useAsked()
  const { banner, notices } = shown
  const own = `/people/${banner.personId}`
  return (
    <Page
      title={banner.name}
      back={{ href: '/people', text: say('person.back') }}
      banner={<PersonBanner banner={banner} emergency={shown.emergency} />}
      live
    >
      <EmergencyTold count={shown.unreadEmergencies} personId={banner.personId} />
      <h1 class="nhsuk-heading-xl">{say('person.title')}</h1>
      {(shown.matters.length > 0 || shown.aboutMe.some(isWritten)) && (
        <OwnWords name={banner.name} personId={banner.personId} items={shown.matters} aboutMe={shown.aboutMe} />
      )}
      {shown.hasPlan && <ActionLink href={`${own}/plan`}>{say('person.toPlan')}</ActionLink>}
      {shown.grants.some(({ dataClass }) => dataClass === ASSESSMENT_CLASS) && (
        <ActionLink href={`${own}/assessments`}>
          {say(visitor?.personId === banner.personId ? 'assessment.titleMine' : 'assessment.title')}
        </ActionLink>
      )}
      <h2 class="nhsuk-heading-l">{say('person.happened')}</h2>
      <LiveRegion id="notices" from={`${own}/live`}>
        <OutOfDate silences={shown.silences} />
        <ul class="app-notices" data-rows>
          {notices.map(notice => (
            <NoticeCard key={notice.id} notice={notice} name={banner.name} />
          ))}
        </ul>
        {notices.length === 0 && <p data-none>{say('people.nothingNew')}</p>}
      </LiveRegion>
      <WaitingFor handOvers={shown.waitingFor} />
      {shown.mayHandOn && (
        <div class="nhsuk-u-margin-top-5">
          <ActionLink href={`${own}/hand-on`}>{say('handOver.handOn')}</ActionLink>
        </div>
      )}
      <ClinicalPart clinical={shown.clinical} own={own} />
      {shown.contacts.length > 0 && <ContactsList contacts={shown.contacts} />}
      {shown.home !== undefined && <HomePart home={shown.home} />}
      <ToldPart told={shown.told} holds={shown.holds} />
      {shown.hasVisits && <ActionLink href={`${own}/visits`}>{say('visits.toVisits')}</ActionLink>}
      {shown.classes.has('demographics') && (
        <ActionLink href={`${own}/language`}>{say('activeOffer.toPage')}</ActionLink>
      )}
      {banner.birthDate !== undefined &&
        shown.grants.some(({ dataClass }) => dataClass === 'about-me') &&
        say.age(banner.birthDate, now) < GROWN_UP && (
          <ActionLink href={`${own}/growing-up`}>{say('growingUp.toPage')}</ActionLink>
        )}
      {shown.confides && (
        <ActionLink href={`${own}/confidence`}>
          {say(shown.confides === 'own' ? 'confidence.toPage' : 'confidence.toPageWorker')}
        </ActionLink>
      )}
      {shown.mayReadActing && <ActionLink href={`${own}/acting`}>{say('person.toActing')}</ActionLink>}
      {shown.canOpenWithApp && <ActionLink href={`${own}/apps`}>{say('app.openWith')}</ActionLink>}
      <WhyShown grants={shown.grants} shown={shown.classes} />
      {visitor?.personId === banner.personId && <ActionLink href={`${own}/looks`}>{say('person.toLooks')}</ActionLink>}
      {shown.joined && (
        <ActionLink href={`${own}/records`}>
          {say(shown.joined === 'own' ? 'joined.toRecordsOwn' : 'joined.toRecords')}
        </ActionLink>
      )}
    </Page>
  )
}
