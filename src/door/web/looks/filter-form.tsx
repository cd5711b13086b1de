import type { JSX } from 'preact'
import type { Key, Say } from '#ground/language/say.ts'
import type { TrailSummary } from '#record/sharing/trail/summary.ts'
import { DATA_CLASSES } from '#record/sharing/vocabulary.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Checkboxes } from '../parts/checkboxes.tsx'
import { Details } from '../parts/details.tsx'
import { Select, type SelectOption } from '../parts/select.tsx'
import { isPart, type Wanted } from './wanted.ts'

export interface FilterFormProps {
  /** The address of the page, without a query. */
  readonly page: string
  readonly wanted: Wanted
  readonly summary: TrailSummary
}

/** Choosing a part of the trail in plain words. A form that only asks: its address can be kept or sent to somebody. */
export function FilterForm({ page, wanted, summary }: FilterFormProps): JSX.Element {
  const say = useSay()
  return (
    <Details summary={say('looks.filter')} expander open={isPart(wanted)}>
      <form method="get" action={page} class="app-filter">
        <Select name="who" label={say('looks.filterWho')} value={wanted.who} options={organisations(say, summary)} />
        <Select name="class" label={say('looks.filterClass')} value={wanted.class} options={classes(say)} />
        <Select name="by" label={say('looks.filterBy')} value={wanted.by} options={chosen(say, BY)} />
        <Select name="only" label={say('looks.filterOnly')} value={wanted.only} options={chosen(say, ONLY)} />
        <Select name="month" label={say('looks.filterMonth')} value={wanted.month} options={months(say, summary)} />
        <Checkboxes
          name="own"
          small
          options={[{ value: '1', label: say('looks.withOwn') }]}
          values={wanted.own === undefined ? [] : [wanted.own]}
        />
        <Button variant="secondary">{say('looks.filterShow')}</Button>
        {isPart(wanted) && (
          <p>
            <a href={page}>{say('looks.filterClear')}</a>
          </p>
        )}
      </form>
    </Details>
  )
}

function organisations(say: Say, { organisations }: TrailSummary): SelectOption[] {
  const named = organisations.map(({ id, name }) => ({ value: id, label: say.of(name) }))
  named.sort((one, other) => one.label.localeCompare(other.label, say.language))
  return [{ value: '', label: say('looks.filterAnyone') }, ...named]
}

function classes(say: Say): SelectOption[] {
  const named = DATA_CLASSES.map(dataClass => ({ value: dataClass, label: say.code('dataClass', dataClass) }))
  return [{ value: '', label: say('looks.filterAnything') }, ...named]
}

function months(say: Say, summary: TrailSummary): SelectOption[] {
  const named = summary.months.map(month => ({ value: month, label: say.month(month) }))
  return [{ value: '', label: say('looks.filterAnyMonth') }, ...named]
}

function chosen(say: Say, options: readonly (readonly [string, Key])[]): SelectOption[] {
  return options.map(([value, key]) => ({ value, label: say.plain(key) }))
}

const BY = [
  ['', 'looks.filterBoth'],
  ['people', 'looks.filterPeople'],
  ['machines', 'looks.filterMachines'],
] as const

const ONLY = [
  ['', 'looks.filterAll'],
  ['refused', 'looks.filterRefused'],
  ['emergency', 'looks.filterEmergency'],
] as const
