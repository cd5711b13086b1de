import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import type { Language } from '#ground/language/say.ts'
import { openedBy } from '#record/chart/opened.ts'
import type { Access } from '#record/sharing/access.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import { ABOUT_ME_CLASS, ABOUT_ME_PARTS, type AboutMePart, type PartProposal, type WrittenPart } from './about-me.ts'

/**
 * Every part of About me as it stands, in the order in which they are read; one that nobody has written is empty.
 * Undefined where what people say of themselves is not open.
 */
export async function readAboutMe(tx: Tx, access: Access): Promise<WrittenPart[] | undefined> {
  const contributorId = access.contributorIdOf(THE_PERSON)
  if (contributorId === undefined || !access.covers(contributorId, ABOUT_ME_CLASS)) return undefined
  const [versions, proposals] = await together([standing(tx, access), waiting(tx, access)])
  if (versions.length + proposals.length > 0) access.release(contributorId, ABOUT_ME_CLASS)
  return ABOUT_ME_PARTS.map(part => ({
    ...(versions.find(version => version.part === part) ?? emptyPart(part, tx.now)),
    proposals: proposals.filter(proposal => proposal.part === part).map(({ part: _, ...proposal }) => proposal),
  }))
}

/** One part, as `readAboutMe` has it. */
export async function readPart(tx: Tx, access: Access, part: AboutMePart): Promise<WrittenPart | undefined> {
  return (await readAboutMe(tx, access))?.find(one => one.part === part)
}

function emptyPart(part: AboutMePart, now: Date): Omit<WrittenPart, 'proposals'> {
  return {
    part,
    versionId: undefined,
    words: '',
    language: 'cy',
    media: undefined,
    helpedBy: undefined,
    writtenBy: '',
    writtenAt: now,
  }
}

interface VersionRow {
  readonly part: AboutMePart
  readonly versionId: string
  readonly words: string | null
  readonly language: Language
  readonly helpedBy: string | null
  readonly writtenBy: string
  readonly writtenAt: Date
  readonly mediaId: string | null
  readonly mediaType: string | null
  readonly tells: string | null
  readonly mediaLanguage: Language | null
}

async function standing(tx: Tx, access: Access): Promise<Omit<WrittenPart, 'proposals'>[]> {
  const { rows } = await sql<VersionRow>`
    select distinct on (version.part) version.part, version.id as version_id, version.words, version.language,
           version.helped_by, version.written_by_name as written_by, version.written_at, media.id as media_id,
           media.media_type, media.tells, media.language as media_language
    from ${openedBy([access])}
    join organisation as person on person.id = opened.contributor_id and person.kind = 'person'
    join about_me_version_now as version on version.person_id = opened.person_id
    left join about_me_media as media on media.id = version.media_id
    where opened.data_class = ${ABOUT_ME_CLASS}
    order by version.part, version.sequence desc`.execute(tx.db)
  return rows.map(({ mediaId, mediaType, tells, mediaLanguage, ...row }) => ({
    ...row,
    words: row.words ?? '',
    helpedBy: row.helpedBy ?? undefined,
    media:
      mediaId === null
        ? undefined
        : {
            id: mediaId,
            kind: mediaType?.startsWith('image/') ? 'picture' : 'sound',
            tells: tells ?? '',
            language: mediaLanguage ?? row.language,
          },
  }))
}

type ProposalRow = Omit<PartProposal, 'afterId' | 'why'> & {
  readonly part: AboutMePart
  readonly afterId: string | null
  readonly why: string | null
}

async function waiting(tx: Tx, access: Access): Promise<(PartProposal & { readonly part: AboutMePart })[]> {
  const { rows } = await sql<ProposalRow>`
    select proposal.id, proposal.part, proposal.after_id, proposal.words, proposal.language, proposal.why,
           proposal.proposed_by_name as proposed_by, proposal.proposed_by as proposed_by_id, proposal.proposed_at
    from ${openedBy([access])}
    join organisation as person on person.id = opened.contributor_id and person.kind = 'person'
    join person_now as now on now.person_id = opened.person_id
    join about_me_proposal as proposal on proposal.person_id = now.id
    where opened.data_class = ${ABOUT_ME_CLASS}
      and not exists (select from about_me_proposal_answer as answer where answer.proposal_id = proposal.id)
    order by proposal.proposed_at, proposal.id`.execute(tx.db)
  return rows.map(row => ({ ...row, afterId: row.afterId ?? undefined, why: row.why ?? undefined }))
}

/** One version of a part, or an answer to words that somebody offered for it. */
export interface PartHistoryEntry {
  readonly what: 'written' | 'declined'
  readonly at: Date
  readonly by: string
  /** Empty where a picture or a sound stood alone, or the part was taken back. */
  readonly words: string
  readonly language: Language
  readonly hasMedia: boolean
  readonly helpedBy: string | undefined
  /** Of what was offered by somebody else, who; and the word that the person gave them. */
  readonly proposedBy: string | undefined
  readonly answer: string | undefined
}

/** How far back the history of one part is read, entries. */
const HISTORY_ENTRIES_MAX = 100

/** What has happened to one part, newest first. Empty where it is not open. */
export async function readPartHistory(tx: Tx, access: Access, part: AboutMePart): Promise<PartHistoryEntry[]> {
  const contributorId = access.contributorIdOf(THE_PERSON)
  if (contributorId === undefined || !access.covers(contributorId, ABOUT_ME_CLASS)) return []
  const { rows } = await sql<HistoryRow>`
    select happened.* from (
      select 'written' as what, version.written_at as at, version.sequence, version.written_by_name as by, version.words,
             version.language, version.media_id is not null as has_media, version.helped_by, null as proposed_by,
             null as answer
      from about_me_version_now as version
      where version.person_id = ${access.personId} and version.part = ${part}
      union all
      select 'declined', answer.answered_at, 0, answer.answered_by_name, proposal.words, proposal.language, false, null,
             proposal.proposed_by_name, answer.words
      from about_me_proposal as proposal
      join about_me_proposal_answer as answer on answer.proposal_id = proposal.id and not answer.accepted
      join person_now as now on now.id = proposal.person_id
      where now.person_id = ${access.personId} and proposal.part = ${part}
    ) as happened
    order by happened.at desc, happened.sequence desc
    limit ${HISTORY_ENTRIES_MAX}`.execute(tx.db)
  if (rows.length > 0) access.release(contributorId, ABOUT_ME_CLASS)
  return rows.map(({ sequence: _, ...row }) => ({
    ...row,
    words: row.words ?? '',
    helpedBy: row.helpedBy ?? undefined,
    proposedBy: row.proposedBy ?? undefined,
    answer: row.answer ?? undefined,
  }))
}

interface HistoryRow extends Omit<PartHistoryEntry, 'words' | 'helpedBy' | 'proposedBy' | 'answer'> {
  readonly sequence: string
  readonly words: string | null
  readonly helpedBy: string | null
  readonly proposedBy: string | null
  readonly answer: string | null
}
