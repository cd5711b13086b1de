import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import type { Key } from '#ground/language/say.ts'
import type { Outcome } from '#ground/outcome.ts'
import { ProblemError } from '#ground/problem.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { type Caring, caringOf, endCaring, sayCaring } from '#work/confidence/caring.ts'
import { answerConfidence, type Confidant, confidantsOf, confide } from '#work/confidence/confide.ts'
import { CONFIDENCE_TOPIC, carersGrant, isCarers, type Thread } from '#work/confidence/confidence.ts'
import { findCarer, findThreadOf, readConfidences } from '#work/confidence/read-confidence.ts'
import { type Asked, onward, useAsked, visitorOf } from '../asked.ts'
import { CaringPart } from '../confidence/caring-part.tsx'
import { ThreadPart, Threads } from '../confidence/threads.tsx'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { LiveHub, Told, Watcher } from '../live/hub.ts'
import { LiveRegion } from '../live/region.tsx'
import { tellThoseTied } from '../live/tell.ts'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { standingOf } from '../sharing/who.tsx'
import { type Problems, type Typed, typedIn } from '../typed.ts'

const CONFIDENCE = '/people/:person/confidence'

interface OnePerson {
  readonly Params: { readonly person: string }
  readonly Querystring: { readonly done?: string }
}

interface Shown {
  readonly banner: PageBanner
  readonly threads: readonly Thread[]
  readonly caring: readonly Caring[]
  readonly confidants: readonly Confidant[]
  readonly isCarer: boolean
  readonly formKey: string
}

/** What a carer says in confidence to a worker of theirs, at the carer's own record and nowhere else. */
export function confidencePage(routes: Routes, { store, visits, live }: WebMeans): void {
  routes.get<OnePerson>(CONFIDENCE, { for: 'visitors', does: 'look', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return draw(request, reply, store, { typed: kept ?? {}, problems: {} })
  })

  routes.post<OnePerson>(CONFIDENCE, { for: 'visitors', does: ['write', 'look'] }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const typed = typedIn(request.body)
    const act = ACTS[typed.act ?? '']
    if (act === undefined) throw new ProblemError('problem.notUnderstood', 400)
    const did = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'write', place: 'confidence' }, access =>
        act.do(tx, access, typed, request.asked),
      ),
    )
    if (!did.ok) throw notShown()
    if (did.value.ok) return onward(reply, `/people/${personId}/confidence?done=${act.done}`)
    const { problem } = did.value
    if (problem === 'confidence.notYours') throw notShown()
    return draw(request, reply, store, { typed, problems: { [FIELDS[problem] ?? 'words']: problem } })
  })

  routes.get<OnePerson>(`${CONFIDENCE}/live`, { for: 'visitors', does: 'tell' }, (request, reply) =>
    live.open(request, reply, { topic: 'confidence', personId: idFrom(request.params.person) }),
  )
  live.tell(CONFIDENCE_TOPIC, 'confidence', (tx, ids, watchers) => tellThreads(tx, live, ids, watchers))
}

/** Sends a thread to the two whose it is, where they have it open. It is the carer's: whoever they look after is not asked for. */
async function tellThreads(
  tx: Tx,
  live: LiveHub,
  ids: readonly string[],
  watchers: readonly Watcher[],
): Promise<Told[]> {
  const told: Told[] = []
  for (const id of ids) {
    const carer = await findCarer(tx, id)
    if (carer === undefined) continue
    const happened = { people: [carer], place: 'confidence', watchers }
    const rows = await tellThoseTied(tx, live, happened, async accesses => {
      const threads = await together(accesses.map(access => findThreadOf(tx, access, id)))
      return threads.map((thread, at) =>
        thread === undefined ? [] : [<ThreadPart thread={thread} isCarer={isCarers(accesses[at]!)} />],
      )
    })
    told.push(...rows)
  }
  return told
}

interface Act {
  readonly done: keyof typeof DONE
  do(tx: Tx, access: Access, typed: Typed, asked: Asked): Promise<Outcome<unknown, Key>>
}

const ACTS: Readonly<Record<string, Act>> = {
  confide: {
    done: 'said',
    do: (tx, access, typed, asked) => confide(tx, access, { ...wordsIn(typed, asked), toldTo: typed.to ?? '' }),
  },
  answer: {
    done: 'answered',
    do: (tx, access, typed, asked) => answerConfidence(tx, access, wordsIn(typed, asked)),
  },
  caring: { done: 'caring', do: (tx, access, { name = '' }) => sayCaring(tx, access, { name }) },
  'caring-end': { done: 'caring', do: (tx, access, { caring = '' }) => endCaring(tx, access, idFrom(caring)) },
}

function wordsIn({ words = '', key = '' }: Typed, { say }: Asked) {
  return { words: words.replaceAll('\r\n', '\n'), language: say.language, key: key.slice(0, 100) }
}

