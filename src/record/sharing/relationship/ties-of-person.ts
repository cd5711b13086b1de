import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Role } from '#record/organisation/role.ts'
import { personNow } from '#record/person/person-now.ts'
import type { RelationshipKind } from '../vocabulary.ts'

/** A tie that holds, as the person is told of it: who, since when, how it is known, and until when. */
export interface TieOfPerson {
  readonly id: string
  readonly kind: RelationshipKind
  /** How it is known, as a code (`case-system`, `adt`, `person-chose`, `self-claimed`). */
  readonly source: string
  readonly since: Date
  /** When it ends by itself; undefined when it holds until it is ended. */
  readonly until: Date | undefined
  /** Exactly one of the three is set. */
  readonly accountId: string | undefined
  readonly teamId: string | undefined
  readonly organisationId: string | undefined
  /** The name of the one person; undefined for a team or an organisation. */
  readonly name: string | undefined
  readonly team: Bilingual | undefined
  readonly organisation: Bilingual | undefined
  /** The jobs in which those it ties could look: one for each post, or none for somebody who acts as themselves. */
  readonly seats: readonly Seat[]
}

/** A job at an organisation, in one of its teams or in none. */
export interface Seat {
  readonly organisationId: string
  readonly organisationCode: string
  readonly organisation: Bilingual
  readonly teamId: string | null
  readonly team: Bilingual | null
  readonly role: Role
}

/** Everybody who has to do with a person now, longest first. That there is a tie opens nothing by itself. */
export async function tiesOfPerson(tx: Tx, personId: string): Promise<TieOfPerson[]> {
  const { rows } = await sql<TieRow>`
    select tie.id, tie.kind, tie.source, tie.started_at as since, tie.ends_at as until,
           tie.account_id, tie.team_id, tie.organisation_id, account.name,
           ${both(sql`team`)} as team, ${both(sql`body`)} as organisation,
           (select coalesce(jsonb_agg(distinct jsonb_build_object(
                     'organisationId', seat_body.id, 'organisationCode', seat_body.code, 'organisation', ${both(sql`seat_body`)},
                     'teamId', seat_team.id, 'team', ${both(sql`seat_team`)}, 'role', post.role)), '[]')
            from post
            join organisation as seat_body on seat_body.id = post.organisation_id
            left join team as seat_team on seat_team.id = post.team_id
            where (post.account_id = tie.account_id or post.team_id = tie.team_id or post.organisation_id = tie.organisation_id)
              and post.started_at <= ${tx.now}
              and not exists (select from post_end as ended where ended.post_id = post.id and ended.ended_at <= ${tx.now})
           ) as seats
    from relationship_now as tie
    left join account on account.id = tie.account_id
    left join team on team.id = tie.team_id
    left join organisation as body on body.id = coalesce(tie.organisation_id, team.organisation_id)
    where tie.person_id = ${personNow(personId)} and tie.started_at <= ${tx.now} and (tie.ends_at is null or tie.ends_at > ${tx.now})
    order by tie.started_at, account.name, tie.id`.execute(tx.db)
  return rows.map(row => ({
    ...row,
    until: row.until ?? undefined,
    accountId: row.accountId ?? undefined,
    teamId: row.teamId ?? undefined,
    organisationId: row.organisationId ?? undefined,
    name: row.name ?? undefined,
    team: row.team ?? undefined,
    organisation: row.organisation ?? undefined,
  }))
}

/** The names of a row that has them in both languages, as one value; null where there is no such row. */
function both(row: ReturnType<typeof sql>) {
  return sql`case when ${row}.id is null then null else jsonb_build_object('en', ${row}.name_en, 'cy', ${row}.name_cy) end`
}

type TieRow = {
  readonly [Field in keyof TieOfPerson]: undefined extends TieOfPerson[Field]
    ? Exclude<TieOfPerson[Field], undefined> | null
    : TieOfPerson[Field]
}
