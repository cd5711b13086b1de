import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { readCarePlans } from '#ground/fhir/care-plan/care-plans.ts'
import type { Key } from '#ground/language/say.ts'
import { look } from '#record/sharing/look.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { classesFor, keepOtherPlan } from '#work/other-plan/keep-other-plan.ts'
import { OTHER_PLAN_BYTES_MAX, type OtherPlan } from '#work/other-plan/other-plan.ts'
import { otherPlansOf } from '#work/other-plan/read-other-plans.ts'
import { isThePerson } from '#work/plan/owner.ts'
import { onward, useSay, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { uploadIn } from '../files/upload.ts'
import { Page } from '../frame.tsx'
import { listedProblems } from '../listed-problems.ts'
import type { WebMeans } from '../means.ts'
import { BroughtBy } from '../other-plan/brought-by.tsx'
import { Button } from '../parts/button.tsx'
import { FileUpload } from '../parts/file-upload.tsx'
import { Radios } from '../parts/radios.tsx'
import { type PageBanner, pageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom, notShown } from '../person/person-id.ts'
import { planTitle } from '../plan/plan-title.ts'
import type { Problems } from '../typed.ts'

const OTHERS = '/people/:person/plan/others'
/** The field that says how private a plan is. */
const HOW_PRIVATE = 'class'

interface OnePlan {
  readonly Params: { readonly person: string }
}

interface Shown {
  readonly banner: PageBanner
  readonly isOwn: boolean
  readonly plans: readonly OtherPlan[]
  /** How private a plan may be that this reader brings; none where they may bring none. */
  readonly classes: readonly DataClass[]
}

interface Typed {
  readonly dataClass?: string | undefined
  readonly problems: Problems
}

/** Plans from elsewhere, kept whole beside the person's own: what has come, and a form to bring another. */
export function otherPlansPages(routes: Routes, { store }: WebMeans): void {
  const draw = async (request: FastifyRequest<OnePlan>, reply: FastifyReply, typed: Typed) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const shown = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'look', place: 'other-plans' }, async access => ({
        banner: await pageBanner(tx, access),
        isOwn: isThePerson(access),
        plans: await otherPlansOf(tx, access),
        classes: await classesFor(tx, access),
      })),
    )
    if (!shown.ok) throw notShown()
    const status = Object.keys(typed.problems).length > 0 ? 422 : 200
    return drawPage(request, reply, <OthersPage shown={shown.value} typed={typed} />, status)
  }

  routes.get<OnePlan>(OTHERS, { for: 'visitors', does: 'look' }, (request, reply) =>
    draw(request, reply, { problems: {} }),
  )

  routes.post<OnePlan>(OTHERS, { for: 'visitors', does: ['write', 'look'] }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const { actor } = visitorOf(request)
    const { bytes: pieces, fileName, fields, isTooLarge } = await uploadIn(request)
    const bytes = Buffer.concat(pieces)
    const problem = isTooLarge ? 'otherPlan.fileTooLarge' : problemOf(bytes)
    const said = fields.get(HOW_PRIVATE)
    if (problem !== undefined) return draw(request, reply, { dataClass: said, problems: { file: problem } })
    const kept = await transaction(store, tx =>
      look(tx, actor, personId, { doing: 'write', place: 'other-plans' }, async access => {
        const classes = await classesFor(tx, access)
        const dataClass = classes.length === 1 ? classes[0] : classes.find(one => one === said)
        if (dataClass === undefined) return undefined
        return keepOtherPlan(tx, access, { fileName: fileName.slice(0, 200), bytes, dataClass })
      }),
    )
    if (!kept.ok) throw notShown()
    if (kept.value === undefined) return draw(request, reply, { problems: { class: 'otherPlan.classMissing' } })
    if (!kept.value.ok) return draw(request, reply, { dataClass: said, problems: { file: kept.value.problem } })
    return onward(reply, `/people/${personId}/plan/others/${kept.value.value}?done=brought`)
  })
}

function problemOf(bytes: Buffer): Key | undefined {
  if (bytes.length === 0) return 'otherPlan.fileMissing'
  if (bytes.length > OTHER_PLAN_BYTES_MAX) return 'otherPlan.fileTooLarge'
  const read = readCarePlans(bytes)
  return typeof read === 'string' ? read : undefined
}

function OthersPage({ shown, typed }: { shown: Shown; typed: Typed }): JSX.Element {
  const say = useSay()
  const { banner, isOwn, plans, classes } = shown
  const plan = `/people/${banner.personId}/plan`
  const title = say('otherPlan.title')
  return (
    <Page
      title={title}
      problems={listedProblems(say, typed.problems)}
      back={{ href: plan, text: planTitle(say, { isOwn, name: banner.name }) }}
      banner={<PersonBanner banner={banner} />}
    >
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say(isOwn ? 'otherPlan.ledeOwn' : 'otherPlan.lede')}</p>
      {plans.length === 0 && <p>{say('otherPlan.none')}</p>}
      <ul class="nhsuk-list">
        {plans.map(other => (
          <li key={other.id}>
            <a href={`${plan}/others/${other.id}`}>
              {other.fileName === '' ? say('otherPlan.nameless') : other.fileName}
            </a>
            <br />
            <span class="nhsuk-hint">
              <BroughtBy plan={other} />
            </span>
          </li>
        ))}
      </ul>
      {classes.length > 0 && <BringForm at={`${plan}/others`} classes={classes} typed={typed} />}
    </Page>
  )
}

function BringForm(props: { at: string; classes: readonly DataClass[]; typed: Typed }): JSX.Element {
  const say = useSay()
  const { at, classes, typed } = props
  const { file, class: classProblem } = typed.problems
  return (
    <form method="post" action={at} encType="multipart/form-data" noValidate class="app-form">
      <h2 class="nhsuk-heading-m">{say('otherPlan.bring')}</h2>
      {classes.length > 1 && (
        <Radios
          name={HOW_PRIVATE}
          legend={say('otherPlan.private')}
          legendSize="s"
          hint={say('otherPlan.privateHint')}
          options={classes.map(value => ({ value, label: say.code('dataClass', value) }))}
          value={typed.dataClass}
          error={classProblem && say.plain(classProblem as Key)}
        />
      )}
      <FileUpload
        name="file"
        label={say('otherPlan.file')}
        labelSize="s"
        hint={say('otherPlan.fileHint')}
        accept=".json,application/json,application/fhir+json"
        error={file && say.plain(file as Key)}
      />
      <Button preventDoubleClick>{say('otherPlan.send')}</Button>
    </form>
  )
}
