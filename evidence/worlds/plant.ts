import { sql } from 'kysely'
import { idFor } from '#ground/chance.ts'
import { type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { DB } from '#ground/db/tables.ts'
import { CODES, idOf, organisationId, PLACES } from './places.ts'
import type { Agreement, Moment, Wish, World } from './world.ts'

type Row = Readonly<Record<string, unknown>>
type Rows = Readonly<Partial<Record<TableName, readonly Row[]>>>
type TableName = Snake<Extract<keyof DB, string>>
type Snake<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}`
  : Name

/** Whoever writes it down where somebody must have. */
const SCRIBE = idOf('account', 0)
const SEEN = { evidence: 'as drawn' }

/** Plants the bodies, teams and people that every world has, to stay. */
export async function plantPlaces(store: Store): Promise<void> {
  await transaction(store, async tx => {
    for (const [table, rows] of Object.entries(placeRows())) await insert(tx, table, rows)
  })
}

/** Plants one world in a transaction set to its moment, lets `work` ask in it, and leaves nothing of it behind. */
export async function inWorld<Value>(store: Store, world: World, work: (tx: Tx) => Promise<Value>): Promise<Value> {
  let value: { readonly is: Value } | undefined
  try {
    await transaction(store, async tx => {
      for (const [table, rows] of Object.entries(worldRows(world))) if (rows.length > 0) await insert(tx, table, rows)
      await join(tx)
      value = { is: await work({ ...tx, now: new Date(world.now) }) }
      throw LEAVE_NOTHING
    })
  } catch (thrown) {
    if (thrown !== LEAVE_NOTHING) throw thrown
  }
  return value!.is
}

const LEAVE_NOTHING = new Error('the world is left as it was found')

async function insert(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const named = sql.table(table)
  const columns = sql.join([...new Set(rows.flatMap(row => Object.keys(row)))].map(name => sql.ref(name)))
  await sql`insert into ${named} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${named}, ${JSON.stringify(rows)}::jsonb)`.execute(tx.db)
}

/** Each record is about the person to whose own record it is linked; and whoever is one with another, about that one. */
async function join(tx: Tx): Promise<void> {
  await sql`
    update person_now as now set person_id = own.home_person_id
    from record_link_now as link
    join source_record as own on own.id = link.record_a
    join source_record as record on record.id = link.record_b
    where now.id = record.home_person_id`.execute(tx.db)
  await sql`
    update person_now as now set person_id = whole.person_id
    from person_now as whole
    where whole.id = now.person_id and whole.person_id <> now.person_id`.execute(tx.db)
}

function placeRows(): Rows {
  const { organisations, teams, accounts, posts, persons } = PLACES
  const named = (name: string) => ({ name_en: name, name_cy: name })
  const at = '2020-01-01T00:00:00Z'
  return {
    organisation: organisations.map(({ id, code, partOf }) => ({
      id,
      code,
      kind: code === 'person' ? 'person' : 'council',
      part_of: partOf,
      ...named(code),
    })),
    team: teams.map((team, index) => ({
      id: team.id,
      code: `team ${index}`,
      organisation_id: team.organisationId,
      ...named('team'),
    })),
    account: accounts.map((id, index) => ({
      id,
      subject: `account ${index}`,
      name: `account ${index}`,
      language: 'en',
    })),
    post: posts.map((post, index) => ({
      id: idFor(`post ${index}`),
      account_id: post.accountId,
      organisation_id: post.organisationId,
      team_id: post.teamId,
      role: post.role,
      title_en: 'post',
      title_cy: 'swydd',
      started_at: at,
    })),
    person: persons.map(({ id }) => ({ id, recorded_at: at })),
    source_record: persons.map(({ id }) => recordRow(id, organisations[0]!.id)),
    person_account: persons.flatMap(({ id, accountId }) =>
      accountId === undefined ? [] : [{ account_id: accountId, person_id: id, started_at: at }],
    ),
  }
}

/** In an order in which each row finds those it names. */
function worldRows(world: World): Rows {
  const { now } = world
  return {
    ...recordRows(world),
    ...tieRows(world),
    ...agreementRows(world),
    ...wishRows(world),
    ...officeRows(world, now),
  }
}

/** A person's own record, which has the person's id and says nothing, is what records are linked to. */
function recordRows({ records, links, now }: World): Rows {
  const decided = { decided_by: 'as drawn', reason: 'as drawn' }
  const rows = links.map((link, index) => ({ ...link, id: idFor(`link ${index}`) }))
  return {
    person: records.map(({ id }) => ({ id, recorded_at: now })),
    source_record: records.map(({ id, organisationId, born }) => ({
      ...recordRow(id, organisationId),
      birth_date: born,
    })),
    record_standard: records.map(({ id, home }) => ({
      source_record_id: id,
      standard_version: 1,
      content: { addresses: home === undefined ? [] : [{ uprn: home, numbers: [], words: [] }] },
      keys: [],
    })),
    record_link: rows.map(({ id, personId, recordId }) => ({
      id,
      record_a: personId,
      record_b: recordId,
      explanation: SEEN,
      started_at: now,
      ...decided,
    })),
    record_link_end: rows
      .filter(({ isEnded }) => isEnded)
      .map(({ id }) => ({ record_link_id: id, ended_at: now, ...decided })),
  }
}

function recordRow(id: string, organisationId: string): Row {
  return {
    id,
    organisation_id: organisationId,
    local_id: id,
    version: 1,
    content: {},
    nhs_number_verified: false,
    family_key: '',
    home_person_id: id,
  }
}

function tieRows({ ties, now }: World): Rows {
  return {
    relationship: ties.map(tie => ({
      id: tie.id,
      kind: tie.kind,
      person_id: tie.personId,
      source_record_id: tie.recordId,
      account_id: tie.accountId,
      team_id: tie.teamId,
      organisation_id: tie.organisationId,
      source: 'as drawn',
      started_at: tie.startedAt,
      ends_at: tie.endsAt,
    })),
    relationship_end: ties
      .filter(({ isEnded }) => isEnded)
      .map(({ id }) => ({ relationship_id: id, source: 'as drawn', ended_at: now })),
  }
}

function agreementRows({ agreements, now }: World): Rows {
  const ended = (agreement: Agreement, lastDay: string) => ({
    agreement_id: idFor(agreement.hash),
    last_day: lastDay,
    ended_by_name: 'as drawn',
    reason: 'as drawn',
    ended_at: now,
  })
  return {
    agreement: agreements.map(({ hash, content }) => ({
      id: idFor(hash),
      code: content.code,
      content,
      content_hash: hash,
      entered_at: now,
    })),
    agreement_signature: agreements.flatMap(agreement =>
      agreement.signatures.map(signature => ({
        agreement_id: idFor(agreement.hash),
        organisation_id: organisationId(CODES.find(code => code === signature.organisationCode)!),
        content_hash: signature.hash,
        signed_by: 'as drawn',
        signed_at: now,
      })),
    ),
    agreement_end: agreements.flatMap(one => (one.lastDay === undefined ? [] : [ended(one, one.lastDay)])),
  }
}

function wishRows({ wishes, now }: World): Rows {
  const repeated = wishes.flatMap(wish =>
    wish.repeated.map(({ id, personId, withdrawnFor }) => ({
      ...wish,
      id,
      personId,
      withdrawnFor,
      carriedFrom: wish.id,
    })),
  )
  const rows: readonly (Wish & { readonly carriedFrom?: string })[] = [...wishes, ...repeated]
  return {
    wish: rows.map(wish => ({
      id: wish.id,
      person_id: wish.personId,
      kind: wish.kind,
      account_id: wish.accountId,
      team_id: wish.teamId,
      organisation_id: wish.organisationId,
      data_classes: wish.classes,
      made_by: SCRIBE,
      made_at: now,
      carried_from: wish.carriedFrom,
    })),
    wish_end: rows.flatMap(({ id, withdrawnFor }) =>
      withdrawnFor.map(personId => ({ wish_id: id, person_id: personId, ended_by: SCRIBE, ended_at: now })),
    ),
  }
}

function officeRows({ representatives, findings, emergencies }: World, now: Moment): Rows {
  return {
    representative: representatives.map(one => ({
      id: one.id,
      person_id: one.personId,
      account_id: one.accountId,
      kind: one.kind,
      acts: 'alone',
      reference: 'as drawn',
      registered_on: '2020-01-01',
      source: 'as drawn',
      recorded_by_name: 'as drawn',
      started_at: now,
    })),
    representative_end: representatives
      .filter(({ isEnded }) => isEnded)
      .map(({ id }) => ({ representative_id: id, reason: 'as drawn', ended_by_name: 'as drawn', ended_at: now })),
    capacity_finding: findings.map((finding, index) => ({
      id: idFor(`finding ${index}`),
      person_id: finding.personId,
      decision: finding.decision,
      has_capacity: finding.hasCapacity,
      evidence: 'as drawn',
      found_by: SCRIBE,
      found_by_name: 'as drawn',
      review_on: finding.reviewOn,
      found_at: finding.foundAt,
    })),
    emergency_access: emergencies.map(emergency => ({
      id: emergency.id,
      person_id: emergency.personId,
      account_id: emergency.accountId,
      organisation_id: emergency.organisationId,
      actor_name: 'as drawn',
      role: 'ward-nurse',
      category: 'as drawn',
      words: 'as drawn',
      data_classes: emergency.classes,
      is_sensitive: true,
      opened_at: emergency.opensAt,
      closes_at: emergency.closesAt,
    })),
    emergency_access_end: emergencies
      .filter(({ isClosed }) => isClosed)
      .map(({ id }) => ({ emergency_access_id: id, ended_at: now })),
  }
}
