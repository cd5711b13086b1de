import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { csvRow } from '#ground/csv/write.ts'
import { seedId } from '#seed/seed-id.ts'
import { type Region, region } from '#test/kit.ts'
import { rawOfRow, readRowMessage } from '#work/drop/row-message.ts'
import { send } from './test-drops.ts'

let here: Region
before(async () => {
  here = await region()
})
after(() => here.close())

const FOLDER = 'tai-clicied'
const HEADING = ['Tenancy ref', 'Tenant ref', 'First name', 'Surname', 'DOB', 'Tenancy type', 'Start date', 'End date']

/** Tenancies of different people, some of them over. */
const rows = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 })
  .chain(numbers =>
    fc.tuple(
      ...numbers.map(number =>
        fc
          .tuple(fc.constantFrom('secure', 'Trwydded', 'introductory'), fc.constantFrom('', '01/11/2026', '2026-10-30'))
          .map(([kind, end]) => [`T-${number}`, `P-${number}`, `Enw${number}`, 'Tudur', '', kind, '2020-05-01', end]),
      ),
    ),
  )

test('in whichever order rows about different people stand, the record is the same', async () => {
  const anyOrder = fc.asyncProperty(
    rows.chain(some => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
    async ([some, shuffled]) => {
      await sendRows(some)
      const first = await record()
      await sendRows(shuffled)
      assert.deepEqual(await record(), first)
    },
  )
  await fc.assert(anyOrder, { numRuns: 8 })
})

test('a beginning of a file and then the whole of it is the same as the whole, and once more changes nothing', async () => {
  const again = fc.asyncProperty(rows, fc.nat(8), async (some, length) => {
    await sendRows(some.slice(0, length))
    await sendRows(some)
    const [whole, versions] = [await record(), await versionCount()]
    await sendRows(some)
    await sendRows([...some].reverse())
    assert.deepEqual(await record(), whole)
    assert.equal(await versionCount(), versions)
  })
  await fc.assert(again, { numRuns: 8 })
})

test('of two rows about one thing the later stands', async () => {
  const row = (end: string) => ['T-99', 'P-99', 'Enw', 'Tudur', '', 'secure', '2020-05-01', end]
  await sendRows([row('01/11/2026'), row('')])
  assert.equal((await record()).get('tenancies/T-99'), 'executed')
  await sendRows([row(''), row('02/11/2026')])
  assert.equal((await record()).get('tenancies/T-99'), 'terminated')
})

const HOSTILE = [
  '=HYPERLINK("http://a.example","x")',
  '+44 1632 960000',
  '-1+1',
  '@SUM(A1)',
  '\tx',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  "'; drop table person; --",
  '{"resourceType":"Patient"}',
  'a\u202egnp.exe',
  'a\u0007b',
  'x'.repeat(3000),
  'Ŵ'.repeat(50),
  '🏠',
  '\ufffd',
  '1'.repeat(400),
  'null',
  '0000-00-00',
  '31/02/2020',
]

test('whatever stands in a cell, its row is taken in or put aside with a reason, and the others are taken in', async () => {
  for (const cell of HOSTILE) {
    for (const at of HEADING.keys()) {
      const [bad, good] = [one('T-70', 'P-70'), one('T-71', 'P-71')]
      bad[at] = cell
      const id = await sendRows([bad, good])
      const { rows: became } = await sql<{ became: string; reason: string | null }>`
        select row.became, outcome.reason
        from file_drop_row as row
        left join message_outcome_now as outcome on outcome.message_id = row.message_id
        where row.drop_id = ${id} order by row.row_number`.execute(here.store.db)
      assert.equal(became.length, 2, cell)
      assert.ok(
        became[0]?.became === 'applied' || became[0]?.reason?.startsWith('csv.'),
        `${cell} ${became[0]?.reason}`,
      )
      assert.notEqual(became[1]?.became, 'quarantined', cell)
    }
  }
})

test('a cell of a mebibyte, a NUL and ten thousand columns are refused by name, and the file is kept', async () => {
  const files: readonly (readonly [text: string, fault: string])[] = [
    [`${csvRow(HEADING)}${csvRow([...one('T-1', 'P-1').slice(0, 7), 'x'.repeat(1 << 20)])}`, 'line-too-long'],
    [`${csvRow(HEADING)}T-1,P-1,a\0b,,,,,\n`, 'nul'],
    [`${Array.from({ length: 10_000 }, (_, number) => `c${number}`).join(',')}\n`, 'too-many-columns'],
    ['Name,Address\nMair,Llanfeilir\n', 'columns-missing'],
    ['', 'empty'],
  ]
  for (const [text, fault] of files) {
    const id = await send(here, FOLDER, 'tenancies', text)
    const ended = await here.store.db
      .selectFrom('fileDropEnd')
      .select('fault')
      .where('dropId', '=', id)
      .executeTakeFirst()
    assert.equal((ended?.fault as { code: string } | null)?.code, fault)
  }
})

test('a row that is kept as a message comes back as it was, whatever stands in it', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 20 }).map(text => text.trim())
  const message = fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 6 }).map(cells => ({
    application: 'FILES',
    facility: 'a, "b"',
    kind: 'works' as const,
    dropId: seedId.person('mair-pritchard'),
    row: 7,
    saidAt: new Date('2026-11-22T09:00:00Z'),
    heading: cells.map(([name]) => name),
    values: cells.map(([, value]) => value),
  }))
  fc.assert(
    fc.property(message, one => {
      assert.deepEqual(readRowMessage(rawOfRow(one)), { ok: true, value: one })
    }),
    { numRuns: 500 },
  )
})

test('and whatever bytes are given in its place, they are refused or read, and nothing breaks off', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      assert.ok('ok' in readRowMessage(bytes))
    }),
  )
})

function one(reference: string, tenant: string): string[] {
  return [reference, tenant, 'Enw', 'Tudur', '1950-01-02', 'secure', '2020-05-01', '']
}

function sendRows(some: readonly (readonly string[])[]): Promise<string> {
  const quoted = (row: readonly string[]) => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')
  return send(here, FOLDER, 'tenancies', [HEADING, ...some].map(quoted).join('\n'))
}

/** What stands of each tenancy. */
async function record(): Promise<Map<string, string>> {
  const { rows: held } = await sql<{ key: string; status: string }>`
    select business_key as key, content ->> 'status' as status from resource
    where contributor_id = ${seedId.organisation(FOLDER)} order by business_key`.execute(here.store.db)
  return new Map(held.map(({ key, status }) => [key, status]))
}

async function versionCount(): Promise<number> {
  const { rows: counted } = await sql<{ count: number }>`
    select (select count(*) from resource_version) + (select count(*) from source_record_version) as count`.execute(
    here.store.db,
  )
  return counted[0]?.count ?? 0
}
