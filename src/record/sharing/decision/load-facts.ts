import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { dayOf, minuteOfDay } from '#ground/day.ts'
import { putTogetherOnce } from '#ground/db/sql.ts'
import type { Tx } from '#ground/db/store.ts'
import type { Actor } from '#record/organisation/actor.ts'
import type { About } from '../about.ts'
import { housematesOf } from '../relationship/housemates.ts'
import { asNamed, type Named, names, unique } from '../relationship/named.ts'
import type { CapacityDecision } from '../representative/office.ts'
import {
  type AppliedEmergency,
  type AppliedRepresentation,
  type AppliedTie,
  type AppliedWish,
  type Facts,
  NOTHING_HELD,
} from './facts.ts'
import { HELD_AGREEMENTS, type HeldAgreement, withRules } from './load-agreements.ts'

/** Somebody asking about somebody. */
export interface Pair {
  readonly actor: Actor
  readonly personId: string
}

/** The facts for each pair, in the order given, with the organisations that agreements may name. */
export interface LoadedFacts {
  readonly facts: readonly Facts[]
  /** From organisation code to its id. */
  readonly organisationIds: ReadonlyMap<string, string>
  /** Whom each pair is about, in the order given. */
  readonly about: readonly About[]
}

/**
 * Reads what holds now between each actor and each person, however many, in one question of one snapshot. Whose session
 * it is was asked a moment earlier: a worker whose post has ended since is as somebody with whom nobody has agreed.
 */
export async function loadFacts(tx: Tx, pairs: readonly Pair[]): Promise<LoadedFacts> {
  const today = dayOf(tx.now)
  const held = await readHeld(tx, pairs, today)
  const agreements = await withRules(tx, held.agreements)
  const everybody = { today, minute: minuteOfDay(tx.now), agreements }
  const people = new Map(held.people.map(person => [person.asked, person]))
  const facts = pairs.map(({ actor, personId }): Facts => {
    if (held.ended.some(post => isPostOf(actor, post))) return { ...everybody, ...NOTHING_HELD, agreements: [] }
    const person = people.get(personId)
    return person === undefined ? { ...everybody, ...NOTHING_HELD } : { ...everybody, ...between(actor, person) }
  })
  const about = pairs.map(({ actor, personId }) => whom(actor, personId, people.get(personId)))
  return { facts, organisationIds: new Map(Object.entries(held.organisationIds)), about }
}

/**
 * Who writes about themselves writes under their own id, and who holds an office under that of whom they hold it for:
 * so it goes with them when two who were one are told apart. Everybody else writes under the id that they addressed.
 */
function whom(actor: Actor, asked: string, person: HeldPerson | undefined): About {
  if (person === undefined) return { personId: asked, keptUnder: asked }
  const isTheirs = (held: { readonly accountId: string }) =>
    actor.kind === 'citizen' && held.accountId === actor.accountId
  const own = person.owners.find(isTheirs) ?? person.representatives.find(isTheirs)
  return { personId: person.personId, keptUnder: own?.keptUnder ?? asked }
}

function between(actor: Actor, person: HeldPerson): typeof NOTHING_HELD {
  const concerns = (named: Named) => names(named, actor)
  const accountId = actor.kind === 'system' ? undefined : actor.accountId
  const isTheirs = (held: { readonly accountId: string }) => held.accountId === accountId
  return {
    isThePerson: actor.kind === 'citizen' && person.owners.some(isTheirs),
    ties: person.ties.filter(concerns),
    wishes: person.wishes.filter(wish => wish.kind === 'pause' || concerns(wish)),
    representations: actor.kind === 'citizen' ? person.representatives.filter(isTheirs) : [],
    lacksCapacityFor: new Set(decisionsFound(person, false)),
    ableFor: new Set(decisionsFound(person, true)),
    emergencies:
      actor.kind === 'worker'
        ? person.emergencies.filter(held => isTheirs(held) && held.organisationId === actor.organisationId)
        : [],
    birthDates: person.birthDates,
    isInHospital: person.ties.some(({ kind }) => kind === 'admission'),
    livesWithThem: actor.kind === 'worker' && person.livesWith.includes(actor.accountId),
  }
}

function decisionsFound({ findings }: HeldPerson, able: boolean): CapacityDecision[] {
  return findings.flatMap(({ decision, hasCapacity }) => (hasCapacity === able ? [decision] : []))
}

/** A post that ended, by what an actor says of the one they act in. */
interface EndedPost {
  readonly accountId: string
  readonly organisationId: string
  readonly teamId: string | null
  readonly role: string
}

function isPostOf(actor: Actor, { accountId, organisationId, teamId, role }: EndedPost): boolean {
  if (actor.kind !== 'worker' || actor.accountId !== accountId) return false
  return actor.organisationId === organisationId && (actor.teamId ?? null) === teamId && actor.role === role
}

interface Held {
  /** Of those who ask: the posts of theirs that have ended, and that they do not hold again. */
  readonly ended: readonly EndedPost[]
  readonly organisationIds: Readonly<Record<string, string>>
  readonly agreements: readonly HeldAgreement[]
  readonly people: readonly HeldPerson[]
}

interface HeldPerson {
  readonly asked: string
  readonly personId: string
  readonly owners: readonly { readonly accountId: string; readonly keptUnder: string }[]
  /** With those who ask, and with whoever has them in hospital. */
  readonly ties: readonly (Named & AppliedTie)[]
  readonly wishes: readonly (Named & AppliedWish)[]
  readonly representatives: readonly (AppliedRepresentation & {
    readonly accountId: string
    readonly keptUnder: string
  })[]
  readonly findings: readonly { readonly decision: CapacityDecision; readonly hasCapacity: boolean }[]
  readonly emergencies: readonly (AppliedEmergency & { readonly accountId: string; readonly organisationId: string })[]
  readonly birthDates: readonly string[]
  /** Of those who ask: the accounts of workers who live with the person, or are the person. */
  readonly livesWith: readonly string[]
}

