import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { matchesGolden, resourcesWritten } from '#test/golden.ts'
import { region } from '#test/kit.ts'
import { MAIR, tell } from '../test-tell.ts'

const here = await region()
let reports = 0

test('Mair’s blood test is kept as a report and its results, as HL7’s own maps say', async () => {
  await here.send('mair-result.hl7')
  matchesGolden(
    new URL('golden/mair-result.json', import.meta.url),
    await resourcesWritten(here.store, 'LAB0000091177'),
  )
})

test('a report with every kind of value, a text in lines, a file and a specimen', async () => {
  const file = new URL('golden/every-kind.hl7', import.meta.url)
  await here.send(readFileSync(file, 'utf8'))
  matchesGolden(new URL('golden/every-kind.json', import.meta.url), await resourcesWritten(here.store, 'LAB-EVERY'))
})

test('a result that is corrected is one result with two versions, and the first can still be read', async () => {
  await tells('C1', '10', ['NM|K||5.6|mmol/L|||||P'])
  await tells('C1', '11', ['NM|K||4.1|mmol/L|||||C'])
  assert.deepEqual(await statesOf('C1'), { 'report/C1/UE': 'final', 'report/C1/UE/K': 'corrected 4.1' })
  const versions = await here.store.db
    .selectFrom('resource')
    .innerJoin('resourceVersion as version', 'version.resourceId', 'resource.id')
    .select('version.content')
    .where('businessKey', '=', 'report/C1/UE/K')
    .orderBy('version.version')
    .execute()
  assert.deepEqual(
    versions.map(({ content }) => (content as unknown as Valued).valueQuantity?.value),
    [5.6, 4.1],
  )
})

test('a result taken back for having been sent about the wrong person says nothing any more', async () => {
  await tells('W1', '10', ['NM|K||5.6|mmol/L|||||F', 'NM|NA||138|mmol/L|||||F'])
  await tells('W1', '11', ['NM|K||5.6|mmol/L|||||W'])
  assert.deepEqual(await statesOf('W1'), {
    'report/W1/UE': 'final',
    'report/W1/UE/K': 'entered-in-error',
    'report/W1/UE/NA': 'final 138',
  })
})

test('a report taken back takes all its results with it, also those that the taking back does not name', async () => {
  await tells('W2', '10', ['NM|K||5.6|mmol/L|||||F', 'NM|NA||138|mmol/L|||||F'])
  await tells('W2', '11', ['NM|K||5.6|mmol/L|||||W'], { status: 'W' })
  assert.deepEqual(await statesOf('W2'), {
    'report/W2/UE': 'entered-in-error',
    'report/W2/UE/K': 'entered-in-error',
    'report/W2/UE/NA': 'entered-in-error',
  })
})

test('a number that stands for Mair’s result is not believed of Owen, until it has been taken back', async () => {
  const owen = 'PID|1||H9900001^^^GHB^PI||BOWEN^OWEN||19550101|M'
  await tells('S1', '10', ['NM|K||5.6|mmol/L|||||F'])
  assert.equal(await tells('S1', '11', ['NM|K||5.6|mmol/L|||||F'], { pid: owen }), 'feed.numberOfAnother')
  await tells('S1', '12', ['NM|K||5.6|mmol/L|||||W'], { status: 'W' })
  assert.equal(await tells('S1', '13', ['NM|K||5.6|mmol/L|||||F'], { pid: owen }), undefined)
  assert.deepEqual(await statesOf('S1'), { 'report/S1/UE': 'final', 'report/S1/UE/K': 'final 5.6' })
})

test('final without being sent again: the value stays, and where there is none somebody is asked', async () => {
  await tells('U1', '10', ['NM|K||5.6|mmol/L|||||P'])
  await tells('U1', '11', ['NM|K||||||||U'])
  assert.equal((await statesOf('U1'))['report/U1/UE/K'], 'final 5.6')
  assert.equal(await tells('U2', '11', ['NM|K||||||||U']), 'oru.nothingToFinish')
})

test('what the map does not know is put aside, and what one code makes private is private as a whole', async () => {
  assert.equal(await tells('P0', '10', ['NM|K||5|'], { section: 'GENETICS' }), 'feed.classUnknown')
  await tells('P1', '10', ['NM|K||5|', 'ST|HIVS||not detected|'])
  assert.deepEqual(await classesOf('P1'), ['sexual-health', 'sexual-health', 'sexual-health'])
  assert.equal(await tells('P2', '10', ['ST|HIVS||x|', 'NM|LITH||0.6|']), 'feed.classUnknown')
})

