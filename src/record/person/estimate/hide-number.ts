import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { barredRecords } from '../identify/barred-records.ts'
import { findCandidates } from '../identify/find-candidates.ts'
import { comparableOf } from '../identify/keep-standards.ts'
import type { Found } from '../identify/near.ts'
import { settle } from '../identify/settle.ts'
import { type CameOut, cameOut } from '../matching/came-out.ts'
import { decideTwo, ready } from '../matching/decide.ts'
import type { Matcher } from '../matching/matcher.ts'
import { onlyStandard } from '../matching/record.ts'
import type { Standard } from '../standard/standard.ts'
import { type AgeGroup, ageGroupOf, type NameGroup, nameGroupOf, sourcesOf } from './strata.ts'

/** Two records that both have a valid NHS number, and what would have come of them if neither had one. */
export interface Trial {
  /** By the numbers. */
  readonly areOne: boolean
  readonly came: 'linked' | 'asked' | 'apart'
  /** What the two score without their numbers. */
  readonly probability: number
  /** Whether a key that says enough brought them together. */
  readonly areCandidates: boolean
  /** How the two came out, by comparison, where both say something. */
  readonly levels: Readonly<Record<string, string>>
  readonly organisationIds: readonly [string, string]
  /** Whether no guard spoke, so that the probability alone decided. */
  readonly isUnguarded: boolean
  readonly sources: string
  readonly name: NameGroup
  readonly age: AgeGroup
}

/** What came of hiding one number. */
export interface Tried {
  readonly trials: readonly Trial[]
  /** Under one of the record's keys stand too many for anybody to be looked at. */
  readonly isCrowded: boolean
}

/** A record that was drawn, with its number and what is compared of it. */
export interface Drawn {
  readonly recordId: string
  readonly number: string
  readonly kind: string
  readonly organisationId: string
  readonly standard: Standard
}

/**
 * Draws records whose verified NHS number another record has too: as they stand from a random id on, and so at random.
 * Those who may only be guessed at, because somebody protects them, are drawn like any other: nothing of them is kept.
 */
export async function drawRecords(tx: Tx, count: number): Promise<Drawn[]> {
  const from = tx.newId()
  const { rows } = await sql<Drawn>`
    (${drawnWhere(sql`record.id >= ${from}`, count)}) union all (${drawnWhere(sql`record.id < ${from}`, count)})
    limit ${count}`.execute(tx.db)
  return rows
}

function drawnWhere(where: ReturnType<typeof sql<boolean>>, count: number) {
  return sql`
    select record.id as record_id, record.nhs_number as number, organisation.kind, record.organisation_id,
           standard.content as standard
    from source_record as record
    join record_standard as standard on standard.source_record_id = record.id and standard.standard_version > 0
    join organisation on organisation.id = record.organisation_id
    where record.nhs_number_verified and ${where}
      and exists (
        select from source_record as other
        where other.nhs_number = record.nhs_number and other.id <> record.id and other.nhs_number_verified)
    order by record.id
    limit ${count}`
}

/**
 * Finds whose a record is as if it and all others had no NHS number, in the way that a record that comes in is found, and
 * holds what comes of it against the numbers. Every pair of which both sides have a valid number is a trial; what may
 * not be one person, because somebody said so, is none. Nothing is changed by it.
 */
export async function hideNumber(tx: Tx, matcher: Matcher, drawn: Drawn): Promise<Tried> {
  const barred = await barredRecords(tx, drawn.recordId)
  const own = comparableOf(drawn.recordId, blind(drawn.standard))
  const { candidates, blocksSkipped } = await findCandidates(tx, own, barred)
  const others = await numbered(
    tx,
    drawn,
    barred,
    candidates.map(({ recordId }) => recordId),
  )
  const readied = (recordId: string, standard: Standard): Found => ({
    recordId,
    ready: ready(matcher, onlyStandard(blind(standard))),
  })
  const self = readied(drawn.recordId, drawn.standard)
  const found = candidates.map(({ recordId, standard }) => ({ ...readied(recordId, standard), personId: recordId }))
  const met = found.map(one => ({ ...one, decided: decideTwo(matcher, self.ready, one.ready) }))
  const near = met.filter(({ decided }) => decided.decision !== 'none')
  const people = found.map(one => ({ ...one, sealedFrom: [] }))
  const { joins, asks } = settle(matcher, {
    own: self,
    personId: undefined,
    kin: [],
    near,
    people,
    candidates: found,
    blocksSkipped: 0,
  })
  const cameOf = (id: string) =>
    joins.some(one => one.recordId === id) ? 'linked' : asks.some(one => one.recordId === id) ? 'asked' : 'apart'
  const trials = others.map((other): Trial => {
    const known = met.find(({ recordId }) => recordId === other.recordId)
    const decided = known?.decided ?? decideTwo(matcher, self.ready, readied(other.recordId, other.standard).ready)
    return {
      areOne: other.number === drawn.number,
      came: cameOf(other.recordId),
      probability: decided.score.probability,
      areCandidates: known !== undefined,
      isUnguarded: decided.guards.length === 0,
      levels: said(cameOut(decided.codes)),
      organisationIds: [drawn.organisationId, other.organisationId],
      sources: sourcesOf(drawn.kind, other.kind),
      name: nameGroupOf(drawn.standard),
      age: ageGroupOf(drawn.standard, tx.now.getUTCFullYear()),
    }
  })
  return { trials, isCrowded: blocksSkipped > 0 }
}

function said(levels: CameOut): Record<string, string> {
  return Object.fromEntries(Object.entries(levels).filter(([, level]) => level !== undefined))
}

function blind(standard: Standard): Standard {
  return { ...standard, nhsNumber: undefined, nhsNumberDamaged: undefined, nhsNumberVerified: false }
}

/** The candidates that have a valid number, and all that have this one, whether a key brought them or not. */
async function numbered(tx: Tx, { recordId, number }: Drawn, barred: readonly string[], candidates: readonly string[]) {
  const { rows } = await sql<Drawn>`
    select record.id as record_id, record.nhs_number as number, organisation.kind, record.organisation_id,
           standard.content as standard
    from source_record as record
    join record_standard as standard on standard.source_record_id = record.id and standard.standard_version > 0
    join organisation on organisation.id = record.organisation_id
    where record.nhs_number_verified and record.id <> ${recordId} and record.id <> all(${barred}::uuid[])
      and (record.id = any(${candidates}::uuid[]) or record.nhs_number = ${number})`.execute(tx.db)
  return rows
}
