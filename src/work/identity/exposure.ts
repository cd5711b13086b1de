import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Role } from '#record/organisation/role.ts'
import { linkRecords } from '#record/person/link/link.ts'
import { personOf } from '#record/person/link/persons.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'

/** How many people of one organisation would see something that they do not see now. */
export interface Exposure {
  readonly organisation: Bilingual
  readonly dataClass: DataClass
  readonly workers: number
}

/** How many workers with a tie to either side are asked for at most. */
const WORKERS_MAX = 200

/**
 * What joining two records would open, and to how many: everybody who works with either side is decided about as things
 * are and as they would be, by the one way to decide. The join is made, looked at and taken back within the transaction;
 * nothing of it stays. Empty where nothing would open, and where a guard refuses the join.
 */
export async function exposureOf(tx: Tx, recordId: string, candidateRecordId: string): Promise<Exposure[]> {
  const people = [await personOf(tx, recordId), await personOf(tx, candidateRecordId)]
  const workers = await workersWith(tx, people)
  const sides: Held[] = []
  for (const person of people) sides.push(await heldOf(tx, person))
  const before = await opensTo(tx, workers, people)
  const after = await asIfJoined(tx, recordId, candidateRecordId, person => opensTo(tx, workers, [person, person]))
  if (after === undefined) return []
  const found = new Map<string, Exposure>()
  for (const [at, { organisation }] of workers.entries()) {
    for (const dataClass of newlySeen(sides, before[at] ?? [], after[at] ?? [])) {
      const key = `${organisation.en} ${dataClass}`
      found.set(key, { organisation, dataClass, workers: (found.get(key)?.workers ?? 0) + 1 })
    }
  }
  return [...found.values()]
}

/** The classes of which a worker would see something, of either side, that they do not see now. */
function newlySeen(sides: readonly Held[], before: Open, after: Open): Set<DataClass> {
  const classes = sides.flatMap((held, side) =>
    held.filter(({ key }) => after[side]?.has(key) && !before[side]?.has(key)).map(({ dataClass }) => dataClass),
  )
  return new Set(classes)
}

/** A worker in one post, and the name of whom they work for. */
interface Worker {
  readonly actor: WorkerActor
  readonly organisation: Bilingual
}

/** What is open to one worker, a contributor's class each: of the one side, and of the other. */
type Open = readonly ReadonlySet<string>[]

/** What there is of one side. */
type Held = readonly { readonly key: string; readonly dataClass: DataClass }[]

async function opensTo(tx: Tx, workers: readonly Worker[], people: readonly string[]): Promise<readonly Open[]> {
  const pairs = workers.flatMap(({ actor }) => [...new Set(people)].map(personId => ({ actor, personId })))
  const accesses = await lookAtMany(tx, pairs, { doing: 'list', place: 'identity' }, async opened => opened)
  return workers.map(({ actor }) =>
    people.map(personId => {
      const access = accesses.find(one => one.actor === actor && one.personId === personId)
      return new Set(access?.grants.map(({ contributorId, dataClass }) => keyOf(contributorId, dataClass)))
    }),
  )
}

function keyOf(contributorId: string, dataClass: string): string {
  return `${contributorId} ${dataClass}`
}

/** Of whom and of what class anything is held about a person: records, resources, items of the plan. */
async function heldOf(tx: Tx, personId: string): Promise<Held> {
  const { rows } = await sql<{ contributorId: string; dataClass: DataClass }>`
    with own as materialized (
      select record.id, record.organisation_id, record.home_person_id
      from person_link_now as link join source_record as record on record.id = link.source_record_id
      where link.person_id = ${personId}
    )
    select organisation_id as contributor_id, who.data_class from own, (values ('demographics'), ('contacts')) as who (data_class)
    union
    select resource.contributor_id, resource.data_class from own join resource on resource.source_record_id = own.id
    union
    select item.owner_id, item.data_class
    from own join plan on plan.person_id = own.home_person_id join plan_item as item on item.plan_id = plan.id`.execute(
    tx.db,
  )
  return rows.map(({ contributorId, dataClass }) => ({ key: keyOf(contributorId, dataClass), dataClass }))
}

async function asIfJoined<Value>(
  tx: Tx,
  recordId: string,
  candidateRecordId: string,
  work: (personId: string) => Promise<Value>,
): Promise<Value | undefined> {
  await sql`savepoint as_if_joined`.execute(tx.db)
  try {
    const linked = await linkRecords(tx, recordId, candidateRecordId, { decidedBy: 'preview', reason: 'preview' })
    return linked.ok ? await work(linked.value.personId) : undefined
  } finally {
    await sql`rollback to savepoint as_if_joined`.execute(tx.db)
  }
}

interface Row {
  readonly accountId: string
  readonly name: string
  readonly organisationId: string
  readonly organisationCode: string
  readonly nameEn: string
  readonly nameCy: string
  readonly teamId: string | null
  readonly role: Role
}

/** Everybody in a post who has a tie to any of these people: by themselves, through their team or their organisation. */
async function workersWith(tx: Tx, people: readonly string[]): Promise<Worker[]> {
  const { rows } = await sql<Row>`
    select distinct account.id as account_id, account.name, post.organisation_id, body.code as organisation_code,
           body.name_en, body.name_cy, post.team_id, post.role
    from relationship_now as tie
    join post on post.account_id = tie.account_id or post.team_id = tie.team_id
      or post.organisation_id = tie.organisation_id
    join account on account.id = post.account_id
    join organisation as body on body.id = post.organisation_id
    where tie.person_id = any(${people}::uuid[]) and tie.kind <> 'identity-review' and post.role <> 'records-officer'
      and tie.started_at <= ${tx.now} and (tie.ends_at is null or tie.ends_at > ${tx.now})
      and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
    order by account.name, body.code
    limit ${WORKERS_MAX}`.execute(tx.db)
  return rows.map(({ nameEn, nameCy, teamId, ...row }) => ({
    actor: { kind: 'worker', ...row, teamId: teamId ?? undefined },
    organisation: { en: nameEn, cy: nameCy },
  }))
}
