import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import type { Outcome } from '#ground/outcome.ts'
import { dueAt } from '#record/person/review/due.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { endLink, takeAway } from '#work/identity/joined/part.ts'
import { type JoinedRecord, readJoined } from '#work/identity/joined/read-joined.ts'
import { type NotMineProblem, sayNotMine } from '#work/identity/joined/say-not-mine.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { RecordFacts } from '../joined/record-card.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { type Typed, typedIn } from '../typed.ts'

const NOT_MINE = '/people/:person/records/:subject/not-mine'
const AWAY = '/people/:person/records/:subject/away'
const LINK = '/people/:person/records/links/:subject'

interface About {
  readonly Params: { readonly person: string; readonly subject: string }
}

/** One thing that can be done about a record or a link, on a page of its own, with a reason. */
interface Form {
  readonly title: Key
  readonly why: Key
  readonly hint: Key
  readonly send: Key
  readonly done: 'sent' | 'ended' | 'taken'
  readonly isOwn: boolean
  act(tx: Tx, access: Access, sent: Sent): Promise<Outcome<undefined, NotMineProblem>>
  /** The records it is about. */
  about(records: readonly JoinedRecord[], subject: string): readonly JoinedRecord[]
}

interface Sent {
  readonly subject: string
  readonly words: string
  readonly language: 'en' | 'cy'
}

/** Saying that a record is not one's own, and for an officer taking a record away and ending a link. */
export function joinedFormPages(routes: Routes, means: WebMeans): void {
  routes.get<About>(NOT_MINE, { for: 'citizens', does: 'look', changes: true }, asking(means, notMine))
  routes.post<About>(NOT_MINE, { for: 'citizens', does: ['write', 'look'] }, sent(means, notMine))
  routes.get<About>(AWAY, { for: ['records-officer'], does: 'look', changes: true }, asking(means, away))
  routes.post<About>(AWAY, { for: ['records-officer'], does: ['write', 'look'] }, sent(means, away))
  routes.get<About>(LINK, { for: ['records-officer'], does: 'look', changes: true }, asking(means, end))
  routes.post<About>(LINK, { for: ['records-officer'], does: ['write', 'look'] }, sent(means, end))
}

const notMine: Form = {
  title: 'joined.notMineTitle',
  why: 'joined.notMineWhy',
  hint: 'joined.notMineHint',
  send: 'joined.notMineSend',
  done: 'sent',
  isOwn: true,
  act: (tx, access, { subject, ...said }) => sayNotMine(tx, access, { recordId: subject, ...said }),
  about: (records, subject) => records.filter(({ id }) => id === subject),
}

const away: Form = {
  title: 'joined.takeTitle',
  why: 'joined.partWhy',
  hint: 'joined.partHint',
  send: 'joined.takeSend',
  done: 'taken',
  isOwn: false,
  act: (tx, access, { subject, words }) => takeAway(tx, access, { recordId: subject, words }),
  about: (records, subject) => records.filter(({ id }) => id === subject),
}

const end: Form = {
  title: 'joined.endTitle',
  why: 'joined.partWhy',
  hint: 'joined.partHint',
  send: 'joined.endSend',
  done: 'ended',
  isOwn: false,
  act: (tx, access, { subject, words }) => endLink(tx, access, { linkId: subject, words }),
  about: (records, subject) => {
    const link = records.flatMap(({ links }) => links).find(({ id }) => id === subject)
    return records.filter(({ id }) => id === link?.recordA || id === link?.recordB)
  },
}

type Request = FastifyRequest<About>

function asking({ store, visits }: WebMeans, form: Form) {
  return async (request: Request, reply: FastifyReply) => {
    const typed = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(request, reply, store, { form, typed, problem: undefined })
  }
}

