import { sql } from 'kysely'
import type { Bilingual, Language } from '#ground/language/say.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { Urgency } from './clock.ts'
import type {
  AboutItem,
  ConversationClass,
  Decision,
  Entry,
  EntryKind,
  Mentioned,
  Question,
  WrittenAs,
} from './conversation.ts'

/** Whether an entry was written in a job: a photograph of somebody at work stands beside nothing that they say as family. */
export const BY_A_WORKER = sql`entry.written_as not in ('person', 'chosen')`

/** An entry with all that has become of it, up to its `where`. */
export const ENTRY = sql`
  select entry.id, entry.number, plan.person_id, entry.kind, entry.question_id, entry.language, entry.contributor_id,
         jsonb_build_object('en', giver.name_en, 'cy', giver.name_cy) as contributor, entry.data_class, entry.written_by,
         entry.written_by_name, entry.written_as, entry.written_at, face.id as photograph_id, asked.urgency, asked.answer_by, asked.is_open,
         case when struck.is_misfiled then '' else entry.words end as words,
         struck.is_misfiled, struck.why as struck_why, struck.struck_by_name, struck.struck_at,
         asked.account_id as owner_account_id, whose.name as owner_name, asked.team_id as owner_team_id,
         asked.organisation_id as owner_organisation_id, asked.step - 1 as passed_on, turn.why as passed_why,
         case when team.id is not null then jsonb_build_object('en', team.name_en, 'cy', team.name_cy) end as owner_team,
         case when body.id is not null then jsonb_build_object('en', body.name_en, 'cy', body.name_cy) end as owner_organisation,
         action.id as item_id, action_owner.code as item_owner_code, first.due_on as item_due_on,
         about.item_id as about_id, about.owner_id as about_owner_id, about.data_class as about_class,
         about.words as about_words, about.language as about_language,
         jsonb_build_object('en', action_owner.name_en, 'cy', action_owner.name_cy) as item_owner,
         (select coalesce(jsonb_agg(jsonb_build_object('accountId', named.account_id, 'name', named.name) order by named.name), '[]')
          from conversation_mention as named where named.entry_id = entry.id) as mentions
  from conversation_entry as entry
  join plan_now as plan on plan.id = entry.plan_id
  join organisation as giver on giver.id = entry.contributor_id
  left join worker_photograph as face on face.account_id = entry.written_by and ${BY_A_WORKER}
  left join conversation_question_now as asked on asked.id = entry.id
  left join conversation_turn as turn on turn.question_id = entry.id and turn.step = asked.step
  left join account as whose on whose.id = asked.account_id
  left join team on team.id = asked.team_id
  left join organisation as body on body.id = asked.organisation_id
  left join conversation_struck as struck on struck.entry_id = entry.id
  left join conversation_decision as decided on decided.entry_id = entry.id
  left join plan_item as action on action.id = decided.plan_item_id
  left join organisation as action_owner on action_owner.id = action.owner_id
  left join plan_item_version as first on first.plan_item_id = action.id and first.version = 1
  left join lateral (
    select item.id as item_id, item.owner_id, item.data_class, said.words, said.language
    from conversation_about as noted
    join plan_item as item on item.id = noted.plan_item_id
    join plan_now as theirs on theirs.id = item.plan_id and theirs.person_id = plan.person_id
    join lateral (
      select version, words, language from plan_item_version as version
      where version.plan_item_id = item.id order by version.version desc limit 1
    ) as said on true
    where noted.entry_id = entry.id
      and not exists (select from plan_item_struck as wrong where wrong.plan_item_id = item.id
                      and wrong.version = said.version and wrong.because = 'wrong-person')
  ) as about on true`

export interface EntryRow {
  readonly id: string
  readonly number: number
  readonly personId: string
  readonly kind: EntryKind
  readonly questionId: string | null
  readonly words: string
  readonly language: Language
  readonly contributorId: string
  readonly contributor: Bilingual
  readonly dataClass: ConversationClass
  readonly writtenBy: string
  readonly writtenByName: string
  readonly writtenAs: WrittenAs
  readonly writtenAt: Date
  readonly photographId: string | null
  readonly mentions: readonly Mentioned[]
  readonly isMisfiled: boolean | null
  readonly struckWhy: string | null
  readonly struckByName: string | null
  readonly struckAt: Date | null
  readonly urgency: Urgency | null
  readonly answerBy: Date | null
  readonly isOpen: boolean | null
  readonly ownerAccountId: string | null
  readonly ownerName: string | null
  readonly ownerTeamId: string | null
  readonly ownerTeam: Bilingual | null
  readonly ownerOrganisationId: string | null
  readonly ownerOrganisation: Bilingual | null
  readonly passedOn: number | null
  readonly passedWhy: string | null
  readonly itemId: string | null
  readonly itemOwner: Bilingual
  readonly itemOwnerCode: string | null
  readonly itemDueOn: string | null
  readonly aboutId: string | null
  readonly aboutOwnerId: string
  readonly aboutClass: DataClass
  readonly aboutWords: string
  readonly aboutLanguage: Language
}

/** What an entry is shown with: the answers and the item of the plan that are open to the reader, at a moment. */
export interface ShownWith {
  readonly now: Date
  readonly answers: readonly Entry[]
  readonly about: AboutItem | undefined
}

/** The entry that a row holds. */
export function entryFrom(row: EntryRow, { now, answers, about }: ShownWith): Entry {
  const { id, number, personId, kind, words, language, contributorId, contributor, dataClass, mentions } = row
  const { writtenBy, writtenByName, writtenAs, writtenAt, isMisfiled } = row
  return {
    ...{ id, number, personId, kind, words, language, contributorId, contributor, dataClass, mentions },
    ...{ writtenBy, writtenByName, writtenAs, writtenAt, answers, about },
    photographId: row.photographId ?? undefined,
    questionId: row.questionId ?? undefined,
    struck:
      isMisfiled === null ? undefined : { isMisfiled, why: row.struckWhy!, by: row.struckByName!, at: row.struckAt! },
    question: questionFrom(row, now),
    decision: decisionFrom(row),
  }
}

function questionFrom(row: EntryRow, now: Date): Question | undefined {
  const { urgency, answerBy, isOpen } = row
  if (urgency === null || answerBy === null || isOpen === null) return undefined
  return {
    urgency,
    answerBy,
    isOpen,
    isLate: isOpen && row.ownerOrganisationId !== null && answerBy <= now,
    passedOn: row.passedOn ?? 0,
    passedWhy: row.passedWhy ?? undefined,
    owner: {
      accountId: row.ownerAccountId ?? undefined,
      name: row.ownerName ?? undefined,
      teamId: row.ownerTeamId ?? undefined,
      team: row.ownerTeam ?? undefined,
      organisation: row.ownerOrganisation ?? undefined,
    },
  }
}

function decisionFrom({ itemId, itemOwner, itemOwnerCode, itemDueOn }: EntryRow): Decision | undefined {
  if (itemId === null || itemOwnerCode === null) return undefined
  return { itemId, owner: itemOwner, ownerCode: itemOwnerCode, dueOn: itemDueOn ?? undefined }
}
