import { readFileSync } from 'node:fs'
import { transactionInTurn } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import type { Region } from '#test/kit.ts'
import { keepDrop, startDrop } from '#work/drop/keep-drop.ts'
import type { DropKind } from '#work/drop/kind.ts'
import { takeDrop } from './take-drop.ts'

const FILES = new URL('../../../../seed/region/files/', import.meta.url)

/** The text of a file that an agency of the region sends. */
export function sampleFile(folder: string, name: string): string {
  return readFileSync(new URL(`${folder}/${name}.csv`, FILES), 'utf8')
}

/** Keeps a file as if it had been sent on the page, starts it, and takes all of it in. Answers the id of the drop. */
export async function send(
  here: Region,
  folder: string,
  kind: DropKind,
  text: string | Buffer,
  endsGone = false,
): Promise<string> {
  const id = await keep(here, folder, kind, text)
  await transactionInTurn(here.store, tx => startDrop(tx, id, { name: 'a test', endsGone }))
  await takeDrop(here.store, id, () => true)
  return id
}

/** Keeps a file, and no more. */
export function keep(here: Region, folder: string, kind: DropKind, text: string | Buffer): Promise<string> {
  const drop = {
    senderId: seedId.sender('FILES', folder),
    kind,
    fileName: `${kind}.csv`,
    way: 'page',
    broughtBy: 'a test',
  } as const
  return transactionInTurn(here.store, tx => keepDrop(tx, drop, [Buffer.from(text)]))
}
