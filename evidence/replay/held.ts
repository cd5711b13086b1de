import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { type AgreementContent, hashOf } from '#record/sharing/agreement/agreement.ts'
import type { Emergency, Finding, Moment, Representative, Tie, Wish, World } from '../worlds/world.ts'

/** Something with the moments from which and, when it was undone, until which it was so. */
type Lasting<Thing> = Thing & { readonly from: Moment; readonly until: Moment | null }

/** Everything that a decision may ever have rested on, with its moments: nothing of it is ever changed or removed. */
export interface Held {
  readonly codes: ReadonlyMap<string, string>
  readonly posts: readonly { accountId: string; organisationId: string; teamId: string | null; role: string }[]
  readonly owners: readonly { readonly id: string; readonly accountId: string; readonly from: Moment }[]
  readonly births: readonly { readonly recordId: string; readonly born: string | null; readonly from: Moment }[]
  readonly homes: readonly { readonly recordId: string; readonly personId: string }[]
  readonly links: readonly Lasting<{ readonly recordA: string; readonly recordB: string }>[]
  readonly ties: readonly Lasting<Omit<Tie, 'isEnded'>>[]
  readonly agreements: readonly { hash: string; content: AgreementContent; from: Moment }[]
  readonly signatures: readonly { agreement: string; organisationCode: string; hash: string; from: Moment }[]
  readonly ends: readonly { readonly agreement: string; readonly lastDay: string; readonly from: Moment }[]
  readonly wishes: readonly (Omit<Wish, keyof Said> & Said & { readonly from: Moment })[]
  readonly offices: readonly Lasting<Omit<Representative, 'isEnded'>>[]
  readonly findings: readonly Finding[]
  readonly emergencies: readonly Lasting<Omit<Emergency, 'isClosed'>>[]
}

const UTC = (moment: string) => sql`to_char(${sql.ref(moment)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Reads all of it. An agreement whose text is no longer what its hash says is left out. */
export async function readHeld(tx: Tx): Promise<Held> {
  const read = async <Row>(query: ReturnType<typeof sql>) => (await query.execute(tx.db)).rows as Row[]
  const agreements = await read<Held['agreements'][number]>(sql`
    select content_hash as hash, content, ${UTC('entered_at')} as "from" from agreement`)
  const codes = await read<{ id: string; code: string }>(sql`select id, code from organisation`)
  return {
    codes: new Map(codes.map(({ id, code }) => [id, code])),
    posts: await read(sql`select account_id, organisation_id, team_id, role from post`),
    owners: await read(sql`select person_id as id, account_id, ${UTC('started_at')} as "from" from person_account`),
    births: await read(sql`
      select source_record_id as record_id, content ->> 'birthDate' as born, ${UTC('recorded_at')} as "from"
      from source_record_version order by version`),
    homes: await read(sql`select id as record_id, home_person_id as person_id from source_record`),
    links: await read(sql`
      select record_a, record_b, ${UTC('started_at')} as "from", ${UTC('ended_at')} as until
      from record_link left join record_link_end on record_link_id = id`),
    ties: await read(sql`
      select id, kind, person_id, source_record_id as record_id, account_id, team_id, organisation_id,
             ${UTC('started_at')} as started_at, ${UTC('ends_at')} as ends_at,
             ${UTC('started_at')} as "from", ${UTC('ended_at')} as until
      from relationship left join relationship_end on relationship_id = id`),
    agreements: agreements.filter(({ hash, content }) => hashOf(content) === hash),
    signatures: await read(sql`
      select agreement.content_hash as agreement, organisation.code as organisation_code, signature.content_hash as hash,
             ${UTC('signed_at')} as "from"
      from agreement_signature as signature join agreement on agreement.id = agreement_id
      join organisation on organisation.id = organisation_id`),
    ends: await read(sql`
      select content_hash as agreement, last_day, ${UTC('ended_at')} as "from"
      from agreement_end join agreement on agreement.id = agreement_id`),
    wishes: await read(sql`
      select id, person_id, kind, account_id, team_id, organisation_id, data_classes as classes,
             ${UTC('made_at')} as "from", ${ENDS('wish')} as withdrawn,
             (select coalesce(jsonb_agg(jsonb_build_object('id', again.id, 'personId', again.person_id,
                                                           'withdrawn', ${ENDS('again')})), '[]')
              from wish as again where again.carried_from = wish.id) as repeated
      from wish where carried_from is null`),
    offices: await read(sql`
      select id, person_id, account_id, kind, ${UTC('started_at')} as "from", ${UTC('ended_at')} as until
      from representative left join representative_end on representative_id = id`),
    findings: await read(sql`
      select person_id, decision, has_capacity, ${UTC('found_at')} as found_at, review_on from capacity_finding`),
    emergencies: await read(sql`
      select id, person_id, account_id, organisation_id, data_classes as classes, ${UTC('opened_at')} as opens_at,
             ${UTC('closes_at')} as closes_at, ${UTC('opened_at')} as "from", ${UTC('ended_at')} as until
      from emergency_access left join emergency_access_end on emergency_access_id = id`),
  }
}

/** Of a wish: when it was withdrawn and for whom, and for whom else it was made. */
interface Said {
  readonly withdrawn: readonly { readonly personId: string; readonly at: Moment }[]
  readonly repeated: readonly (Omit<Wish['repeated'][number], 'withdrawnFor'> & Pick<Said, 'withdrawn'>)[]
}

const ENDS = (wish: string) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('personId', person_id, 'at', ${UTC('ended_at')})), '[]')
  from wish_end where wish_id = ${sql.ref(`${wish}.id`)})`

