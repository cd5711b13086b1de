import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { bannersOf } from '#record/chart/banner.ts'
import type { Access } from '#record/sharing/access.ts'
import { type OpenEmergency, openEmergencyOf } from '#record/sharing/emergency/read-own.ts'
import { look } from '#record/sharing/look.ts'
import { writableParts } from '#work/conversation/contributor.ts'
import { CONVERSATION_TOPIC } from '#work/conversation/conversation.ts'
import { type Conversation, peopleOfEntries, readConversation, readEntries } from '#work/conversation/read.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { useAsked, visitorOf } from '../asked.ts'
import { EntryCard } from '../conversation/entry-card.tsx'
import { conversationTitle } from '../conversation/title.ts'
import { WaitingRow } from '../conversation/waiting-row.tsx'
import { drawPage } from '../draw.tsx'
import { untilItCloses } from '../emergency/until-it-closes.ts'
import { Page } from '../frame.tsx'
import type { LiveHub, Told, Watcher } from '../live/hub.ts'
import { LiveRegion } from '../live/region.tsx'
import { tellThoseTied } from '../live/tell.ts'
import type { WebMeans } from '../means.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { planTitle } from '../plan/plan-title.ts'

interface OneConversation {
  readonly Params: { readonly person: string }
  readonly Querystring: { readonly before?: string; readonly done?: string }
}

/** Which part is asked for, and what was just done. Anything else in the address says nothing. */
const Before = z.coerce.number().int().positive().optional().catch(undefined)
const Done = z.enum(['written', 'answered', 'passedOn', 'struck']).optional().catch(undefined)
type Done = z.infer<typeof Done>

const DONE = {
  written: 'conversation.doneWritten',
  answered: 'conversation.doneAnswered',
  passedOn: 'conversation.donePassedOn',
  struck: 'conversation.doneStruck',
} as const

/** The one conversation about a person: what waits for an answer, then everything, newest first, kept up to date. */
export function conversationPage(routes: Routes, { store, live }: WebMeans): void {
  routes.get<OneConversation>(
    '/people/:person/conversation',
    { for: 'visitors', does: 'look' },
    async (request, reply) => {
      const personId = idFrom(request.params.person)
      const { actor } = visitorOf(request)
      const before = Before.parse(request.query.before)
      const shown = await transaction(store, tx =>
        look(tx, actor, personId, { doing: 'look', place: 'conversation' }, access => readShown(tx, access, before)),
      )
      if (!shown.ok) throw notShown()
      untilItCloses(reply, shown.value.emergency, request.asked.now)
      const page = (
        <ConversationPage {...shown.value} isNewest={before === undefined} done={Done.parse(request.query.done)} />
      )
      return drawPage(request, reply, page)
    },
  )

  routes.get<OneConversation>(
    '/people/:person/conversation/live',
    { for: 'visitors', does: 'tell' },
    (request, reply) => live.open(request, reply, { topic: 'conversation', personId: idFrom(request.params.person) }),
  )
  live.tell(CONVERSATION_TOPIC, 'conversation', (tx, ids, watchers) => tellEntries(tx, live, ids, watchers))
}

interface Shown {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly conversation: Conversation
  readonly mayWrite: boolean
  readonly emergency: OpenEmergency | undefined
}

async function readShown(tx: Tx, access: Access, before: number | undefined): Promise<Shown> {
  return {
    banner: await pageBanner(tx, access),
    isOwn: isThePerson(access),
    conversation: await readConversation(tx, access, { before }),
    mayWrite: (await writableParts(tx, access)).length > 0,
    emergency: await openEmergencyOf(tx, access),
  }
}

/** Sends what was written to everybody who has the conversation open and may read it; others hear nothing. */
async function tellEntries(
  tx: Tx,
  live: LiveHub,
  ids: readonly string[],
  watchers: readonly Watcher[],
): Promise<Told[]> {
  const people = await peopleOfEntries(tx, ids)
  return tellThoseTied(tx, live, { people, place: 'conversation', watchers }, async accesses => {
    const banners = await bannersOf(tx, accesses)
    const rows: JSX.Element[][] = []
    for (const [at, access] of accesses.entries()) {
      const entries = await readEntries(tx, access, ids)
      const person = banners[at]?.name ?? ''
      rows.push(
        entries
          .toReversed()
          .flatMap(entry => [
            <EntryCard key={entry.id} entry={entry} person={person} />,
            ...(entry.kind === 'question' ? [<WaitingRow key={`waiting-${entry.id}`} entry={entry} />] : []),
          ]),
      )
    }
    return rows
  })
}

interface ConversationPageProps extends Shown {
  readonly isNewest: boolean
  readonly done: Done
}

function ConversationPage({
  banner,
  isOwn,
  conversation,
  mayWrite,
  emergency,
  ...rest
}: ConversationPageProps): JSX.Element {
  const { say } = useAsked()
  const whose = { isOwn, name: banner.name }
  const title = conversationTitle(say, whose)
  const person = `/people/${banner.personId}`
  return (
    <Page
      title={title}
      back={{ href: `${person}/plan`, text: planTitle(say, whose) }}
      banner={<PersonBanner banner={banner} href={person} emergency={emergency} />}
      live
    >
      {rest.done && <NotificationBanner success message={say(DONE[rest.done])} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say(isOwn ? 'conversation.ledeMine' : 'conversation.lede')}</p>
      {mayWrite && <ActionLink href={`${person}/conversation/write`}>{say('conversation.write')}</ActionLink>}
      {rest.isNewest ? (
        <LiveRegion id="conversation" from={`${person}/conversation/live`}>
          <Lists conversation={conversation} name={banner.name} />
        </LiveRegion>
      ) : (
        <Entries conversation={conversation} name={banner.name} />
      )}
      <p>
        {!rest.isNewest && <a href={`${person}/conversation`}>{say('conversation.newest')}</a>}
        {conversation.olderThan !== undefined && (
          <a href={`${person}/conversation?before=${conversation.olderThan}`}>{say('conversation.older')}</a>
        )}
      </p>
    </Page>
  )
}

interface ListsProps {
  readonly conversation: Conversation
  readonly name: string
}

function Lists({ conversation, name }: ListsProps): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('conversation.waiting')}</h2>
      <ul class="app-entries" data-rows="waiting">
        {conversation.waiting.map(entry => (
          <WaitingRow key={entry.id} entry={entry} />
        ))}
      </ul>
      <p class="app-when-empty">{say('conversation.nothingWaits')}</p>
      <Entries conversation={conversation} name={name} />
    </>
  )
}

function Entries({ conversation: { entries }, name }: ListsProps): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('conversation.everything')}</h2>
      <ul class="app-entries" data-rows="entries">
        {entries.map(entry => (
          <EntryCard key={entry.id} entry={entry} person={name} />
        ))}
      </ul>
      <p class="app-when-empty">{say('conversation.empty')}</p>
    </>
  )
}
