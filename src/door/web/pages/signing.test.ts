import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { type AgreementContent, hashOf } from '#record/sharing/agreement/agreement.ts'
import { enterAgreement } from '#record/sharing/agreement/agreements.ts'
import { agreements } from '#seed/region/agreements/index.ts'
import { seedId } from '#seed/seed-id.ts'
import { type Region, region } from '#test/kit.ts'
import { TestPages } from '../test-pages.ts'

const TODAY = '2026-11-22'
const VISITOR = agreements(TODAY)[3] ?? assert.fail('HAFREN-4 is the fourth')
const visitorHash = hashOf(VISITOR)

let here: Region
let pages: TestPages
before(async () => {
  here = await region()
  pages = await TestPages.of(here)
  await here.send('mair-admitted.hl7')
})
after(async () => {
  await pages.close()
  await here.close()
})

test('Tegell’s chair finds the one agreement that waits for her, and the health board’s finds nothing waiting', async () => {
  const hers = await pages.read('/agreements/to-sign', { as: 'beca-manuel', language: 'cy' })
  assert.match(hers.body, new RegExp(`/agreements/${visitorHash}/sign`))
  assert.match(hers.body, /Rhoi gwybod i’ch ymwelydd/)
  const theirs = await pages.read('/agreements/to-sign', { as: 'gwenno-probert' })
  assert.match(theirs.body, /Nothing waits for a signature of yours/)
})

test('only signatories have such a page', async () => {
  for (const as of ['sioned-evans', 'alun-meredith', 'mair-pritchard'])
    assert.equal((await pages.read('/agreements/to-sign', { as })).statusCode, 404, as)
})

test('she reads each clause in plain words, what was checked, who has signed, and what it is that she signs', async () => {
  const page = await pages.read(`/agreements/${visitorHash}/sign`, { as: 'beca-manuel' })
  assert.match(page.body, /being in hospital, and when home is expected/)
  assert.match(page.body, /It contradicts nothing of its own/)
  assert.match(page.body, /I sign exactly this text/)
  assert.match(page.body, /Chair of Trustees/)
  assert.match(page.body, new RegExp(visitorHash))
})

test('before she signs she is told exactly whose sight of what it changes, counted and naming nobody', async () => {
  const page = await pages.read(`/agreements/${visitorHash}/sign`, { as: 'beca-manuel' })
  assert.match(page.body, /What changes when everybody has signed/)
  assert.match(page.body, /community connector, Tegell Befriending/)
  assert.match(page.body, /[1-9] (person|people)/)
  assert.doesNotMatch(page.body, /Pritchard/)
  const welsh = await pages.read(`/agreements/${visitorHash}/sign`, { as: 'beca-manuel', language: 'cy' })
  assert.match(welsh.body, /cysylltydd cymunedol, Cyfeillio Tegell/)
})

test('whoever is no party to it cannot sign it, and is told so in their own language', async () => {
  const refused = await pages.send(`/agreements/${visitorHash}/sign`, { as: 'huw-tanat', language: 'cy' })
  assert.equal(refused.statusCode, 403)
  assert.match(refused.body, /Nid yw eich sefydliad yn barti i’r cytundeb hwn. Ni newidiwyd dim./)
  assert.deepEqual(await signersOf(visitorHash), ['Gwenno Probert'])
})

test('whoever has left the post that the agreement names cannot sign it', async () => {
  await here.store.db
    .insertInto('account')
    .values({ id: seedId.account('cyn-gadeirydd'), subject: 'cyn-gadeirydd', name: 'Emrys Howell', language: 'cy' })
    .execute()
  const former = {
    ...(await here.visitorOf('beca-manuel')),
    accountId: seedId.account('cyn-gadeirydd'),
    name: 'Emrys Howell',
  }
  const other = await TestPages.of({
    ...here,
    visitorOf: async () => ({ ...former, actor: { ...former.actor, accountId: former.accountId } }),
  })
  const refused = await other.send(`/agreements/${visitorHash}/sign`, { as: 'cyn-gadeirydd' })
  assert.equal(refused.statusCode, 403)
  assert.match(refused.body, /Only whoever holds the post that the agreement names/)
  await other.close()
})

test('when she signs, Glenys learns at the next look that Mair is in hospital, and not why', async () => {
  assert.equal(await glenysLearns(), false)
  const signed = await pages.send(`/agreements/${visitorHash}/sign`, { as: 'beca-manuel' })
  assert.equal(signed.headers.location, `/agreements/${visitorHash}?done=signed`)
  assert.equal(await glenysLearns(), true)
})

test('she cannot sign it twice', async () => {
  const refused = await pages.send(`/agreements/${visitorHash}/sign`, { as: 'beca-manuel' })
  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /Your organisation has signed this agreement already/)
  assert.equal((await signersOf(visitorHash)).length, 2)
})

test('another version for some of the same days cannot be signed until this one is ended, and the page leads there', async () => {
  const next = await enter({
    ...VISITOR,
    reviewOn: VISITOR.until,
    benefit: { en: 'Nobody calls in vain.', cy: 'Does neb yn galw’n ofer.' },
  })
  const refused = await pages.send(`/agreements/${next}/sign`, { as: 'beca-manuel' })
  assert.equal(refused.statusCode, 409)
  assert.match(refused.body, /End that one first/)
  assert.match(refused.body, new RegExp(`/agreements/${visitorHash}/end`))
  assert.deepEqual(await signersOf(next), [])
})

