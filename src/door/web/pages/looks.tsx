import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import { type Banner, bannersOf, nameless } from '#record/chart/banner.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { readTrail, TRAIL_PAGE_ENTRIES, type TrailEntry } from '#record/sharing/trail/read.ts'
import { useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { byDay } from '../looks/fold.ts'
import { LookEntry } from '../looks/look-entry.tsx'
import type { WebMeans } from '../means.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { Pagination } from '../parts/pagination.tsx'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'

interface OnePerson {
  readonly Params: { readonly person: string }
  readonly Querystring: { readonly before?: string; readonly own?: string }
}

/** Which part of the trail is read: entries before this sequence number, with the person's own looks or without. */
const Wanted = z.object({
  before: z.coerce.number().int().positive().optional().catch(undefined),
  own: z.literal('1').optional().catch(undefined),
})
type Wanted = z.infer<typeof Wanted>

interface Shown {
  readonly banner: Banner
  readonly entries: readonly TrailEntry[]
  readonly wanted: Wanted
}

/** Who has looked at a person's record and why, for the person alone. Reading it is itself a look. */
export function looksPage(routes: Routes, { store }: WebMeans): void {
  routes.get<OnePerson>('/people/:person/looks', { for: 'visitors', does: 'look' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const wanted = Wanted.parse(request.query)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'looks' }, access => readShown(tx, access, wanted)),
    )
    if (!shown.ok || !shown.value.ok) throw notShown()
    return drawPage(request, reply, <LooksPage shown={shown.value.value} />)
  })
}

async function readShown(tx: Tx, access: Access, wanted: Wanted): Promise<Outcome<Shown, 'record.notShown'>> {
  const { before, own } = wanted
  const read = await readTrail(tx, access, { ...(before !== undefined && { before }), withOwn: own !== undefined })
  if (!read.ok) return read
  const [banner] = await bannersOf(tx, [access])
  return done({ banner: banner ?? nameless(access.personId), entries: read.value, wanted })
}

function LooksPage({ shown: { banner, entries, wanted } }: { shown: Shown }): JSX.Element {
  const { say } = useAsked()
  const own = `/people/${banner.personId}`
  return (
    <Page title={say('looks.title')} banner={<PersonBanner banner={banner} href={own} />}>
      <h1 class="nhsuk-heading-xl">{say('looks.title')}</h1>
      <p class="nhsuk-lede-text">{say('looks.intro')}</p>
      {/* Source: UK GDPR, articles 12(3), 12(5) and 15. */}
      <InsetText>{say('looks.right')}</InsetText>
      <p>
        {wanted.own === undefined ? (
          <a href={`${own}/looks?own=1`}>{say('looks.withOwn')}</a>
        ) : (
          <a href={`${own}/looks`}>{say('looks.withoutOwn')}</a>
        )}
      </p>
      {entries.length === 0 && <p>{say(wanted.before === undefined ? 'looks.none' : 'looks.noneEarlier')}</p>}
      {byDay(entries, say).map(({ name, folds }) => (
        <section key={name}>
          <h2 class="nhsuk-heading-m">{name}</h2>
          <ol class="app-looks">
            {folds.map(fold => (
              <LookEntry key={fold.entry.sequence} fold={fold} />
            ))}
          </ol>
        </section>
      ))}
      <Ways page={`${own}/looks`} entries={entries} wanted={wanted} />
    </Page>
  )
}

/** On to what is earlier while there may be more, and back to the latest. */
function Ways(props: { page: string; entries: readonly TrailEntry[]; wanted: Wanted }): JSX.Element | null {
  const { say } = useAsked()
  const { page, entries, wanted } = props
  const last = entries.length === TRAIL_PAGE_ENTRIES ? entries.at(-1) : undefined
  if (last === undefined && wanted.before === undefined) return null
  const href = (before?: number) => {
    const query = new URLSearchParams()
    if (before !== undefined) query.set('before', String(before))
    if (wanted.own !== undefined) query.set('own', wanted.own)
    return query.size === 0 ? page : `${page}?${query}`
  }
  return (
    <Pagination
      previous={wanted.before === undefined ? undefined : { href: href(), text: say('looks.latest') }}
      next={last === undefined ? undefined : { href: href(last.sequence), text: say('looks.earlier') }}
    />
  )
}
