import { sql } from 'kysely'
import { type Store, type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Drop } from '#work/drop/drop.ts'
import { keysTold, standingKeys } from '#work/drop/gone.ts'
import { endDrop } from '#work/drop/keep-drop.ts'
import { keepDropRow } from '#work/drop/keep-row.ts'
import { bytesOf, findDrop } from '#work/drop/read-drop.ts'
import { referencesIn, rowReading } from '#work/drop/read-row.ts'
import { goneRow, rawOfRow } from '#work/drop/row-message.ts'
import { columnsFault, type FileRow, rowsOfFile } from '#work/drop/rows-of-file.ts'
import { findSender } from '#work/sender/sender.ts'
import { takeIn } from '../take-in.ts'
import type { RowEffect } from './apply.ts'
import { settlePutRight } from './put-right.ts'
import { readingOfRow } from './read.ts'

/** How many rows are taken in at once. Those about one person are always taken in one after another. */
const LANES = 4

/**
 * Takes in a file that was started: each row is a message of the ledger. A row that has been taken in is not taken
 * again, so that this can be stopped and killed at any moment and gone on with. Stops early, leaving the rest, when
 * `goesOn` says so.
 */
export async function takeDrop(store: Store, dropId: string, goesOn: () => boolean): Promise<void> {
  const begun = await transaction(store, tx => beginning(tx, dropId))
  if (begun === undefined) return
  const { drop, map, taken } = begun
  const rows = await rowsOfFile(() => bytesOf(store, dropId), drop.kind, map)
  const fault = rows.ok ? columnsFault(rows.value, drop.kind, map) : rows.problem
  if (!rows.ok || fault !== undefined) return transaction(store, tx => endDrop(tx, dropId, fault))
  const { heading } = rows.value
  const said = referencesIn(rowReading(heading, drop.kind, map, store.clock.now()))
  for await (const piece of rows.value.pieces()) {
    const left = piece.filter(({ row }) => !taken.has(row))
    await inLanes(
      left,
      row => said(row.values).whose,
      async row => {
        if (goesOn()) await takeRow(store, drop, { heading, row, key: said(row.values).key })
      },
    )
    if (!goesOn()) return
  }
  if (drop.endsGone) await takeGone(store, drop, goesOn)
  if (!goesOn()) return
  await transactionInTurn(store, async tx => {
    await settlePutRight(tx, dropId)
    await endDrop(tx, dropId)
  })
}

async function beginning(tx: Tx, dropId: string) {
  const drop = await findDrop(tx, dropId)
  if (drop === undefined || drop.endedAt !== undefined) return undefined
  const sender = await findSender(tx, drop.application, drop.facility)
  const { rows } = await sql<{ row: number }>`
    select row_number as "row" from file_drop_row where drop_id = ${dropId}`.execute(tx.db)
  return { drop, map: sender?.files[drop.kind], taken: new Set(rows.map(({ row }) => row)) }
}

/** Of what the folder brings, a file that would end more than this share of what stands is most likely half a file. */
const GONE_SHARE_MAX = 0.2

/** Ends what the file no longer tells of, each by a row of its own behind those of the file. */
async function takeGone(store: Store, drop: Drop, goesOn: () => boolean): Promise<void> {
  const { gone, last } = await transaction(store, async tx => {
    const told = await keysTold(tx, drop.id)
    const standing = await standingKeys(tx, drop)
    const missing = standing.filter(key => !told.has(key))
    const isHalf = drop.way === 'folder' && missing.length > standing.length * GONE_SHARE_MAX
    return { gone: isHalf ? [] : missing, last: await lastRow(tx, drop.id) }
  })
  for (const [place, key] of gone.entries()) {
    if (!goesOn()) return
    const { heading, values } = goneRow(key)
    await takeRow(store, drop, { heading, row: { row: last + place + 1, values }, key })
  }
}

async function lastRow(tx: Tx, dropId: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(row_number), 1) as last from file_drop_row where drop_id = ${dropId}`.execute(tx.db)
  return rows[0]?.last ?? 1
}

interface OneRow {
  readonly heading: readonly string[]
  readonly row: FileRow
  readonly key: string | undefined
}

async function takeRow(store: Store, drop: Drop, { heading, row: { row, values }, key }: OneRow): Promise<void> {
  const { application, facility, kind, knownAs, saidAt } = drop
  const message = { application, facility, kind, dropId: knownAs, row, saidAt, heading, values }
  let effect: RowEffect | undefined
  const reading = readingOfRow(message, told => {
    effect = told
  })
  const arrival = { channel: 'csv', raw: rawOfRow(message), from: drop.fileName } as const
  const kept = { dropId: drop.id, rowNumber: row, rowKey: key ?? null }
  await takeIn(store, arrival, {
    ...reading,
    note: (tx, messageId, { outcome: became }) =>
      keepDropRow(tx, { ...kept, messageId, became, ...(became === 'applied' && effect) }),
  })
}

/** Each row in the lane of whoever it is about, in order; the lanes beside one another. */
async function inLanes(
  rows: readonly FileRow[],
  whose: (row: FileRow) => string,
  take: (row: FileRow) => Promise<void>,
): Promise<void> {
  const lanes = Map.groupBy(rows, row => laneOf(whose(row)))
  await Promise.all(
    [...lanes.values()].map(async lane => {
      for (const row of lane) await take(row)
    }),
  )
}

function laneOf(whose: string): number {
  let sum = 0
  for (let at = 0; at < whose.length; at++) sum = (sum * 31 + whose.charCodeAt(at)) % 65_536
  return sum % LANES
}