test('to end it takes a reason and a day that there is, and what was typed is kept', async () => {
  const address = `/agreements/${visitorHash}/end`
  const end = (form: Record<string, string>, as = 'beca-manuel') => pages.send(address, { as, form })
  const typed = { reason: '', 'lastDay[day]': '31', 'lastDay[month]': '2', 'lastDay[year]': '2027' }
  const noDay = await end({ ...typed, reason: 'A new version.' })
  assert.equal(noDay.statusCode, 422)
  assert.match(noDay.body, /Give the last day/)
  assert.match(noDay.body, />A new version\.</)
  const yesterday = { 'lastDay[day]': '21', 'lastDay[month]': '11', 'lastDay[year]': '2026' }
  assert.match((await end(yesterday)).body, /Say why it is ended/)
  assert.match((await end({ ...yesterday, reason: 'x'.repeat(1001) })).body, /1,000 characters or fewer/)
  assert.match((await end({ ...yesterday, 'lastDay[day]': '20', reason: 'Now.' })).body, /must be yesterday or later/)
  const outsider = await end({ ...yesterday, reason: 'Now.' }, 'huw-tanat')
  assert.equal(outsider.statusCode, 403)
  assert.equal(await glenysLearns(), true)
})

test('before it is ended the page tells whose sight of what that closes', async () => {
  const page = await pages.read(`/agreements/${visitorHash}/end`, { as: 'beca-manuel' })
  assert.match(page.body, /What changes when it ends/)
  assert.match(page.body, /community connector, Tegell Befriending/)
})

test('ended, it opens nothing any more, says by whom and why, and cannot be ended or signed again', async () => {
  const form = { reason: 'Daw fersiwn newydd.', 'lastDay[day]': '21', 'lastDay[month]': '11', 'lastDay[year]': '2026' }
  const address = `/agreements/${visitorHash}/end`
  const ended = await pages.send(address, { as: 'beca-manuel', form })
  assert.equal(ended.headers.location, `/agreements/${visitorHash}?done=ended`)
  assert.equal(await glenysLearns(), false)
  const page = await pages.read(`/agreements/${visitorHash}`, { language: 'cy' })
  assert.match(page.body, /Beca Manuel. Ei ddiwrnod olaf: 21 Tachwedd 2026/)
  assert.match(page.body, /Daw fersiwn newydd\./)
  const again = await pages.send(address, { as: 'gwenno-probert', form })
  assert.equal(again.statusCode, 409)
  assert.match(again.body, /A party has ended this agreement already/)
})

test('two versions that are signed at the same moment do not both come into force', async () => {
  const one = await enter({ ...VISITOR, code: 'PRAWF-8' })
  const other = await enter({ ...VISITOR, code: 'PRAWF-8', reviewOn: VISITOR.until })
  for (const hash of [one, other]) await pages.send(`/agreements/${hash}/sign`, { as: 'gwenno-probert' })
  const answers = await Promise.all(
    [one, other].map(hash => pages.send(`/agreements/${hash}/sign`, { as: 'beca-manuel' })),
  )
  assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [303, 409])
})

test('an agreement that nobody entered can be neither signed nor ended', async () => {
  for (const act of ['sign', 'end']) {
    const address = `/agreements/${'0'.repeat(64)}/${act}`
    assert.equal((await pages.read(address, { as: 'beca-manuel' })).statusCode, 404)
    const form = { reason: 'x', 'lastDay[day]': '21', 'lastDay[month]': '11', 'lastDay[year]': '2026' }
    assert.equal((await pages.send(address, { as: 'beca-manuel', form })).statusCode, 404)
  }
})

test('what can no longer be said clearly is not signed: another organisation has taken a name that it names', async () => {
  const hash = await enter({ ...VISITOR, code: 'PRAWF-9' })
  await here.store.db
    .insertInto('organisation')
    .values({
      id: seedId.organisation('twin'),
      code: 'twin',
      kind: 'charity',
      nameEn: 'Another',
      nameCy: 'Cyfeillio Tegell',
    })
    .execute()
  const refused = await pages.send(`/agreements/${hash}/sign`, { as: 'beca-manuel' })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /Clause 1: it cannot be said clearly in both languages: Cyfeillio Tegell\./)
  assert.deepEqual(await signersOf(hash), [])
})

/** Whether the community connector who arranged Mair's volunteer is told that she is in hospital. Why, she never is. */
async function glenysLearns(): Promise<boolean> {
  const { body } = await pages.read('/people', { as: 'glenys-tudge' })
  assert.doesNotMatch(body, /hip pain|Dyfi/)
  return body.includes('Taken into hospital')
}

async function enter(content: AgreementContent): Promise<string> {
  const entered = await transaction(here.store, tx => enterAgreement(tx, content))
  assert(entered.ok)
  return entered.value
}

async function signersOf(hash: string): Promise<string[]> {
  const rows = await here.store.db
    .selectFrom('agreementSignature')
    .select('signedBy')
    .where('contentHash', '=', hash)
    .orderBy('signedAt')
    .execute()
  return rows.map(({ signedBy }) => signedBy)
}
