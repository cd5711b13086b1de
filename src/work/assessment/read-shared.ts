import { type RawBuilder, sql } from 'kysely'
import type { Bilingual } from '#ground/language/say.ts'
import type { Recorded, RecordKind } from './record.ts'

const IDS = { contact: 'contactId', 'what-matters': 'whatMattersId', assessment: 'assessmentId' } as const

/** The columns that every record of the three is read with, of a table that is joined as `record`. */
export function sharedColumns(kind: RecordKind): RawBuilder<unknown> {
  const of = sql.ref(IDS[kind])
  return sql`
    record.id, record.contributor_id, jsonb_build_object('en', body.name_en, 'cy', body.name_cy) as organisation,
    case when team.id is not null then jsonb_build_object('en', team.name_en, 'cy', team.name_cy) end as team,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'agrees', reply.agrees, 'words', reply.words, 'by', reply.replied_by_name, 'at', reply.replied_at)
        order by reply.sequence), '[]')
     from assessment_reply as reply where reply.${of} = record.id) as replies,
    (select coalesce(jsonb_agg(jsonb_build_object(
        'field', fact.field, 'asOf', fact.as_of, 'how', fact.how, 'instead', fact.instead,
        'source', case when source.kind <> 'person' then
          jsonb_build_object('en', source.name_en, 'cy', source.name_cy) end) order by fact.field), '[]')
     from collected_fact as fact
     join organisation as source on source.id = fact.source_id
     where fact.${of} = record.id) as collected`
}

/** Whose organisation and team they are, joined to the columns above. */
export const SHARED_JOINS = sql`
  join organisation as body on body.id = record.contributor_id
  left join team on team.id = record.team_id`

/** What of them comes as JSON, which knows no moments and no undefined. */
export interface SharedRow {
  readonly id: string
  readonly contributorId: string
  readonly organisation: Bilingual
  readonly team: Bilingual | null
  readonly replies: Recorded['replies']
  readonly collected: Recorded['collected']
}

/** The same as it is told. */
export function sharedFrom({ id, contributorId, organisation, team, replies, collected }: SharedRow) {
  return {
    id,
    contributorId,
    organisation,
    team: team ?? undefined,
    replies: replies.map(reply => ({ ...reply, words: reply.words ?? undefined, at: new Date(reply.at) })),
    collected: collected.map(fact => ({
      ...fact,
      source: fact.source ?? undefined,
      instead: fact.instead ?? undefined,
    })),
  }
}
