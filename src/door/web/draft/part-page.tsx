import type { JSX } from 'preact'
import type { Key } from '#ground/language/say.ts'
import type { Part } from '#record/sharing/agreement/draft/part.ts'
import type { Draft } from '#record/sharing/agreement/draft/read-draft.ts'
import { useAsked } from '../asked.ts'
import { Page } from '../frame.tsx'
import { Button } from '../parts/button.tsx'
import { Heading } from '../parts/heading.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import type { Problems, Typed } from '../typed.ts'
import { FieldView } from './field-view.tsx'
import type { Field } from './fields.ts'
import { addressOf, partInWords } from './part-address.ts'
import type { OpenForm } from './part-form.ts'

/** A part of a draft as it is shown to be written. */
export interface ShownPart {
  readonly draft: Draft
  readonly part: Part
  readonly form: OpenForm
  readonly typed: Typed
  /** The version that whoever writes has read. */
  readonly version: number
  readonly problems: Problems
  /** Why it was not saved, when that is the fault of no field. */
  readonly problem: Key | undefined
  readonly wasKept: boolean
}

/** One part of a draft: every question of it on one page; where two wrote at once, what is there now stands first. */
export function PartPage(shown: ShownPart): JSX.Element {
  const { say } = useAsked()
  const { draft, part, form, problems, problem, wasKept } = shown
  const fields = form.fields(say)
  const errors = Object.fromEntries(Object.entries(problems).map(([name, key]) => [name, say.plain(key)]))
  const listed = [
    ...(problem === undefined
      ? []
      : [{ message: say.plain(problem), ...(problem === 'draft.hasChanged' && { field: 'present' }) }]),
    ...Object.entries(errors).map(([name, message]) => ({ message, field: fieldIdOf(fields, name) })),
  ]
  const title = partInWords(say, part)
  const isOneOfMany = 'at' in part
  const isAbout = say.of(draft.content.title) || say('draft.untitled')
  return (
    <Page
      title={title}
      problems={listed}
      back={{ href: `/agreements/drafts/${draft.id}`, text: say('draft.backToDraft') }}
    >
      {wasKept && <NotificationBanner message={say('draft.kept')} />}
      <Heading level={1} size="l" caption={isAbout}>
        {title}
      </Heading>
      {problem === 'draft.hasChanged' && <Present draft={draft} fields={fields} filled={form.filled} />}
      <form method="post" action={addressOf(draft.id, part)} noValidate class="app-form">
        {problem === 'draft.hasChanged' && <h2 class="nhsuk-heading-m">{say('draft.typed')}</h2>}
        <input type="hidden" name="version" value={shown.version} />
        {fields.map(field => (
          <FieldView key={field.name} field={field} typed={shown.typed} errors={errors} />
        ))}
        <Button preventDoubleClick>{say('draft.save')}</Button>
        {isOneOfMany && (
          <Button variant="secondary" name="remove" value="yes">
            {say('draft.remove')}
          </Button>
        )}
      </form>
    </Page>
  )
}

interface PresentProps {
  readonly draft: Draft
  readonly fields: readonly Field[]
  readonly filled: Typed
}

/** What somebody else has saved in the meantime, answer by answer. */
function Present({ draft, fields, filled }: PresentProps): JSX.Element {
  const { say } = useAsked()
  return (
    <section id="present" tabIndex={-1}>
      <h2 class="nhsuk-heading-m">{say('draft.present')}</h2>
      <p>
        {say('draft.savedBy', { name: draft.savedBy })}
        <br />
        {say.moment(draft.savedAt)}
      </p>
      <SummaryList
        rows={fields.map(field => ({ key: field.label, value: <Answered field={field} filled={filled} /> }))}
      />
    </section>
  )
}

function Answered({ field, filled }: { field: Field; filled: Typed }): JSX.Element {
  return (
    <ul class="app-words">
      {answersOf(field, filled).map(answer => (
        <li key={answer}>{answer}</li>
      ))}
    </ul>
  )
}

function answersOf(field: Field, filled: Typed): string[] {
  const { name } = field
  switch (field.kind) {
    case 'line':
      return [filled[name] ?? '']
    case 'words':
      return [filled[`${name}[en]`] ?? '', filled[`${name}[cy]`] ?? '']
    case 'day':
      return [['day', 'month', 'year'].map(part => filled[`${name}[${part}]`] ?? '').join(' ')]
    case 'many':
      return field.options.filter(({ value }) => filled[`${name}[${value}]`] !== undefined).map(({ label }) => label)
    case 'one':
    case 'list':
      return field.options.filter(({ value }) => value === filled[name]).map(({ label }) => label)
  }
}

/** The box that a problem leads to. */
function fieldIdOf(fields: readonly Field[], name: string): string {
  const isDay = fields.some(field => field.name === name && field.kind === 'day')
  return isDay ? `${name}-day` : name
}
