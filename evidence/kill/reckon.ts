import { sql } from 'kysely'
import { machineChance } from '#ground/chance.ts'
import { machineClock } from '#ground/clock.ts'
import { openOwnerStore } from '#ground/db/store.ts'
import type { Acknowledged } from './senders.ts'
import { localId, visit } from './stories.ts'

/** What the record holds against what the senders were told, each fault in a sentence. */
export interface Reckoning {
  /** Acknowledged, and without the effect that it must have. */
  readonly lost: readonly string[]
  /** With more than one effect. */
  readonly doubled: readonly string[]
  /** People whose story does not stand in the record in its order, to its last step. */
  readonly disordered: readonly string[]
}

interface KeptMessage {
  readonly controlId: string
  readonly outcome: string
  readonly kept: number
  readonly notices: number
}

/** Compares once everything is over. */
export async function reckon(databaseUrl: string, acknowledged: readonly Acknowledged[]): Promise<Reckoning> {
  const store = openOwnerStore(databaseUrl, { clock: machineClock, chance: machineChance })
  try {
    const messages = await sql<KeptMessage>`
      select message.control_id, min(became.outcome) as outcome, count(*) as kept,
             (select count(*) from resource_version as version where version.message_id = min(message.id::text)::uuid
                and version.data_class = 'hospital-care') as notices
      from message
      join message_outcome as became on became.message_id = message.id
      where message.control_id like 'K%' and message.duplicate_of is null
      group by message.control_id`.execute(store.db)
    const stories = await sql<Story>`
      select stay.business_key as key,
             coalesce((select array_agg(version.content #>> '{reasonCode,0,text}' order by version.version)
                       from resource_version as version where version.resource_id = stay.id), '{}') as steps,
             (select count(*) from notice join source_record as record on record.id = notice.source_record_id
              where record.id = stay.source_record_id) as notices,
             (select record.local_id from source_record as record where record.id = stay.source_record_id) as local_id
      from resource as stay
      where stay.business_key like 'visit/VS%/ward'`.execute(store.db)
    return { ...compareMessages(messages.rows, acknowledged), disordered: compareStories(stories.rows, acknowledged) }
  } finally {
    await store.close()
  }
}

function compareMessages(rows: readonly KeptMessage[], acknowledged: readonly Acknowledged[]) {
  const held = new Map(rows.map(row => [row.controlId, row]))
  const lost = acknowledged.flatMap(({ told: { controlId } }) => {
    const row = held.get(controlId)
    if (row === undefined) return [`${controlId} was acknowledged and is not there`]
    if (row.outcome !== 'applied')
      return [`${controlId} was acknowledged and is ${row.outcome}, through no fault of its own`]
    return row.notices === 0 ? [`${controlId} was acknowledged and made no version of the stay`] : []
  })
  const doubled = rows.flatMap(({ controlId, kept, notices }) =>
    kept > 1 || notices > 1 ? [`${controlId} is there ${kept} times and made ${notices} versions`] : [],
  )
  return { lost, doubled }
}

interface Story {
  readonly key: string
  readonly steps: readonly (string | null)[]
  readonly notices: number
  readonly localId: string | null
}

/** Each step once, one after the other, from the first to the last that was acknowledged, or one more that was begun. */
function compareStories(rows: readonly Story[], acknowledged: readonly Acknowledged[]): string[] {
  const last = new Map<number, number>()
  for (const { told } of acknowledged) last.set(told.person, Math.max(told.step, last.get(told.person) ?? 0))
  const told = new Map(rows.map(row => [row.key, row]))
  return [...last].flatMap(([person, step]) => {
    const story = told.get(`visit/${visit(person)}/ward`)
    if (story === undefined) return [`of ${localId(person)} there is no stay`]
    const many = story.steps.length
    const isInOrder = story.steps.every((text, place) => text === `Step ${place + 1}`)
    const isWhole = many === step || many === step + 1
    return isInOrder && isWhole && story.notices === many && story.localId === localId(person)
      ? []
      : [
          `of ${localId(person)} ${step} steps were acknowledged; there are ${many} versions and ${story.notices} notices: ${story.steps.slice(-4).join(', ')}`,
        ]
  })
}
