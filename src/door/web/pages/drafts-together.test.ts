import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AgreementContent, hashOf } from '#record/sharing/agreement/agreement.ts'
import { agreements } from '#seed/region/agreements/index.ts'
import { type Region, region } from '#test/kit.ts'
import { beca, begin, latest } from '../test-drafts.ts'
import { TestPages } from '../test-pages.ts'

const TODAY = '2026-11-22'
const VISITOR = agreements(TODAY)[3] ?? assert.fail('HAFREN-4 is the fourth')

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

test('two who write different parts at once both keep theirs', async () => {
  const draft = await begin(pages, hashOf(VISITOR))
  const about = { version: '1', code: 'HAFREN-4', 'title[en]': 'Told', 'title[cy]': 'Dweud' }
  const term = { version: '1', 'from[day]': '1', 'from[month]': '1', 'from[year]': '2027' }
  const [one, other] = await Promise.all([
    pages.send(`${draft}/about`, { ...beca, form: about }),
    pages.send(`${draft}/term`, { as: 'steffan-howells', form: term }),
  ])
  assert.deepEqual([one.statusCode, other.statusCode], [303, 303])
  const { body } = await pages.read(draft, beca)
  assert.match(body, /Told/)
  assert.match((await pages.read(`${draft}/term`, beca)).body, /value="2027"/)
})

test('two who write the same part: the second is told, and shown both', async () => {
  const draft = await begin(pages, hashOf(VISITOR))
  const about = (title: string) => ({ version: '1', code: 'HAFREN-4', 'title[en]': title, 'title[cy]': 'Dweud' })
  assert.equal(
    (await pages.send(`${draft}/about`, { as: 'steffan-howells', form: about('His words') })).statusCode,
    303,
  )
  const second = await pages.send(`${draft}/about`, { ...beca, form: about('Her words') })
  assert.equal(second.statusCode, 409)
  assert.match(second.body, /Somebody else saved this part while you were writing/)
  assert.match(second.body, /His words/)
  assert.match(second.body, /value="Her words"/)
  const [, version = ''] = /name="version" value="(\d+)"/.exec(second.body) ?? []
  const third = await pages.send(`${draft}/about`, { ...beca, form: { ...about('Her words'), version } })
  assert.equal(third.statusCode, 303)
  const versions = await Promise.all([1, 2, 3].map(number => pages.read(`${draft}/versions/${number}.json`, beca)))
  assert.deepEqual(
    versions.map(({ body }) => (JSON.parse(body) as AgreementContent).title.en),
    ['Letting your visitor know', 'His words', 'Her words'],
  )
})

test('a clause that somebody else takes out while it is being written is not lost, and never put in another’s place', async () => {
  const draft = await begin(pages, hashOf(agreements(TODAY)[1]!))
  const said = async () => {
    const { clauses } = JSON.parse(await latest(pages, draft)) as AgreementContent
    return clauses.map(({ words }) => words.en)
  }
  const before = await said()
  const out = await pages.send(`${draft}/clauses/2`, { as: 'steffan-howells', form: { version: '1', remove: 'yes' } })
  assert.equal(out.statusCode, 303)
  const mine = { version: '1', number: '2', 'words[en]': 'My own words', cohort: 'everybody' }
  const told = await pages.send(`${draft}/clauses/2`, { ...beca, form: mine })
  assert.equal(told.statusCode, 409)
  assert.match(told.body, /Somebody else took this out while you were writing/)
  assert.match(told.body, />My own words</)
  const [, address = '', version = ''] =
    /action="([^"]+)"[^>]*>.*?name="version" value="(\d+)"/s.exec(
      told.body.slice(told.body.indexOf('app-form') - 200),
    ) ?? []
  assert.equal((await pages.send(address, { ...beca, form: { ...mine, version } })).statusCode, 303)
  assert.deepEqual(await said(), [...before.toSpliced(1, 1), 'My own words'])
})

test('a clause that moved up because one before it was taken out is saved where it is now', async () => {
  const draft = await begin(pages, hashOf(agreements(TODAY)[1]!))
  const third = { version: '1', number: '3', 'words[en]': 'The third', cohort: 'everybody' }
  await pages.send(`${draft}/clauses/1`, { as: 'steffan-howells', form: { version: '1', remove: 'yes' } })
  assert.equal((await pages.send(`${draft}/clauses/3`, { ...beca, form: third })).statusCode, 303)
  const { clauses } = JSON.parse(await latest(pages, draft)) as AgreementContent
  assert.equal(clauses[1]?.words.en, 'The third')
})

test('what was saved again since it was read is not entered unread', async () => {
  const draft = await begin(pages, hashOf(VISITOR))
  await pages.send(`${draft}/clauses`, { as: 'steffan-howells' })
  const entered = await pages.send(`${draft}/enter`, { ...beca, form: { version: '1' } })
  assert.equal(entered.statusCode, 409)
  assert.match(entered.body, /saved again since you read it/)
})