test('what was told before it was known to be private becomes private, and never less so again', async () => {
  await tells('P3', '10', ['NM|K||5|'])
  await tells('P3', '12', ['ST|HIVS||not detected|'])
  assert.deepEqual(await classesOf('P3'), ['sexual-health', 'sexual-health', 'sexual-health'])
  await tells('P3', '13', ['NM|K||6|'])
  assert.deepEqual(await classesOf('P3'), ['sexual-health', 'sexual-health', 'sexual-health'])
})

test('in whichever order a laboratory’s messages arrive, the record comes out the same', async () => {
  const messages: Said = [
    ['08', ['NM|K||5.6|mmol/L|||||P', 'NM|NA||138|mmol/L|||||F']],
    ['09', ['NM|K||5.1|mmol/L|||||F']],
    ['10', ['NM|NA||131|mmol/L|||||C', 'ST|HIVS||not detected||||||F']],
    ['11', ['NM|UREA||9.4|mmol/L|||||F', 'NM|K||5.1|mmol/L|||||W']],
    ['12', ['NM|UREA||9.4|mmol/L|||||F'], { section: 'HM' }],
  ]
  const inOrder = await stateAfter(messages)
  assert.equal(inOrder['report/O1/UE/K'], 'sexual-health entered-in-error')
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...messages], { minLength: messages.length }), async shuffled => {
      assert.deepEqual(await stateAfter(shuffled), inOrder)
    }),
    { numRuns: 40, seed: 6 },
  )
})

test('and a report that was taken back stays so, though what it had said arrives later', async () => {
  const taken: Said[number] = ['09', ['NM|K||5.6|mmol/L|||||W'], { status: 'W' }]
  const said: Said[number] = ['08', ['NM|K||5.6|mmol/L|||||F', 'NM|NA||138|mmol/L|||||F']]
  assert.deepEqual(await stateAfter([taken, said]), await stateAfter([said, taken]))
})

interface Options {
  readonly status?: string
  readonly section?: string
  readonly pid?: string
}

/** Messages about one report: at which hour of the day each was said, and its results. */
type Said = readonly (readonly [hour: string, obx: readonly string[], options?: Options])[]

interface Valued {
  readonly status: string
  readonly valueQuantity?: { readonly value: number }
}

/** Sends a report as the laboratory would, said at an hour of the day. Answers why it was put aside, if it was. */
async function tells(
  number: string,
  hour: string,
  obx: readonly string[],
  { status = 'F', section = 'CH', pid = MAIR }: Options = {},
): Promise<string | undefined> {
  return await tell(here, { from: 'GHLAB', type: 'ORU^R01', hour }, [
    pid,
    `OBR|1||${number}|UE^Urea and electrolytes^L${'|'.repeat(20)}${section}|${status}`,
    ...obx.map((one, place) => `OBX|${place + 1}|${one}`),
  ])
}

async function rowsOf(number: string) {
  return await here.store.db
    .selectFrom('resource')
    .select(['businessKey', 'dataClass', 'content'])
    .where('businessKey', 'like', `report/${number}/%`)
    .orderBy('businessKey')
    .execute()
}

async function statesOf(number: string): Promise<Record<string, string>> {
  return Object.fromEntries((await rowsOf(number)).map(({ businessKey, content }) => [businessKey, stateOf(content)]))
}

function stateOf(content: unknown): string {
  const { status, valueQuantity } = content as Valued
  return valueQuantity === undefined ? status : `${status} ${valueQuantity.value}`
}

async function classesOf(number: string): Promise<string[]> {
  return (await rowsOf(number)).map(({ dataClass }) => dataClass)
}

/** What is held of one report after these messages; which report it is makes no difference. */
async function stateAfter(messages: Said) {
  const number = `O${++reports}`
  for (const [hour, obx, options] of messages) assert.equal(await tells(number, hour, obx, options), undefined)
  const rows = await rowsOf(number)
  const report = rows.find(({ businessKey }) => businessKey === `report/${number}/UE`)?.content
  const { result = [] } = report as unknown as { result?: unknown[] }
  const states = rows.map(({ businessKey, dataClass, content }) => [
    businessKey.replace(number, 'O1'),
    `${dataClass} ${stateOf(content)}`,
  ])
  return { ...Object.fromEntries(states), results: result.length } as Record<string, string | number>
}
