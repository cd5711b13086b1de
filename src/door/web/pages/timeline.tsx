import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { look } from '#record/sharing/look.ts'
import { isThePerson } from '#work/plan/owner.ts'
import type { Cursor } from '#work/timeline/entry.ts'
import { TIMELINE_KINDS, type TimelineKind } from '#work/timeline/kinds/index.ts'
import { type TimelinePage as Read, readTimeline } from '#work/timeline/read-timeline.ts'
import { useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { planTitle } from '../plan/plan-title.ts'
import { TimelineLine } from '../timeline/timeline-line.tsx'

interface OneTimeline {
  readonly Params: { readonly person: string }
  readonly Querystring: { readonly kind?: string; readonly before?: string }
}

const KINDS = Object.keys(TIMELINE_KINDS) as TimelineKind[]
/** What the address asks for; anything else in it asks for nothing. */
const Kind = z.enum(KINDS).optional().catch(undefined)
const Before = z
  .string()
  .max(200)
  .regex(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z [\w :.-]+$/)
  .optional()
  .catch(undefined)

/** Somebody's life with care along a line: all of it that the reader may see, or one kind of thing. */
export function timelinePage(routes: Routes, { store }: WebMeans): void {
  routes.get<OneTimeline>('/people/:person/timeline', { for: 'visitors', does: 'look' }, async (request, reply) => {
    const { actor } = visitorOf(request)
    const kind = Kind.parse(request.query.kind)
    const before = cursorIn(Before.parse(request.query.before))
    const shown = await transaction(store, tx =>
      look(tx, actor, idFrom(request.params.person), { doing: 'look', place: 'timeline' }, async access => ({
        banner: await pageBanner(tx, access),
        isOwn: isThePerson(access),
        read: await readTimeline(tx, access, { kind, before }),
      })),
    )
    if (!shown.ok) throw notShown()
    const page = <TimelinePage {...shown.value} kind={kind} isFirst={before === undefined} />
    return drawPage(request, reply, page)
  })
}

function cursorIn(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined
  const at = new Date(text.slice(0, 24))
  return Number.isNaN(at.getTime()) ? undefined : { at, id: text.slice(25) }
}

interface TimelinePageProps {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly read: Read
  readonly kind: TimelineKind | undefined
  readonly isFirst: boolean
}

function TimelinePage({ banner, isOwn, read: { entries, next }, kind, isFirst }: TimelinePageProps): JSX.Element {
  const { say } = useAsked()
  const title = say(isOwn ? 'timeline.titleMine' : 'timeline.title')
  const own = `/people/${banner.personId}`
  return (
    <Page
      title={title}
      back={{ href: `${own}/plan`, text: planTitle(say, { isOwn, name: banner.name }) }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say(isOwn ? 'timeline.ledeMine' : 'timeline.lede')}</p>
      <Kinds own={own} chosen={kind} />
      {entries.length === 0 && <p>{say('timeline.none')}</p>}
      <TimelineLine entries={entries} personId={banner.personId} />
      <ul class="app-ways">
        {next !== undefined && (
          <li>
            <a href={addressOf(own, kind, next)}>{say('timeline.earlier')}</a>
          </li>
        )}
        {!isFirst && (
          <li>
            <a href={addressOf(own, kind)}>{say('timeline.newest')}</a>
          </li>
        )}
      </ul>
    </Page>
  )
}

/** The kinds of thing that can be shown alone: a link each, so that it works without scripts. */
function Kinds({ own, chosen }: { own: string; chosen: TimelineKind | undefined }): JSX.Element {
  const { say } = useAsked()
  return (
    <nav class="app-line-kinds" aria-label={say('timeline.filter')}>
      <ul>
        {[undefined, ...KINDS].map(kind => (
          <li key={kind ?? 'all'}>
            <a href={addressOf(own, kind)} aria-current={kind === chosen ? 'true' : undefined}>
              {kind === undefined ? say('timeline.all') : say.code('timeline', `kind-${kind}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function addressOf(own: string, kind: TimelineKind | undefined, before?: Cursor): string {
  const asked = new URLSearchParams({
    ...(kind !== undefined && { kind }),
    ...(before !== undefined && { before: `${before.at.toISOString()} ${before.id}` }),
  })
  return asked.size === 0 ? `${own}/timeline` : `${own}/timeline?${asked}`
}
