import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual, Language } from '#ground/language/say.ts'
import type { Explanation } from '../matching/explain.ts'
import { SHIPPED } from './shipped.ts'
import type { AtThreshold } from './thresholds.ts'

/** A model, what it would do, and who has said what of it. */
export interface ModelTold {
  /** 0 is the one that the program is shipped with. */
  readonly version: number
  /** Undefined of the shipped one. */
  readonly learnt: LearntTold | undefined
  /** The probability from which it links. */
  readonly link: number
  readonly isInForce: boolean
  /** What it would do to the links that were in force then; undefined until it has been tried. */
  readonly run: RunTold | undefined
  /** Every time that somebody put it forward, the latest first. */
  readonly proposals: readonly ProposalTold[]
}

export interface LearntTold {
  readonly at: Date
  readonly by: string
  /** The model that it is but for its thresholds. */
  readonly madeFrom: number | undefined
  readonly records: number
  readonly pairs: number
  readonly fingerprint: string
}

export interface RunTold {
  readonly at: Date
  readonly records: number
  readonly kept: number
  readonly gained: number
  readonly lost: number
  readonly asked: number
  readonly atThresholds: readonly AtThreshold[]
}

export interface ProposalTold extends SaidTold {
  readonly id: string
  readonly byAccount: string
  /** What the second person said; undefined while they have not. */
  readonly second: (SaidTold & { readonly isAgreed: boolean }) | undefined
}

interface SaidTold {
  readonly by: string
  readonly at: Date
  readonly words: string
  readonly language: Language
}

/** Every model, the latest first, and last the one that the program is shipped with. */
export async function readModels(tx: Tx): Promise<ModelTold[]> {
  const { rows } = await sql<ModelRow>`
    select model.version, model.learnt_at, model.learnt_by, model.made_from, model.records, model.pairs, model.fingerprint,
           (model.content -> 'thresholds' ->> 'link')::double precision as link,
           run.run_at, run.records as run_records, run.kept, run.gained, run.lost, run.asked, run.at_thresholds
    from matching_model as model
    left join matching_shadow_run as run on run.version = model.version
    order by model.version desc`.execute(tx.db)
  const now = await tx.db.selectFrom('matchingModelNow').select('version').executeTakeFirst()
  const proposals = await readProposals(tx)
  const shipped = { version: 0, learnt: undefined, link: SHIPPED.thresholds.link, run: undefined }
  return [...rows.map(modelFrom), shipped].map(model => ({
    ...model,
    isInForce: model.version === (now?.version ?? 0),
    proposals: proposals.get(model.version) ?? [],
  }))
}

interface ModelRow {
  readonly version: number
  readonly learntAt: Date
  readonly learntBy: string
  readonly madeFrom: number | null
  readonly records: number
  readonly pairs: number
  readonly fingerprint: string
  readonly link: number
  readonly runAt: Date | null
  readonly runRecords: number
  readonly kept: number
  readonly gained: number
  readonly lost: number
  readonly asked: number
  readonly atThresholds: readonly AtThreshold[]
}

function modelFrom({ version, link, runAt, runRecords, kept, gained, lost, asked, atThresholds, ...row }: ModelRow) {
  const { learntAt: at, learntBy: by, madeFrom, records, pairs, fingerprint } = row
  const run = { records: runRecords, kept, gained, lost, asked, atThresholds }
  return {
    version,
    link,
    learnt: { at, by, madeFrom: madeFrom ?? undefined, records, pairs, fingerprint },
    run: runAt === null ? undefined : { at: runAt, ...run },
  }
}

async function readProposals(tx: Tx): Promise<ReadonlyMap<number, ProposalTold[]>> {
  const rows = await tx.db
    .selectFrom('matchingModelProposal as proposal')
    .leftJoin('matchingModelSignOff as signed', 'signed.proposalId', 'proposal.id')
    .select(['proposal.version', 'proposal.id', 'proposal.words', 'proposal.language', 'proposal.proposedBy'])
    .select(['proposal.proposedByName', 'proposal.proposedAt', 'signed.isAgreed', 'signed.words as secondWords'])
    .select(['signed.language as secondLanguage', 'signed.signedByName', 'signed.signedAt'])
    .orderBy('proposal.proposedAt', 'desc')
    .execute()
  const told = rows.map(row => ({
    version: row.version,
    id: row.id,
    by: row.proposedByName,
    byAccount: row.proposedBy,
    at: row.proposedAt,
    words: row.words,
    language: row.language as Language,
    second:
      row.signedAt === null
        ? undefined
        : {
            by: row.signedByName ?? '',
            at: row.signedAt,
            words: row.secondWords ?? '',
            language: row.secondLanguage as Language,
            isAgreed: row.isAgreed ?? false,
          },
  }))
  return Map.groupBy(told, ({ version }) => version)
}

/** One difference that a model would make, without a word of whose records they are. */
export interface DifferenceTold {
  readonly change: 'gained' | 'lost'
  readonly organisations: readonly [Bilingual, Bilingual]
  readonly probability: number
  readonly explanation: Explanation
}

/** How many differences of either kind one page shows: the least sure of those gained, the surest of those lost. */
export const DIFFERENCES_SHOWN_MAX = 25

/** Where a model differs from what is linked, most doubtful first: what would be linked that is not, and the other way. */
export async function readDifferences(tx: Tx, version: number): Promise<DifferenceTold[]> {
  const { rows } = await sql<DifferenceTold>`
    select told.change, told.probability, told.explanation,
           jsonb_build_array(jsonb_build_object('en', one.name_en, 'cy', one.name_cy),
                             jsonb_build_object('en', other.name_en, 'cy', other.name_cy)) as organisations
    from (
      select pair.*, row_number() over (partition by pair.change
               order by case when pair.change = 'gained' then pair.weight else -pair.weight end, pair.record_a, pair.record_b) as place
      from matching_shadow_pair as pair
      where pair.version = ${version}
    ) as told
    join source_record as record_a on record_a.id = told.record_a
    join source_record as record_b on record_b.id = told.record_b
    join organisation as one on one.id = record_a.organisation_id
    join organisation as other on other.id = record_b.organisation_id
    where told.place <= ${DIFFERENCES_SHOWN_MAX}
    order by told.change, told.place`.execute(tx.db)
  return rows
}
