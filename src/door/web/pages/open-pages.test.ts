import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { LANGUAGES } from '#ground/language/say.ts'
import { type Region, region } from '#test/kit.ts'
import { TestPages } from '../test-pages.ts'

let here: Region
let pages: TestPages

before(async () => {
  here = await region()
  pages = await TestPages.of(here)
})
after(async () => {
  await pages.close()
  await here.close()
})

test('Anybody reads every agreement without signing in, and sees which is closed', async () => {
  const page = await pages.read('/agreements')
  for (const code of ['HAFREN-1', 'HAFREN-2', 'HAFREN-3', 'HAFREN-4']) assert.match(page.body, new RegExp(code))
  assert.equal(page.body.match(/It opens nothing, because not everybody has signed/g)?.length, 1)
})

test('An agreement names who has not signed, and gives each clause a place that a look can point to', async () => {
  const closed = await pages.read(await addressOf('HAFREN-4'))
  assert.match(closed.body, /Tegell Befriending.*Has not signed/s)
  const open = await pages.read(await addressOf('HAFREN-2'))
  assert.doesNotMatch(open.body, /Has not signed/)
  for (const number of [1, 2, 3]) assert.match(open.body, new RegExp(`id="clause-${number}"`))
})

test('An agreement that nobody entered is not there', async () => {
  assert.equal((await pages.read(`/agreements/${'0'.repeat(64)}`)).statusCode, 404)
})

test('The messages are shown to the integration officer and to nobody else', async () => {
  assert.deepEqual(await whoMayRead('/messages'), ['steffan-howells'])
})

test('The figures are shown to a member of the board and to nobody else', async () => {
  assert.deepEqual(await whoMayRead('/partnership'), ['alun-meredith'])
})

test('A message that waits can be opened from the list, and reads in the officer’s language', async () => {
  await here.send('wrong-person.hl7')
  const list = await pages.read('/messages', { as: 'steffan-howells', language: 'cy' })
  const [, address = ''] = /href="(\/messages\/[0-9a-f-]{36})"/.exec(list.body) ?? []
  const message = await pages.read(address, { as: 'steffan-howells', language: 'cy' })
  assert.match(message.body, /Mae ynddi rif GIG rhywun y mae ei enw neu ei ddyddiad geni’n wahanol/)
  assert.match(message.body, /PID\|1\|\|H2088090/)
  assert.match(message.body, /30 Medi 1959/)
  assert.equal((await pages.read(address, { as: 'alun-meredith' })).statusCode, 404)
})

test('Every page that must be there for everybody is there in both languages', async () => {
  for (const path of ['/about', '/accessibility', '/privacy', '/agreements']) {
    for (const language of LANGUAGES) {
      const page = await pages.read(path, { language })
      assert.equal(page.statusCode, 200, `${path} in ${language}`)
      assert.match(page.body, new RegExp(`<html lang="${language}"`))
    }
  }
})

async function addressOf(code: string): Promise<string> {
  const { contentHash } = await here.store.db
    .selectFrom('agreement')
    .select('contentHash')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return `/agreements/${contentHash}`
}

/** Of one of every kind of visitor. */
async function whoMayRead(path: string): Promise<string[]> {
  const everybody = [
    'mair-pritchard',
    'elin-pritchard',
    'sioned-evans',
    'catrin-morgan',
    'ffion-gittins',
    'meinir-ellis',
    'alun-meredith',
    'steffan-howells',
  ]
  const may: string[] = []
  for (const as of everybody) {
    const { statusCode } = await pages.read(path, { as })
    assert.ok([200, 404].includes(statusCode), `${as} is answered ${statusCode}`)
    if (statusCode === 200) may.push(as)
  }
  return may
}
