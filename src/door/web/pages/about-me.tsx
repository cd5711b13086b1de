import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { dayOf } from '#ground/day.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import type { Access, Grant } from '#record/sharing/access.ts'
import { type OpenEmergency, openEmergencyOf } from '#record/sharing/emergency/read-own.ts'
import { look } from '#record/sharing/look.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { ABOUT_ME_TOPIC, isWritten, type WrittenPart } from '#work/about-me/about-me.ts'
import { readAboutMe } from '#work/about-me/read-about-me.ts'
import { type MayWrite, mayWrite } from '#work/about-me/who-decides.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { aboutMeTitle } from '../about-me/about-me-title.ts'
import { PartCard } from '../about-me/part-card.tsx'
import { useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { untilItCloses } from '../emergency/until-it-closes.ts'
import { Page } from '../frame.tsx'
import type { LiveHub, Told, Watcher } from '../live/hub.ts'
import { LiveRegion } from '../live/region.tsx'
import { tellThoseTied } from '../live/tell.ts'
import type { WebMeans } from '../means.ts'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { WhyShown } from '../person/why-shown.tsx'

interface OnePerson {
  readonly Params: { readonly person: string }
  readonly Querystring: { readonly done?: string }
}

interface Shown {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly may: MayWrite
  readonly parts: readonly WrittenPart[]
  readonly grants: readonly Grant[]
  readonly classes: ReadonlySet<DataClass>
  readonly emergency: OpenEmergency | undefined
}

/** What somebody wants known of them, in their own words, part by part. */
export function aboutMePage(routes: Routes, { store, live }: WebMeans): void {
  routes.get<OnePerson>('/people/:person/about-me', { for: 'visitors', does: 'look' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'about-me' }, access => readShown(tx, access)),
    )
    if (!shown.ok || shown.value === undefined) throw notShown()
    untilItCloses(reply, shown.value.emergency, request.asked.now)
    return drawPage(request, reply, <AboutMePage shown={shown.value} done={Done.parse(request.query.done)} />)
  })

  routes.get<OnePerson>('/people/:person/about-me/live', { for: 'visitors', does: 'tell' }, (request, reply) =>
    live.open(request, reply, { topic: 'about-me', personId: idFrom(request.params.person) }),
  )
  live.tell(ABOUT_ME_TOPIC, 'about-me', (tx, ids, watchers) => tellParts(tx, live, ids, watchers))
}

async function readShown(tx: Tx, access: Access): Promise<Shown | undefined> {
  const parts = await readAboutMe(tx, access)
  if (parts === undefined) return undefined
  return {
    parts,
    banner: await pageBanner(tx, access),
    isOwn: isThePerson(access),
    may: await mayWrite(tx, access),
    grants: access.grants,
    emergency: await openEmergencyOf(tx, access),
    classes: new Set(access.released.map(({ dataClass }) => dataClass)),
  }
}

/** Sends each part that changed to everybody who has the page open and may read it. */
async function tellParts(
  tx: Tx,
  live: LiveHub,
  changed: readonly string[],
  watchers: readonly Watcher[],
): Promise<Told[]> {
  const told: Told[] = []
  for (const [personId, ids] of Map.groupBy(changed, id => id.split('/')[0]!)) {
    const names = new Set(ids.map(id => id.split('/')[1]))
    const rows = await tellThoseTied(tx, live, { people: [personId], place: 'about-me', watchers }, async accesses => {
      const drawn = []
      for (const access of accesses) {
        const shown = { personId, isOwn: isThePerson(access), may: await mayWrite(tx, access) }
        const parts = (await readAboutMe(tx, access)) ?? []
        drawn.push(parts.filter(({ part }) => names.has(part)).map(part => <PartCard part={part} {...shown} />))
      }
      return drawn
    })
    told.push(...rows)
  }
  return told
}

/** What somebody has just done on the page of one part. Anything else in the address says nothing. */
const Done = z.enum(['changed', 'proposed', 'answered', 'media', 'away']).optional().catch(undefined)
type Done = z.infer<typeof Done>

const DONE = {
  changed: 'aboutMe.doneChanged',
  proposed: 'aboutMe.doneProposed',
  answered: 'aboutMe.doneAnswered',
  media: 'aboutMe.doneMedia',
  away: 'aboutMe.doneAway',
} as const

function AboutMePage({ shown, done }: { shown: Shown; done: Done }): JSX.Element {
  const { say } = useAsked()
  const { banner, isOwn, parts, may } = shown
  const title = aboutMeTitle(say, { isOwn, name: banner.name })
  const own = `/people/${banner.personId}`
  const toShow = may === undefined ? parts.filter(isWritten) : parts
  return (
    <Page
      title={title}
      back={{ href: `${own}/plan`, text: say(isOwn ? 'plan.mine' : 'plan.nameless') }}
      banner={<PersonBanner banner={banner} href={own} emergency={shown.emergency} />}
      live
    >
      {done && <NotificationBanner success message={say(DONE[done])} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say(isOwn ? 'aboutMe.ledeOwn' : 'aboutMe.lede')}</p>
      <LiveRegion id="about-me" from={`${own}/about-me/live`}>
        {toShow.length === 0 && <p>{say('aboutMe.nothing')}</p>}
        {toShow.map(part => (
          <PartCard key={part.part} part={part} personId={banner.personId} isOwn={isOwn} may={may} />
        ))}
      </LiveRegion>
      <HelpedAndWhen parts={parts.filter(isWritten)} />
      {!isOwn && <WhyShown grants={shown.grants} shown={shown.classes} />}
    </Page>
  )
}

/** The two parts that are not written but follow from the others: who helped, and when. Source: PRSB, About Me 2.01. */
function HelpedAndWhen({ parts }: { parts: readonly WrittenPart[] }): JSX.Element | null {
  const { say } = useAsked()
  const last = parts.map(({ writtenAt }) => writtenAt).sort((one, other) => other.getTime() - one.getTime())[0]
  if (last === undefined) return null
  const helpers = [...new Set(parts.flatMap(({ helpedBy }) => helpedBy ?? []))]
  return (
    <>
      <h2 class="nhsuk-heading-m">{say('aboutMe.helped')}</h2>
      {helpers.length === 0 ? (
        <p>{say('aboutMe.helpedNobody')}</p>
      ) : (
        <ul class="app-words nhsuk-u-margin-bottom-4">
          {helpers.map(name => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      )}
      <h2 class="nhsuk-heading-m">{say('aboutMe.changedLast')}</h2>
      <p>{say.day(dayOf(last))}</p>
    </>
  )
}