/** The world as it was at a moment for one person: what is of others is not in it. */
export function worldAt(held: Held, now: Moment, personId: string): World {
  const known = <Thing extends { readonly from: Moment }>(things: readonly Thing[]) =>
    things.filter(({ from }) => from <= now)
  const isOver = ({ until }: { readonly until: Moment | null }) => until !== null && until <= now
  const homeOf = new Map(held.homes.map(home => [home.recordId, home.personId]))
  const own = held.homes.find(home => home.personId === personId)?.recordId
  const theirRecords = recordsOf(
    own,
    known(held.links).filter(link => !isOver(link)),
  )
  const ids = new Set([personId, ...theirRecords.map(recordId => homeOf.get(recordId) ?? recordId)])
  const isTheirs = (one: { readonly personId?: string | null }) => ids.has(one.personId ?? personId)
  const withdrawnFor = ({ withdrawn }: Pick<Said, 'withdrawn'>) =>
    withdrawn.flatMap(one => (one.at <= now ? [one.personId] : []))
  const births = new Map(known(held.births).map(({ recordId, born }) => [recordId, born]))
  return {
    now,
    organisations: [],
    teams: [],
    accounts: [],
    posts: [],
    persons: known(held.owners),
    records: [...births].map(([id, born]) => ({ id, organisationId: '', ...(born !== null && { born }) })),
    links: [...theirRecords, ...ids].map(recordId => ({ personId, recordId, isEnded: false })),
    ties: known(held.ties)
      .filter(isTheirs)
      .map(tie => withoutNulls({ ...tie, isEnded: isOver(tie) })),
    agreements: known(held.agreements).map(({ hash, content }) => {
      const end = known(held.ends).find(({ agreement }) => agreement === hash)
      const signatures = known(held.signatures).filter(({ agreement }) => agreement === hash)
      return { hash, content, signatures, ...(end && { lastDay: end.lastDay }) }
    }),
    wishes: known(held.wishes)
      .filter(wish => isTheirs(wish) || wish.repeated.some(isTheirs))
      .map(({ repeated, ...wish }) =>
        withoutNulls({
          ...wish,
          withdrawnFor: withdrawnFor(wish),
          repeated: repeated.map(one => ({ ...one, withdrawnFor: withdrawnFor(one) })),
        }),
      ),
    representatives: known(held.offices).map(office => ({ ...office, isEnded: isOver(office) })),
    findings: held.findings.filter(({ foundAt }) => foundAt <= now),
    emergencies: known(held.emergencies).map(emergency => ({ ...emergency, isClosed: isOver(emergency) })),
  }
}

/** The record from which a person has their id, and all that links join to it. */
function recordsOf(own: string | undefined, links: Held['links']): string[] {
  const found = new Set(own === undefined ? [] : [own])
  for (const recordId of found) {
    for (const { recordA, recordB } of links) {
      if (recordA === recordId) found.add(recordB)
      if (recordB === recordId) found.add(recordA)
    }
  }
  return [...found]
}

/** What a row does not have is null; what a thing does not have is not there. */
function withoutNulls<Thing extends object>(row: Thing): Thing {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Thing
}
