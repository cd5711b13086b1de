import type { Appointment, CarePlan, Contract, Flag, ServiceRequest, Task } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import { openedBy } from '#record/chart/opened.ts'
import type { Access } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { DROP_KINDS } from './kind.ts'

/** What rows of files tell of somebody, and who tells it. */
export interface Told<Resource> {
  readonly by: Bilingual
  readonly content: Resource
}

/** What files tell of somebody, as far as one access opens it. */
export interface ToldOfPerson {
  readonly tenancies: readonly Told<Contract>[]
  readonly works: readonly Told<Task>[]
  readonly alerts: readonly Told<Flag>[]
  readonly packages: readonly Told<ServiceRequest>[]
  readonly plans: readonly Told<CarePlan>[]
  readonly visits: readonly Told<Appointment>[]
}

/** How long what is over is shown still, days. */
const OVER_DAYS = 30
/** How many visits are told of: a fortnight of two a day. */
const VISITS_MAX = 28
const DAY_MS = 24 * 3_600_000

interface ToldRow extends Told<Contract | Task | Flag | ServiceRequest | CarePlan | Appointment> {
  readonly contributorId: string
  readonly dataClass: DataClass
}

/**
 * The tenancies, work on the home, alerts, care and visits that this access opens: what stands, and what was over less
 * than a month ago. Of visits those of today and to come, the soonest first.
 */
export async function toldOf(tx: Tx, access: Access): Promise<ToldOfPerson> {
  const { rows } = await sql<ToldRow>`
    select resource.content, resource.contributor_id, resource.data_class,
           jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as "by"
    from ${openedBy([access])}
    join person_link_now as link on link.person_id = opened.person_id
    join resource on resource.source_record_id = link.source_record_id
      and resource.contributor_id = opened.contributor_id
      and resource.data_class = opened.data_class
    join organisation as body on body.id = resource.contributor_id
    where split_part(resource.business_key, '/', 1) = any(${[...DROP_KINDS]}::text[])
    order by resource.business_key`.execute(tx.db)
  const shown = rows.filter(({ content }) => isShown(content, tx.now))
  for (const { contributorId, dataClass } of shown) access.release(contributorId, dataClass)
  const of = <Type extends ToldRow['content']['resourceType']>(type: Type) =>
    shown.flatMap(({ by, content }) =>
      content.resourceType === type
        ? [{ by, content: content as Extract<ToldRow['content'], { resourceType: Type }> }]
        : [],
    )
  const visits = of('Appointment').toSorted((one, other) =>
    (one.content.start ?? '').localeCompare(other.content.start ?? ''),
  )
  return {
    tenancies: of('Contract'),
    works: of('Task'),
    alerts: of('Flag'),
    packages: of('ServiceRequest'),
    plans: of('CarePlan'),
    visits: visits.slice(0, VISITS_MAX),
  }
}

function isShown(content: ToldRow['content'], now: Date): boolean {
  const since = new Date(now.getTime() - OVER_DAYS * DAY_MS).toISOString()
  const isRecent = (end: string | undefined) => end === undefined || end >= since.slice(0, 10)
  switch (content.resourceType) {
    case 'Contract':
      return isRecent(content.applies?.end)
    case 'Task':
      return content.status !== 'cancelled' && isRecent(content.executionPeriod?.end)
    case 'Flag':
      return content.status === 'active'
    case 'ServiceRequest':
      return isRecent(content.occurrencePeriod?.end)
    case 'CarePlan':
      return isRecent(content.period?.end)
    case 'Appointment':
      return (content.start ?? '') >= new Date(now.getTime() - DAY_MS).toISOString()
  }
}
