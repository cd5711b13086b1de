import type { CarePlan, CodeableConcept, Contract, Flag, ServiceRequest, Task } from 'fhir/r4.js'
import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import { alertOf } from '#work/drop/alert-codes.ts'
import { type CodeListName, systemOf } from '#work/drop/code-system.ts'
import type { Told, ToldOfPerson } from '#work/drop/read-told.ts'
import type { Hold } from '#work/notice/visits/visit.ts'
import { useSay } from '../asked.ts'
import { SummaryList, type SummaryRow } from '../parts/summary-list.tsx'
import { Table } from '../parts/table.tsx'
import { stateOf } from '../visits/state.ts'

/** What landlords, councils and providers tell of somebody: alerts first, the home, care, and who comes when. */
export function ToldPart({ told, holds }: { told: ToldOfPerson; holds: Holds }): JSX.Element {
  const say = useSay()
  const { alerts, tenancies, works, packages, plans } = told
  const home = [...tenancies.map(one => tenancyRow(say, one)), ...works.map(one => workRow(say, one))]
  const care = [...plans.map(one => planRow(say, one)), ...packages.map(one => packageRow(say, one))]
  return (
    <>
      <Section title={say('told.alerts')} rows={alerts.map(one => alertRow(say, one))} />
      <Section title={say('told.tenancy')} rows={home} />
      <Section title={say('told.care')} rows={care} />
      <Visits told={told} holds={holds} />
    </>
  )
}

function Section({ title, rows }: { title: string; rows: readonly SummaryRow[] }): JSX.Element | null {
  if (rows.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-l">{title}</h2>
      <SummaryList rows={rows} />
    </>
  )
}

/** By the id of the visit, those that are held. */
type Holds = ReadonlyMap<string, Hold>

function Visits({ told: { visits }, holds }: { told: ToldOfPerson; holds: Holds }): JSX.Element | null {
  const say = useSay()
  if (visits.length === 0) return null
  return (
    <Table
      caption={say('told.visits')}
      captionSize="l"
      responsive
      columns={[
        { heading: say('told.when') },
        { heading: say('told.who') },
        { heading: say('dropField.description') },
        { heading: say('dropField.state') },
      ]}
      rows={visits.map(({ by, content }) => ({
        cells: [
          content.start === undefined ? '' : say.moment(new Date(content.start)),
          [content.participant[1]?.actor?.display, say.of(by)].filter(name => name !== undefined).join(', '),
          content.description ?? '',
          holds.has(content.id ?? '')
            ? say(stateOf(holds.get(content.id ?? '')))
            : say.code('visitState', STATES[content.status] ?? 'planned'),
        ],
      }))}
    />
  )
}

const STATES: Readonly<Record<string, string>> = { fulfilled: 'done', cancelled: 'cancelled', noshow: 'missed' }

function alertRow(say: Say, { by, content }: Told<Flag>): SummaryRow {
  const [coding] = content.code.coding ?? []
  const alert = coding?.system === systemOf('personAlert') ? alertOf(coding.code ?? '') : undefined
  const key = alert === undefined ? say('told.safeguarding') : say.code('personAlert', alert.sayAs.replace('.', ''))
  const lines = [content.code.text, say.of(by), sinceIn(say, content.period?.start)]
  return { key, value: linesOf(lines) }
}

function tenancyRow(say: Say, { by, content }: Told<Contract>): SummaryRow {
  const lines = [say.of(by), sinceIn(say, content.applies?.start), endIn(say, content.applies?.end)]
  return { key: codeIn(say, 'tenancyKind', content.type) ?? say('told.contract'), value: linesOf(lines) }
}

function workRow(say: Say, { by, content }: Told<Task>): SummaryRow {
  const due = content.restriction?.period?.end
  const done = content.executionPeriod?.end
  const lines = [
    content.description,
    codeIn(say, 'workStage', content.businessStatus),
    done === undefined ? due && say('told.due', { day: say.day(due) }) : say('told.completed', { day: say.day(done) }),
    say.of(by),
  ]
  return { key: codeIn(say, 'workKind', content.code) ?? say('told.work'), value: linesOf(lines) }
}

function packageRow(say: Say, { by, content }: Told<ServiceRequest>): SummaryRow {
  const hours = content.quantityQuantity?.value
  const lines = [
    content.performer?.[0]?.display,
    hours === undefined ? undefined : say('told.hours', { hours }),
    say.code('packageState', PACKAGES[content.status] ?? 'active'),
    sinceIn(say, content.occurrencePeriod?.start),
    endIn(say, content.occurrencePeriod?.end),
    say.of(by),
  ]
  return { key: codeIn(say, 'careService', content.code) ?? say('told.service'), value: linesOf(lines) }
}

const PACKAGES: Readonly<Record<string, string>> = { draft: 'planned', 'on-hold': 'suspended', completed: 'ended' }

function planRow(say: Say, { by, content }: Told<CarePlan>): SummaryRow {
  const { description, period } = content
  const lines = [description, sinceIn(say, period?.start), endIn(say, period?.end), say.of(by)]
  return { key: say('told.receives'), value: linesOf(lines) }
}

function linesOf(lines: readonly (string | undefined)[]): JSX.Element[] {
  return lines.flatMap(line => (line === undefined || line === '' ? [] : [<p class="app-lines">{line}</p>]))
}

function sinceIn(say: Say, start: string | undefined): string | undefined {
  return start === undefined ? undefined : say('told.since', { day: say.day(start) })
}

function endIn(say: Say, end: string | undefined): string | undefined {
  return end === undefined ? undefined : say('told.ended', { day: say.day(end) })
}

/** The words for a code of one of our lists. */
function codeIn(say: Say, list: CodeListName, concept: CodeableConcept | undefined): string | undefined {
  const coding = concept?.coding?.find(({ system }) => system === systemOf(list))
  return coding?.code === undefined ? undefined : say.code(list, coding.code)
}