async function readHeld(tx: Tx, pairs: readonly Pair[], today: string): Promise<Held> {
  const actors = pairs.map(({ actor }) => actor)
  const { rows } = await HELD({
    ...asNamed(actors),
    workers: unique(actors.flatMap(actor => (actor.kind === 'worker' ? actor.accountId : []))),
    people: unique(pairs.map(({ personId }) => personId)),
    now: tx.now,
    today,
  }).execute(tx.db)
  const [held] = rows
  assert(held, 'a select without a table has one row')
  return { ...held, organisationIds: held.organisationIds ?? {} }
}

interface Asked extends ReturnType<typeof asNamed> {
  readonly workers: readonly string[]
  readonly people: readonly string[]
  readonly now: Date
  /** ISO 8601 day. */
  readonly today: string
}

const HELD = putTogetherOnce(
  (asked: Asked) => sql<Held>`
    with housemate as materialized (${housematesOf(asked.workers)})
    select
      (select jsonb_object_agg(organisation.code, organisation.id) from organisation) as organisation_ids,
      ${HELD_AGREEMENTS} as agreements,
      ${endedPosts(asked)} as ended,
      (select coalesce(jsonb_agg(jsonb_build_object(
                'asked', person.id,
                'personId', person.person_id,
                'owners', ${OWNERS},
                'ties', ${tiesOf(asked)},
                'wishes', ${WISHES},
                'representatives', ${REPRESENTATIVES},
                'findings', ${findingsOf(asked)},
                'emergencies', ${emergenciesOf(asked)},
                'livesWith', ${list(sql`housemate.account_id`, sql`housemate where housemate.person_id = person.person_id`)},
                'birthDates', ${list(
                  sql`distinct record.birth_date`,
                  sql`person_link_now as link join source_record as record on record.id = link.source_record_id
                      where link.person_id = person.person_id and record.birth_date is not null`,
                )})), '[]')
       from person_now as person where person.id = any(${asked.people}::uuid[])) as people`,
)

const endedPosts = ({ workers, now }: Asked) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('accountId', held.account_id, 'organisationId', held.organisation_id,
                                                'teamId', held.team_id, 'role', held.role)), '[]')
   from (
     select post.account_id, post.organisation_id, post.team_id, post.role
     from post
     where post.account_id = any(${workers}::uuid[])
     group by post.account_id, post.organisation_id, post.team_id, post.role
     having bool_and(exists (
       select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${now}))
   ) as held)`

type Sql = ReturnType<typeof sql>

function list(what: Sql, from: Sql): Sql {
  return sql`(select coalesce(jsonb_agg(${what}), '[]') from ${from})`
}

const OWNERS = list(
  sql`jsonb_build_object('accountId', own.account_id, 'keptUnder', own.kept_under)`,
  sql`person_account_now as own where own.person_id = person.person_id`,
)

/** A person can have as many ties as there are who look after them; who asks has one or two. */
const tiesOf = ({ accountIds, teamIds, organisationIds, now, today }: Asked) =>
  list(
    sql`jsonb_build_object('kind', tie.kind, 'days', ${today}::date - (tie.started_at at time zone 'Europe/London')::date,
          'accountId', tie.account_id, 'teamId', tie.team_id, 'organisationId', tie.organisation_id)`,
    sql`relationship_now as tie
        where tie.person_id = person.person_id and tie.started_at <= ${now} and (tie.ends_at is null or tie.ends_at > ${now})
          and (tie.kind = 'admission' or tie.account_id = any(${accountIds}::uuid[])
               or tie.team_id = any(${teamIds}::uuid[]) or tie.organisation_id = any(${organisationIds}::uuid[]))`,
  )

const WISHES = list(
  sql`jsonb_build_object('id', wish.id, 'kind', wish.kind, 'dataClasses', wish.data_classes,
        'accountId', wish.account_id, 'teamId', wish.team_id, 'organisationId', wish.organisation_id)
      order by wish.made_at, wish.id`,
  sql`wish_now as wish where wish.person_id = person.person_id`,
)

const REPRESENTATIVES = list(
  sql`jsonb_build_object('id', office.id, 'kind', office.kind, 'actsJointly', office.acts = 'jointly', 'accountId', office.account_id, 'keptUnder', office.kept_under)
      order by office.started_at, office.id`,
  sql`representative_now as office where office.person_id = person.person_id`,
)

/** By the latest finding for each decision, and only until its review day: after it capacity is presumed again. */
const findingsOf = ({ today }: Asked) =>
  list(
    sql`jsonb_build_object('decision', latest.decision, 'hasCapacity', latest.has_capacity)`,
    sql`(select distinct on (finding.decision) finding.decision, finding.has_capacity, finding.review_on
         from capacity_finding_now as finding where finding.person_id = person.person_id
         order by finding.decision, finding.found_at desc, finding.id) as latest
        where latest.review_on >= ${today}::date`,
  )

const emergenciesOf = ({ now }: Asked) =>
  list(
    sql`jsonb_build_object('id', emergency.id, 'dataClasses', emergency.data_classes,
          'accountId', emergency.account_id, 'organisationId', emergency.organisation_id)
        order by emergency.opened_at, emergency.id`,
    sql`emergency_access_now as emergency where emergency.person_id = person.person_id
          and emergency.opened_at <= ${now} and emergency.closes_at > ${now}`,
  )
