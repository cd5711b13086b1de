import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction } from '#ground/db/store.ts'
import { done, type Outcome } from '#ground/outcome.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { type Deferral, deferralsAbout } from '#record/sharing/trail/deferral.ts'
import { TRAIL_PAGE_ENTRIES, type TrailEntry } from '#record/sharing/trail/entry.ts'
import { readTrail } from '#record/sharing/trail/read.ts'
import { summariseTrail, type TrailSummary } from '#record/sharing/trail/summary.ts'
import type { Question } from '#work/privacy/question.ts'
import { questionsAbout } from '#work/privacy/read-questions.ts'
import { useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { FilterForm } from '../looks/filter-form.tsx'
import { byDay } from '../looks/fold.ts'
import { LookEntry } from '../looks/look-entry.tsx'
import { addressOf, isPart, trailWanted, Wanted } from '../looks/wanted.ts'
import { WeeksChart } from '../looks/weeks-chart.tsx'
import type { WebMeans } from '../means.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { Pagination } from '../parts/pagination.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'

interface OnePerson {
  readonly Params: { readonly person: string }
}

interface Shown {
  readonly banner: PageBanner
  readonly entries: readonly TrailEntry[]
  readonly questions: ReadonlyMap<string, readonly Question[]>
  readonly summary: TrailSummary
  /** What was put off and is no more: the person reads that it was, by whom and why. */
  readonly over: readonly Deferral[]
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
  const read = await readTrail(tx, access, trailWanted(wanted))
  if (!read.ok) return read
  const banner = await pageBanner(tx, access)
  const entries = read.value
  return done({
    banner,
    entries,
    questions: await questionsAbout(
      tx,
      access,
      entries.map(({ id }) => id),
    ),
    summary: await summariseTrail(tx, access),
    over: (await deferralsAbout(tx, access.personId)).filter(({ endsAt }) => endsAt <= tx.now),
    wanted,
  })
}

function LooksPage({ shown }: { shown: Shown }): JSX.Element {
  const { say } = useAsked()
  const { banner, wanted, summary, over } = shown
  const own = `/people/${banner.personId}`
  return (
    <Page title={say('looks.title')} banner={<PersonBanner banner={banner} href={own} />}>
      <h1 class="nhsuk-heading-xl">{say('looks.title')}</h1>
      <p class="nhsuk-lede-text">{say('looks.intro')}</p>
      {/* Source: UK GDPR, articles 12(3), 12(5) and 15. */}
      <InsetText>{say('looks.right')}</InsetText>
      <p>
        <a href={`${own}/questions`}>{say('looks.toQuestions')}</a>
        <br />
        <a href={`${own}/emergencies`}>{say('looks.toEmergencies')}</a>
      </p>
      {over.map(deferral => (
        <PutOffOver key={deferral.id} deferral={deferral} />
      ))}
      <WeeksChart summary={summary} />
      <FilterForm page={`${own}/looks`} wanted={wanted} summary={summary} />
      <OwnToo page={`${own}/looks`} wanted={wanted} />
      <Entries shown={shown} />
      <Ways page={`${own}/looks`} entries={shown.entries} wanted={wanted} />
      <p>
        <a href="/seal">{say('looks.toSeal')}</a>
      </p>
    </Page>
  )
}

function PutOffOver({ deferral: { startedAt, endsAt, madeBy, reason, power } }: { deferral: Deferral }): JSX.Element {
  const { say } = useAsked()
  const told = { from: say.day(startedAt), until: say.day(endsAt), name: madeBy, reason, power }
  return <InsetText>{say('looks.putOffOver', told)}</InsetText>
}

function OwnToo({ page, wanted }: { page: string; wanted: Wanted }): JSX.Element {
  const { say } = useAsked()
  return (
    <p>
      {wanted.own === undefined ? (
        <a href={addressOf(page, { ...wanted, own: '1' })}>{say('looks.withOwn')}</a>
      ) : (
        <a href={addressOf(page, { ...wanted, own: undefined })}>{say('looks.withoutOwn')}</a>
      )}
    </p>
  )
}

function Entries({ shown: { banner, entries, questions, wanted } }: { shown: Shown }): JSX.Element {
  const { say } = useAsked()
  const nothing = wanted.before === undefined ? 'looks.none' : 'looks.noneEarlier'
  return (
    <>
      {isPart(wanted) && <p>{say('looks.filtered')}</p>}
      {entries.length === 0 && <p>{say(isPart(wanted) ? 'looks.noneSuch' : nothing)}</p>}
      {byDay(entries, say, new Set(questions.keys())).map(({ name, folds }) => (
        <section key={name}>
          <h2 class="nhsuk-heading-m">{name}</h2>
          <ol class="app-looks">
            {folds.map(fold => (
              <LookEntry
                key={fold.entry.sequence}
                fold={fold}
                askAt={`/people/${banner.personId}/looks/${fold.entry.id}/ask`}
                questions={questions.get(fold.entry.id)}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

/** On to what is earlier while there may be more, and back to the latest. */
function Ways(props: { page: string; entries: readonly TrailEntry[]; wanted: Wanted }): JSX.Element | null {
  const { say } = useAsked()
  const { page, entries, wanted } = props
  const last = entries.length === TRAIL_PAGE_ENTRIES ? entries.at(-1) : undefined
  if (last === undefined && wanted.before === undefined) return null
  return (
    <Pagination
      previous={wanted.before === undefined ? undefined : { href: addressOf(page, wanted), text: say('looks.latest') }}
      next={last === undefined ? undefined : { href: addressOf(page, wanted, last.id), text: say('looks.earlier') }}
    />
  )
}
