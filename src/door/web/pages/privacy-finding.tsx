import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import { type InquiryProblem, inquire, OUTCOMES } from '#work/privacy/inquiry.ts'
import { type FoundLook, type OpenedFinding, openFinding } from '#work/privacy/open-finding.ts'
import { WORDS_LENGTH_MAX } from '#work/privacy/question.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { Table } from '../parts/table.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { howOftenIn, whoIn } from '../privacy/finding-words.ts'
import { Reasons } from '../privacy/findings-section.tsx'
import { InquiryForm } from '../privacy/inquiry-form.tsx'
import { ClassNames, doneIn } from '../privacy/look-facts.tsx'
import { officerOf } from '../privacy/officer.ts'
import { type Problems, problemsOf, type Typed, typedIn, wordsField } from '../typed.ts'

const FINDING = '/privacy-office/findings/:finding'

interface OneFinding {
  readonly Params: { readonly finding: string }
}

const Fields = z.object({
  outcome: z.enum(OUTCOMES, { error: 'privacyOffice.outcomeMissing' satisfies Key }),
  words: wordsField({
    missing: 'privacyOffice.inquiryMissing',
    tooLong: 'question.wordsTooLong',
    lengthMax: WORDS_LENGTH_MAX,
  }),
  key: z.string().max(100).default(''),
  upTo: z.coerce.number().int().nonnegative().catch(0),
})

/** One thing that stands out, for an officer who answers for whoever looked, and what came of looking into it. */
export function privacyFindingPages(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<OneFinding>(FINDING, { for: ['privacy-officer'], does: 'look', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    return drawFinding(request, reply, store, { typed: kept, problems: {}, status: 200 })
  })

  routes.post<OneFinding>(FINDING, { for: ['privacy-officer'], does: ['write', 'look'] }, async (request, reply) => {
    const officer = officerOf(request)
    const findingId = idFrom(request.params.finding)
    const typed = typedIn(request.body)
    const parsed = Fields.safeParse(typed)
    if (!parsed.success)
      return drawFinding(request, reply, store, { typed, problems: problemsOf(parsed.error), status: 422 })
    const noted = await transaction(store, tx => inquire(tx, officer, { ...parsed.data, findingId }))
    if (noted.ok) return onward(reply, '/privacy-office?done=noted')
    const key = PROBLEMS[noted.problem]
    if (key === undefined) throw notShown()
    return drawFinding(request, reply, store, { typed, problems: { form: key }, status: 409 })
  })
}

/** What to say of each refusal that the fields do not show already; nothing where there is nothing to be seen. */
const PROBLEMS: Readonly<Record<InquiryProblem, Key | undefined>> = {
  'inquiry.notShown': undefined,
  'inquiry.ownLooks': 'privacyOffice.ownLooks',
  'inquiry.wordsMissing': 'privacyOffice.inquiryMissing',
  'inquiry.wordsTooLong': 'question.wordsTooLong',
}

interface Form {
  readonly typed: Typed | undefined
  readonly problems: Problems
  readonly status: number
}

async function drawFinding(
  request: FastifyRequest<OneFinding>,
  reply: FastifyReply,
  store: Store,
  form: Form,
): Promise<FastifyReply> {
  const officer = officerOf(request)
  const findingId = idFrom(request.params.finding)
  const opened = await transaction(store, async tx => ({
    found: await openFinding(tx, officer, findingId),
    formKey: tx.newId(),
  }))
  if (!opened.found.ok) throw notShown()
  const page = <FindingPage opened={opened.found.value} formKey={opened.formKey} form={form} />
  return drawPage(request, reply, page, form.status)
}

function FindingPage(props: { opened: OpenedFinding; formKey: string; form: Form }): JSX.Element {
  const { say, path } = useAsked()
  const { opened, formKey, form } = props
  const problems = listedProblems(say, form.problems)
  const title = say('privacyOffice.finding')
  return (
    <Page title={title} problems={problems} back={{ href: '/privacy-office', text: say('privacyOffice.back') }}>
      {form.typed !== undefined && problems.length === 0 && <NotificationBanner message={say('question.kept')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <FindingFacts opened={opened} />
      <InsetText>{say('privacyOffice.inTrail')}</InsetText>
      <Looks looks={opened.looks} />
      <InquiryForm action={path} formKey={formKey} upTo={opened.upTo} typed={form.typed} problems={form.problems} />
    </Page>
  )
}

function FindingFacts({ opened: { finding, localIds } }: { opened: OpenedFinding }): JSX.Element {
  const { say } = useAsked()
  const { worker, flags, personId, others } = finding
  const whose = () => {
    if (flags.includes('surge-by-worker')) return say('privacyOffice.manyPeople', { count: others })
    if (personId === undefined) return say('privacyOffice.nobody')
    if (localIds.length === 0) return say('privacyOffice.noNumber')
    return say('privacyOffice.ourNumber', { numbers: localIds.join(', ') })
  }
  return (
    <SummaryList
      rows={[
        {
          key: say('privacyOffice.whoLooked'),
          value: (
            <>
              {whoIn(say, finding)}
              {worker && (
                <>
                  <br />
                  {say.code('role', worker.role)}, {say.of(worker.organisation)}
                </>
              )}
            </>
          ),
        },
        { key: say('privacyOffice.whose'), value: whose() },
        { key: say('privacyOffice.whyStandsOut'), value: <Reasons finding={finding} /> },
        { key: say('privacyOffice.howOften'), value: howOftenIn(say, finding) },
      ]}
    />
  )
}

function Looks({ looks }: { looks: readonly FoundLook[] }): JSX.Element {
  const { say } = useAsked()
  return (
    <Table
      caption={say('privacyOffice.looksListed')}
      captionSize="m"
      responsive
      columns={[
        { heading: say('privacyOffice.when') },
        { heading: say('privacyOffice.whoLooked') },
        { heading: say('privacyOffice.what') },
        { heading: say('privacyOffice.classes'), width: 'one-third' },
      ]}
      rows={looks.map(({ at, who, role, doing, allowed, classes }) => ({
        cells: [
          say.moment(at),
          {
            content: (
              <>
                {who}, {say.code('role', role)}
              </>
            ),
          },
          allowed ? doneIn(say, doing) : say('privacyOffice.doingRefused'),
          { content: classes.length === 0 ? say('privacyOffice.noClasses') : <ClassNames classes={classes} /> },
        ],
      }))}
    />
  )
}