const FIELDS: Readonly<Partial<Record<Key, string>>> = {
  'confidence.nobodyToTell': 'to',
  'confidence.nameMissing': 'name',
  'confidence.nameTooLong': 'name',
}

const DONE = {
  said: 'confidence.done',
  answered: 'confidence.doneAnswer',
  caring: 'confidence.doneCaring',
} as const

interface Sent {
  readonly typed: Typed
  readonly problems: Problems
}

async function draw(request: FastifyRequest<OnePerson>, reply: FastifyReply, store: Store, sent: Sent) {
  const { actor } = visitorOf(request)
  const shown = await transaction(store, tx =>
    look(tx, actor, idFrom(request.params.person), { doing: 'look', place: 'confidence' }, access => read(tx, access)),
  )
  if (!shown.ok || shown.value === undefined) throw notShown()
  const done = Object.entries(DONE).find(([name]) => name === request.query.done)?.[1]
  const status = Object.keys(sent.problems).length > 0 ? 422 : 200
  return drawPage(request, reply, <ConfidencePage shown={shown.value} sent={sent} done={done} />, status)
}

/** Undefined for everybody to whom nothing that the person says as a carer is open. */
async function read(tx: Tx, access: Access): Promise<Shown | undefined> {
  const isCarer = isCarers(access)
  if (!isCarer && (carersGrant(access) === undefined || access.actor.kind !== 'worker')) return undefined
  return {
    banner: await pageBanner(tx, access),
    threads: await readConfidences(tx, access),
    caring: await caringOf(tx, access),
    confidants: await confidantsOf(tx, access),
    isCarer,
    formKey: tx.newId(),
  }
}

function ConfidencePage({ shown, sent, done }: { shown: Shown; sent: Sent; done: Key | undefined }): JSX.Element {
  const { say, path } = useAsked()
  const { banner, threads, caring, isCarer } = shown
  const { typed, problems } = sent
  const own = `/people/${banner.personId}`
  const action = path.split('?')[0] ?? path
  const title = say('confidence.title')
  const wrong = listedProblems(say, problems)
  return (
    <Page
      title={title}
      problems={wrong}
      back={{ href: own, text: say('person.title') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      {done !== undefined && <NotificationBanner success message={say.plain(done)} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say(isCarer ? 'confidence.lede' : 'confidence.ledeWorker')}</p>
      {isCarer && <InsetText>{say('confidence.danger')}</InsetText>}
      <h2 class="nhsuk-heading-l">{say('confidence.said')}</h2>
      <LiveRegion id="confidences" from={`${own}/confidence/live`}>
        <Threads threads={threads} isCarer={isCarer} />
      </LiveRegion>
      {isCarer ? (
        <TellForm shown={shown} sent={sent} action={action} />
      ) : (
        threads.length > 0 && <AnswerForm shown={shown} sent={sent} action={action} />
      )}
      <CaringPart
        caring={caring}
        isCarer={isCarer}
        typed={typed.name}
        problem={problems.name && say.plain(problems.name)}
        action={action}
      />
    </Page>
  )
}

interface FormProps {
  readonly shown: Shown
  readonly sent: Sent
  readonly action: string
}

function TellForm({ shown, sent: { typed, problems }, action }: FormProps): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('confidence.tell')}</h2>
      {shown.confidants.length === 0 ? (
        <p>{say('confidence.nobody')}</p>
      ) : (
        <form method="post" action={action} noValidate>
          <input type="hidden" name="act" value="confide" />
          <input type="hidden" name="key" value={typed.key || shown.formKey} />
          <Radios
            name="to"
            legend={say('confidence.toWhom')}
            legendSize="m"
            options={shown.confidants.map(line => ({
              value: line.accountId,
              label: line.name,
              hint: standingOf(say, line),
            }))}
            value={typed.to}
            error={problems.to && say.plain(problems.to)}
          />
          <WordsField typed={typed} problems={problems} label="confidence.words" />
          <Button preventDoubleClick>{say('confidence.send')}</Button>
        </form>
      )}
    </>
  )
}

function AnswerForm({ shown, sent: { typed, problems }, action }: FormProps): JSX.Element {
  const { say } = useAsked()
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="act" value="answer" />
      <input type="hidden" name="key" value={typed.key || shown.formKey} />
      <WordsField typed={typed} problems={problems} label="confidence.answer" />
      <Button preventDoubleClick>{say('confidence.sendAnswer')}</Button>
    </form>
  )
}

function WordsField(props: Sent & { readonly label: 'confidence.words' | 'confidence.answer' }): JSX.Element {
  const { say } = useAsked()
  const { typed, problems, label } = props
  return (
    <Textarea
      name="words"
      label={say(label)}
      labelSize="m"
      hint={say('confidence.wordsHint')}
      lang={say.language}
      value={typed.words}
      error={problems.words && say.plain(problems.words)}
    />
  )
}