function sent({ store }: WebMeans, form: Form) {
  return async (request: Request, reply: FastifyReply) => {
    const personId = idFrom(request.params.person)
    const subject = idFrom(request.params.subject)
    const { actor } = visitorOf(request)
    const typed = typedIn(request.body)
    const words = (typed.words ?? '').replaceAll('\r\n', '\n')
    const { language } = request.asked.say
    const acted = await transactionInTurn(store, tx =>
      look(tx, actor, personId, { doing: 'write', place: 'records' }, access =>
        form.act(tx, access, { subject, words, language }),
      ),
    )
    const problem = !acted.ok ? acted.problem : acted.value.ok ? undefined : acted.value.problem
    if (problem === 'record.notShown') throw notShown()
    if (problem !== undefined) return draw(request, reply, store, { form, typed, problem: PROBLEMS[problem] })
    return onward(reply, `/people/${personId}/records?done=${form.done}`)
  }
}

const PROBLEMS: Readonly<Record<Exclude<NotMineProblem, 'record.notShown'>, Key>> = {
  'identity.wordsMissing': 'joined.wordsMissing',
  'identity.wordsTooLong': 'joined.wordsTooLong',
  'joined.asked': 'joined.asked',
  'joined.onlyOne': 'joined.onlyOne',
}

interface Asking {
  readonly form: Form
  readonly typed: Typed | undefined
  readonly problem: Key | undefined
}

interface Shown {
  readonly banner: PageBanner
  readonly records: readonly JoinedRecord[]
}

async function draw(request: Request, reply: FastifyReply, store: Store, asking: Asking) {
  const personId = idFrom(request.params.person)
  const subject = idFrom(request.params.subject)
  const { actor } = visitorOf(request)
  const { form } = asking
  const shown = await transaction(store, tx =>
    look(tx, actor, personId, { doing: 'look', place: 'records' }, async access => {
      const joined = await readJoined(tx, access)
      const isTheirs = joined.ok && (form.isOwn ? joined.value.mayDoubt : joined.value.mayPart)
      const banner = await pageBanner(tx, access)
      return {
        banner,
        records: isTheirs ? form.about(joined.value.records, subject) : [],
      }
    }),
  )
  if (!shown.ok || shown.value.records.length === 0) throw notShown()
  const status = asking.problem === undefined ? 200 : 422
  return drawPage(request, reply, <FormPage shown={shown.value} asking={asking} />, status)
}

function FormPage({ shown, asking }: { shown: Shown; asking: Asking }): JSX.Element {
  const { say, path } = useAsked()
  const { banner, records } = shown
  const { form, typed, problem } = asking
  const own = `/people/${banner.personId}`
  const title = say.plain(form.title)
  const wrong = problem && say.plain(problem)
  return (
    <Page
      title={title}
      problems={wrong ? [{ message: wrong, field: 'words' }] : undefined}
      back={{ href: `${own}/records`, text: say(form.isOwn ? 'joined.titleOwn' : 'joined.title') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      {typed && !wrong && <NotificationBanner message={say('joined.kept')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      {form.isOwn && <p>{say('joined.notMineLede')}</p>}
      {records.map(record => (
        <Card key={record.id} heading={say.of(record.organisation)} headingSize="m">
          <RecordFacts record={record} />
        </Card>
      ))}
      <Means form={form} />
      <form method="post" action={path} noValidate>
        <Textarea
          name="words"
          label={say.plain(form.why)}
          labelSize="m"
          hint={say.plain(form.hint)}
          rows={4}
          lang={say.language}
          value={typed?.words}
          error={wrong}
        />
        <Button preventDoubleClick>{say.plain(form.send)}</Button>
      </form>
    </Page>
  )
}

/** What happens when it is sent. */
function Means({ form }: { form: Form }): JSX.Element {
  const { say, now } = useAsked()
  if (!form.isOwn) return <InsetText>{say(form.done === 'taken' ? 'joined.takeMeans' : 'joined.endMeans')}</InsetText>
  return (
    <>
      <h2 class="nhsuk-heading-m">{say('joined.notMineNext')}</h2>
      <p>{say('joined.notMineOwner')}</p>
      <p>{say('joined.notMineClock', { day: say.day(dueAt(now)) })}</p>
      <p>{say('joined.notMineUntil')}</p>
    </>
  )
}
