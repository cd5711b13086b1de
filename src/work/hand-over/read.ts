import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual, Language } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import { HAND_OVER_CLASS, type HandOver, type NamedTeam, type Urgency } from './hand-over.ts'

/** How long an answered hand-over is still shown about a person, days. */
const SHOWN_DAYS = 30
/** How many are read at most, those due first. */
const SHOWN_MAX = 200

/** Everything handed on about one person lately, as far as it is open to the reader, what waits first. */
export async function handOversAbout(tx: Tx, access: Access): Promise<HandOver[]> {
  const [about = []] = await handOversOf(tx, [access])
  return about
}

/** The same for many, in the order of the accesses; or `only` those with these ids. */
export async function handOversOf(
  tx: Tx,
  accesses: readonly Access[],
  only?: readonly string[],
): Promise<HandOver[][]> {
  const since = new Date(tx.now.getTime() - SHOWN_DAYS * 24 * 3_600_000)
  const people = [...new Set(accesses.map(({ personId }) => personId))]
  const { rows } = await sql<Row>`
    select handed.id, now.person_id, handed.contributor_id, handed.from_team_id, handed.from_name, handed.to_team_id,
           handed.urgency, handed.asks, handed.language, handed.handed_at, handed.answer_by,
           ${named('from_team', 'from_body')} as "from", ${named('to_team', 'to_body')} as "to",
           jsonb_build_object('en', giver.name_en, 'cy', giver.name_cy) as from_organisation,
           answer.answer, answer.reason, answer.name as answered_by, answer.answered_at,
           seen.hand_over_id is not null as is_seen
    from hand_over as handed
    join person_now as now on now.id = handed.person_id
    join organisation as giver on giver.id = handed.contributor_id
    join team as to_team on to_team.id = handed.to_team_id
    join organisation as to_body on to_body.id = to_team.organisation_id
    left join team as from_team on from_team.id = handed.from_team_id
    left join organisation as from_body on from_body.id = from_team.organisation_id
    left join hand_over_answer as answer on answer.hand_over_id = handed.id
    left join hand_over_seen as seen on seen.hand_over_id = handed.id
    where now.person_id = any(${people}::uuid[])
      and (answer.answered_at is null or answer.answered_at > ${since})
      and (${only === undefined} or handed.id = any(${only ?? []}::uuid[]))
    order by answer.answered_at desc nulls first, handed.answer_by, handed.id
    limit ${SHOWN_MAX}`.execute(tx.db)
  return accesses.map(access =>
    rows
      .filter(row => row.personId === access.personId && access.covers(row.contributorId, HAND_OVER_CLASS))
      .map(row => {
        access.release(row.contributorId, HAND_OVER_CLASS)
        return handOverFrom(row, tx.now)
      }),
  )
}

/** The people about whom something was handed on to a team, or by it, that waits or whose answer it has not seen. */
export async function peopleHandedOn(tx: Tx, teamId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct now.person_id
    from hand_over as handed
    join person_now as now on now.id = handed.person_id
    left join hand_over_answer as answer on answer.hand_over_id = handed.id
    left join hand_over_seen as seen on seen.hand_over_id = handed.id
    where (handed.to_team_id = ${teamId} and answer.hand_over_id is null)
       or (handed.from_team_id = ${teamId} and seen.hand_over_id is null and answer.answer is distinct from 'withdrawn')
    order by now.person_id`.execute(tx.db)
  return rows.map(({ personId }) => personId)
}

/** The people whom these hand-overs are about now. */
export async function peopleOfHandOvers(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select distinct now.person_id
    from hand_over as handed
    join person_now as now on now.id = handed.person_id
    where handed.id = any(${ids}::uuid[])`.execute(tx.db)
  return rows.map(({ personId }) => personId)
}

function named(team: string, body: string) {
  return sql`case when ${sql.ref(`${team}.id`)} is not null then jsonb_build_object(
    'team', jsonb_build_object('en', ${sql.ref(`${team}.nameEn`)}, 'cy', ${sql.ref(`${team}.nameCy`)}),
    'organisation', jsonb_build_object('en', ${sql.ref(`${body}.nameEn`)}, 'cy', ${sql.ref(`${body}.nameCy`)})) end`
}

interface Row {
  readonly id: string
  readonly personId: string
  readonly contributorId: string
  readonly fromTeamId: string | null
  readonly from: NamedTeam | null
  readonly fromOrganisation: Bilingual
  readonly fromName: string
  readonly toTeamId: string
  readonly to: NamedTeam
  readonly urgency: Urgency
  readonly asks: string
  readonly language: Language | null
  readonly handedAt: Date
  readonly answerBy: Date
  readonly answer: 'accepted' | 'declined' | 'withdrawn' | null
  readonly reason: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Date | null
  readonly isSeen: boolean
}

function handOverFrom({ answer, reason, answeredBy, answeredAt, ...row }: Row, now: Date): HandOver {
  return {
    ...row,
    fromTeamId: row.fromTeamId ?? undefined,
    from: row.from ?? undefined,
    language: row.language ?? undefined,
    isLate: answer === null && row.answerBy <= now,
    answer:
      answer === null ? undefined : { kind: answer, reason: reason ?? undefined, by: answeredBy!, at: answeredAt! },
  }
}
