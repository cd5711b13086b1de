import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { openOwnerStore, type Store } from '#ground/db/store.ts'
import type { Acknowledged } from './senders.ts'
import { controlIdOf, localId } from './stories.ts'

/** What the record holds against what the senders were told, each fault in a sentence. */
export interface Reckoning {
  /** Acknowledged, and without the effect that it must have. */
  readonly lost: readonly string[]
  /** With more than one effect. */
  readonly doubled: readonly string[]
  /** People whose story does not stand in the record in its order, to its last step. */
  readonly disordered: readonly string[]
}

/** Those whose stories are told another way than by HL7 v2 have higher numbers. */
const FIRST_OF_OTHERS = 100_000
/** Files that were acknowledged are taken in row by row; longer it does not take. */
const FILES_MS_MAX = 180_000

/** Compares once everything is over. */
export async function reckon(databaseUrl: string, acknowledged: readonly Acknowledged[]): Promise<Reckoning> {
  const store = openOwnerStore(databaseUrl, { clock: machineClock, chance: machineChance })
  try {
    await filesTaken(store)
    const stories = await storiesTold(store)
    const messages = compareMessages(await messagesKept(store), acknowledged)
    const { lost, doubled, disordered } = compareStories(stories, acknowledged)
    return {
      lost: [...lost, ...messages.lost],
      doubled: [...doubled, ...messages.doubled, ...(await keptTwice(store))],
      disordered,
    }
  } finally {
    await store.close()
  }
}

/** Settles when every file that was started has been taken in. */
async function filesTaken(store: Store): Promise<void> {
  for (const until = performance.now() + FILES_MS_MAX; performance.now() < until; await wait(50)) {
    const { rows } = await sql`
      select from file_drop_start as begun
      where not exists (select from file_drop_end as ended where ended.drop_id = begun.drop_id)`.execute(store.db)
    if (rows.length === 0) return
  }
}

interface Story {
  readonly person: number
  /** What each version of it says, from the first to the last. */
  readonly steps: readonly (string | null)[]
  /** Of a stay in hospital: how many notices were raised of it, and whose record it is in. */
  readonly notices: number | null
  readonly localId: string | null
}

/** What stands in the record of everybody whose story was told: a stay, a finding, or work on a home. */
async function storiesTold(store: Store): Promise<Story[]> {
  const { rows } = await sql<Story>`
    with told as (
      select *, substring(business_key from '(?:VS|F|W)([0-9]+)')::integer as person,
             substring(business_key from '^visit/VS[0-9]+-([0-9]+)/ward$')::integer as stay
      from resource
      where (type = 'Encounter' and business_key ~ '^visit/VS[0-9]+-[0-9]+/ward$')
         or (type = 'Observation' and business_key ~ '^fhir/https://stori[.]example/observation[|]F[0-9]+$')
         or (type = 'Task' and business_key ~ '^works/W[0-9]+$')
    )
    select told.person,
           array_agg(coalesce(version.content #>> '{reasonCode,0,text}', version.content ->> 'valueString',
                              version.content ->> 'description') order by told.stay, version.version) as steps,
           case when told.type = 'Encounter' then
             (select count(*) from notice where notice.source_record_id = told.source_record_id) end as notices,
           case when told.type = 'Encounter' then
             (select record.local_id from source_record as record where record.id = told.source_record_id) end as local_id
    from told
    join resource_version as version on version.resource_id = told.id
    group by told.person, told.type, told.source_record_id`.execute(store.db)
  return rows
}

interface KeptMessage {
  readonly outcome: string
  /** How many versions of the stay in hospital it made. */
  readonly versions: number
}

/** Every message of HL7 v2 in which a story was told, by its control id. */
async function messagesKept(store: Store): Promise<ReadonlyMap<string, KeptMessage>> {
  const { rows } = await sql<KeptMessage & { readonly controlId: string }>`
    with made as materialized (
      select message_id, count(*) as versions
      from resource_version
      where data_class = 'hospital-care' and message_id is not null
      group by message_id
    )
    select message.control_id, min(became.outcome) as outcome, coalesce(max(made.versions), 0) as versions
    from message
    join message_outcome as became on became.message_id = message.id
    left join made on made.message_id = message.id
    where message.control_id ~ '^K[0-9]+-[0-9]+' and message.duplicate_of is null
    group by message.control_id`.execute(store.db)
  return new Map(rows.map(row => [row.controlId, row]))
}

function compareMessages(kept: ReadonlyMap<string, KeptMessage>, acknowledged: readonly Acknowledged[]) {
  const lost = acknowledged.flatMap(({ told }) => {
    if (told.person >= FIRST_OF_OTHERS) return []
    const name = controlIdOf(told)
    const one = kept.get(name)
    if (one === undefined) return [`${name} was acknowledged and is not there`]
    if (one.outcome !== 'applied')
      return [`${name} was acknowledged and is ${one.outcome}, through no fault of its own`]
    return one.versions === 0 ? [`${name} was acknowledged and made no version of the stay`] : []
  })
  const doubled = [...kept].flatMap(([name, { versions }]) =>
    versions > 1 ? [`${name} made ${versions} versions of the stay`] : [],
  )
  return { lost, doubled }
}

/** Under one name, or with two outcomes, of one message. */
async function keptTwice(store: Store): Promise<string[]> {
  const { rows } = await sql<{ fault: string }>`
    select control_id || ' is there ' || count(*) || ' times' as fault
    from message where duplicate_of is null and control_id is not null group by sender_id, control_id having count(*) > 1
    union all
    select message.control_id || ' became something ' || count(*) || ' times'
    from message join message_outcome as became on became.message_id = message.id
    where became.replaces is null group by message.id having count(*) > 1`.execute(store.db)
  return rows.map(({ fault }) => fault)
}

/** Each step once, one after the other, from the first to the last that was acknowledged, or one more that was begun. */
function compareStories(stories: readonly Story[], acknowledged: readonly Acknowledged[]): Reckoning {
  const held = new Map(stories.map(story => [story.person, story]))
  const told = Map.groupBy(acknowledged, ({ told }) => told.person)
  const faults = { lost: [] as string[], doubled: [] as string[], disordered: [] as string[] }
  for (const [person, acknowledgements] of told) {
    const { steps = [], notices, localId: whose } = held.get(person) ?? {}
    const numbers = steps.map(text => Number(/^Step (\d+)$/.exec(text ?? '')?.[1]))
    const acked = acknowledgements.map(one => one.told.step)
    const missing = acked.filter(step => !numbers.includes(step))
    faults.lost.push(...missing.map(step => `step ${step} of ${person} was acknowledged and made no version`))
    const twice = numbers.filter((step, place) => numbers.indexOf(step) !== place)
    faults.doubled.push(...twice.map(step => `step ${step} of ${person} made more than one version`))
    const last = Math.max(...acked)
    const isInOrder = numbers.every((step, place) => step === place + 1)
    const isWhole = numbers.length === last || numbers.length === last + 1
    const isTold = notices == null || (notices === numbers.length && whose === localId(person))
    if (isInOrder && isWhole && isTold) continue
    faults.disordered.push(
      `of ${person} ${last} steps were acknowledged; there are ${numbers.length} versions${notices == null ? '' : ` and ${notices} notices`}: ${steps.slice(-4).join(', ')}`,
    )
  }
  return faults
}
