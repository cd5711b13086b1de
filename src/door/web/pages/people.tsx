import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { showNhsNumber } from '#ground/nhs-number.ts'
import { type Banner, bannersOf, nameless } from '#record/chart/banner.ts'
import { findPeople, SEARCH_LENGTH_MAX } from '#record/chart/find-people.ts'
import type { Access } from '#record/sharing/access.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { peopleOf } from '#record/sharing/relationship/ties.ts'
import { actsFor, type Representative } from '#record/sharing/representative/representatives-of.ts'
import { confidencesWaiting } from '#work/confidence/read-confidence.ts'
import type { Notice } from '#work/notice/notice.ts'
import { noticesOf, peopleOfNotices } from '#work/notice/read.ts'
import { FRESHNESS_CHANGED } from '#work/sender/note-silence.ts'
import { type Silence, silentSenders } from '#work/sender/silence.ts'
import { OfficesHeld } from '../acting/offices-held.tsx'
import { useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { OutOfDate } from '../freshness/out-of-date.tsx'
import { tellFreshness } from '../freshness/tell.tsx'
import type { LiveHub, Told, Watcher } from '../live/hub.ts'
import { LiveRegion } from '../live/region.tsx'
import { tellThoseTied } from '../live/tell.ts'
import type { WebMeans } from '../means.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { Button } from '../parts/button.tsx'
import { Input } from '../parts/input.tsx'
import { NoticeCard } from '../person/notice-card.tsx'

/** One person in the list, with what is new of them. */
interface Listed {
  readonly banner: Banner
  readonly notices: readonly Notice[]
  /** Whether something waits that the person said to the reader in confidence. */
  readonly hasConfided: boolean
}

/** A name or a number that is looked for; empty for everybody. What is no text is looked for as nothing. */
const Find = z.object({ find: z.string().max(SEARCH_LENGTH_MAX).catch('') })

/** The people somebody works with or is chosen by, and what has happened to them. */
export function peoplePage(routes: Routes, { store, live }: WebMeans): void {
  routes.get('/people', { for: 'visitors', does: 'list' }, async (request, reply) => {
    const { actor } = visitorOf(request)
    const find = Find.parse(request.query).find.trim()
    const shown = await transaction(store, async tx => {
      const isSearch = find !== '' && actor.kind === 'worker'
      const ids = isSearch ? await findPeople(tx, actor, find) : await peopleOf(tx, actor)
      const pairs = ids.map(personId => ({ actor, personId }))
      const asking = { doing: isSearch ? 'search' : 'list', place: 'people' } as const
      const people = await lookAtMany(tx, pairs, asking, accesses => list(tx, accesses))
      return {
        people,
        silences: await silentSenders(tx),
        offices: actor.kind === 'citizen' ? await actsFor(tx, actor.accountId) : [],
      }
    })
    return drawPage(request, reply, <PeoplePage {...shown} find={find} />)
  })

  routes.get('/people/live', { for: 'visitors', does: 'tell' }, (request, reply) =>
    live.open(request, reply, { topic: 'notice' }),
  )
  live.tell(FRESHNESS_CHANGED, 'notice', (tx, _, watchers) => tellFreshness(tx, live, watchers))
  live.tell('notice', 'notice', (tx, ids, watchers) => tellNotices(tx, live, ids, watchers))
}

/** In the order of the accesses. Somebody whose demographics are not open is listed without a name. */
async function list(tx: Tx, accesses: readonly Access[], only?: readonly string[]): Promise<Listed[]> {
  const banners = await bannersOf(tx, accesses)
  const notices = await noticesOf(tx, accesses, only)
  const confided = await confidencesWaiting(tx, accesses)
  return accesses.map((access, place) => ({
    banner: banners[place] ?? nameless(access.personId),
    notices: notices[place] ?? [],
    hasConfided: confided.has(access.personId),
  }))
}

/** Tells everybody who has a tie to the people and a page open. Whoever may not know hears nothing at all. */
async function tellNotices(
  tx: Tx,
  live: LiveHub,
  noticeIds: readonly string[],
  watchers: readonly Watcher[],
): Promise<Told[]> {
  const people = await peopleOfNotices(tx, noticeIds)
  return tellThoseTied(tx, live, { people, place: 'people', watchers }, async accesses => {
    const listed = await list(tx, accesses, noticeIds)
    return listed.map(({ banner, notices }) =>
      notices.toReversed().map(notice => <NoticeCard key={notice.id} notice={notice} name={banner.name} />),
    )
  })
}

interface PeoplePageProps {
  readonly people: readonly Listed[]
  readonly offices: readonly Representative[]
  readonly silences: readonly Silence[]
  /** What the people were looked for by; empty for all of them. */
  readonly find: string
}

function PeoplePage({ people, offices, silences, find }: PeoplePageProps): JSX.Element {
  const { say, visitor } = useAsked()
  const title = say(visitor?.post === undefined ? 'people.family' : 'people.title')
  const notices = people
    .flatMap(({ banner, notices }) => notices.map(notice => ({ notice, name: banner.name })))
    .sort((one, other) => other.notice.recordedAt.getTime() - one.notice.recordedAt.getTime())
  return (
    <Page title={title} live>
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <h2 class="nhsuk-heading-l">{say('people.new')}</h2>
      <LiveRegion id="notices" from="/people/live">
        <OutOfDate silences={silences} />
        <ul class="app-notices" data-rows>
          {notices.map(({ notice, name }) => (
            <NoticeCard key={notice.id} notice={notice} name={name} />
          ))}
        </ul>
        {notices.length === 0 && <p data-none>{say('people.nothingNew')}</p>}
      </LiveRegion>
      <h2 class="nhsuk-heading-l">{say('people.all', { count: people.length })}</h2>
      {visitor?.post !== undefined && <FindForm find={find} />}
      {people.length > 0 && <PeopleList people={people} />}
      {people.length === 0 && <p>{say(find === '' ? 'people.none' : 'people.noneFound')}</p>}
      {visitor?.post === undefined ? (
        <>
          <OfficesHeld offices={offices} names={new Map(people.map(({ banner }) => [banner.personId, banner.name]))} />
          <ActionLink href="/code">{say('family.codeTitle')}</ActionLink>
        </>
      ) : (
        <ActionLink href="/claim">{say('claim.title')}</ActionLink>
      )}
      {visitor?.post !== undefined && (
        <>
          <ActionLink href="/my-welsh">{say('languageSkill.title')}</ActionLink>
          <ActionLink href="/my-photograph">{say('careTeam.photographMine')}</ActionLink>
        </>
      )}
      <ActionLink href="/my-apps">{say('app.toMine')}</ActionLink>
      <ActionLink href="/my-notices">{say('noticeMail.title')}</ActionLink>
    </Page>
  )
}

/** Looks among the people of one's own work, and nowhere else: the trail tells each who was found. */
function FindForm({ find }: { find: string }): JSX.Element {
  const { say } = useAsked()
  return (
    <search>
      <form method="get" action="/people">
        <Input
          name="find"
          type="search"
          width={20}
          label={say('people.find')}
          hint={say('people.findHint')}
          value={find}
          maxLength={SEARCH_LENGTH_MAX}
          after={<Button variant="secondary">{say('people.findButton')}</Button>}
        />
      </form>
      {find !== '' && (
        <p>
          <a href="/people">{say('people.findAll')}</a>
        </p>
      )}
    </search>
  )
}

function PeopleList({ people }: { people: readonly Listed[] }): JSX.Element {
  const { say, now } = useAsked()
  const inOrder = [...people].sort((one, other) => one.banner.family.localeCompare(other.banner.family, say.language))
  return (
    <ul class="app-people">
      {inOrder.map(({ banner, hasConfided }) => (
        <li key={banner.personId} class="app-people__person">
          <a class="app-people__name" href={`/people/${banner.personId}`}>
            {banner.name}
          </a>
          <span class="app-people__fact">
            {banner.birthDate === undefined
              ? say('person.notKnown')
              : say('people.born', { day: say.day(banner.birthDate), age: say.age(banner.birthDate, now) })}
          </span>
          <span class="app-people__fact app-digits">
            {banner.nhsNumber === undefined ? say('people.noNhsNumber') : showNhsNumber(banner.nhsNumber)}
          </span>
          {hasConfided && <a href={`/people/${banner.personId}/confidence`}>{say('confidence.waits')}</a>}
        </li>
      ))}
    </ul>
  )
}
