import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { type Region, region } from '#test/kit.ts'
import { dropKindOf } from '#work/drop/kind.ts'
import { sampleFile, send } from './test-drops.ts'

let here: Region
before(async () => {
  here = await region()
})
after(() => here.close())

const SAMPLES: readonly (readonly [folder: string, kind: string, file: string, rows: number])[] = [
  ['cartrefi-gwennol', 'tenancies', 'tenancies', 6],
  ['cartrefi-gwennol', 'works', 'works', 3],
  ['cartrefi-gwennol', 'alerts', 'alerts', 3],
  ['tai-clicied', 'tenancies', 'tenancies', 1],
  ['cyngor-dyffryn-banadl', 'care-and-support', 'care-and-support', 3],
  ['cyngor-dyffryn-banadl', 'care-packages', 'care-packages', 3],
  ['cyngor-bro-rhedyn', 'care-packages', 'care-packages', 1],
  ['gofal-cannwyll', 'visits', 'visits', 3],
]

test('every file of the region is taken in, every row of it', async () => {
  for (const [folder, kind, file, rows] of SAMPLES) {
    const id = await send(here, folder, dropKindOf(kind)!, sampleFile(folder, file))
    assert.deepEqual(await became(id), { fault: null, rows: Array(rows).fill('applied') }, `${folder}/${file}`)
  }
})

/** What became of a file and of each of its rows. */
async function became(dropId: string) {
  const { rows } = await sql<{ became: string }>`
    select became from file_drop_row where drop_id = ${dropId} order by row_number`.execute(here.store.db)
  const ended = await here.store.db
    .selectFrom('fileDropEnd')
    .select('fault')
    .where('dropId', '=', dropId)
    .executeTakeFirstOrThrow()
  return { fault: ended.fault, rows: rows.map(row => row.became) }
}
