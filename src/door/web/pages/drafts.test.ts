import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type AgreementContent, hashOf } from '#record/sharing/agreement/agreement.ts'
import { fileOf } from '#record/sharing/agreement/file.ts'
import { agreements } from '#seed/region/agreements/index.ts'
import { type Region, region } from '#test/kit.ts'
import { beca, begin, bringIn, DRAFTS } from '../test-drafts.ts'
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

test('drafts are written by signatories, board members, integration and privacy officers, and by nobody else', async () => {
  const may = async (as: string) => (await pages.read(DRAFTS, { as })).statusCode
  for (const as of ['beca-manuel', 'alun-meredith', 'steffan-howells', 'meinir-ellis'])
    assert.equal(await may(as), 200, as)
  for (const as of ['sioned-evans', 'mair-pritchard', 'glenys-tudge']) assert.equal(await may(as), 404, as)
})

test('an empty draft lists all that is missing, in both languages, and cannot be entered', async () => {
  const draft = await begin(pages, 'empty')
  const page = await pages.read(draft, beca)
  for (const missing of ['Code: missing', 'Title, in Welsh: missing', 'Parties: missing', 'Clauses: missing'])
    assert.ok(page.body.includes(missing), missing)
  assert.match((await pages.read(draft, { ...beca, language: 'cy' })).body, /Teitl, yn Gymraeg: ar goll/)
  const entered = await pages.send(`${draft}/enter`, { ...beca, form: { version: '1' } })
  assert.equal(entered.statusCode, 409)
  assert.match(entered.body, /This is not an agreement. Nothing was changed./)
})

test('a draft is seen by the organisation that began it and by its parties, and by no other', async () => {
  const draft = await begin(pages, hashOf(VISITOR))
  const seen = async (as: string) => (await pages.read(draft, { as })).statusCode
  assert.deepEqual(await Promise.all(['beca-manuel', 'steffan-howells', 'gwenno-probert'].map(seen)), [200, 200, 200])
  assert.deepEqual(await Promise.all(['huw-tanat', 'alun-meredith'].map(seen)), [404, 404])
  const form = { version: '1', code: 'HAFREN-4', 'title[en]': 'Mine', 'title[cy]': 'Fi' }
  assert.equal((await pages.send(`${draft}/about`, { as: 'huw-tanat', form })).statusCode, 404)
})

test('every fault is told on the overview while it is being written, and keeps the draft from being entered', async () => {
  const [clause] = VISITOR.clauses
  const faulty: AgreementContent = {
    ...VISITOR,
    until: '2025-11-30',
    parties: [...VISITOR.parties, VISITOR.parties[0]!],
    clauses: [
      { ...clause!, classes: ['apart'], receivers: ['tai-clicied'] },
      { ...clause!, when: { hours: { from: '09:00', until: '09:00' } }, overridesWishes: true },
    ],
  }
  const draft = await bringIn(pages, fileOf(faulty))
  const page = await pages.read(draft, beca)
  for (const told of [
    'It ends before it begins.',
    'An organisation is a party twice: Glan Hafren Health Board.',
    'Two clauses have the number 1.',
    'Clause 1: this organisation neither signs nor is part of one that does: Tai Clicied.',
    'Clause 1: it opens nothing.',
    'Clause 1: the hours begin and end at the same time',
    'Clause 1: only a clause for safeguarding may go before a person’s wish.',
    'Worked example 1: the clauses do not do what it says.',
  ])
    assert.ok(page.body.includes(told), told)
  const welsh = await pages.read(draft, { ...beca, language: 'cy' })
  assert.match(welsh.body, /Mae’n dod i ben cyn iddo ddechrau/)
  const entered = await pages.send(`${draft}/enter`, { ...beca, form: { version: '1' } })
  assert.equal(entered.statusCode, 409)
  assert.match(entered.body, /Something is wrong with this agreement/)
})

test('an organisation that nobody knows, and a review outside the term, are told too', async () => {
  const [clause] = VISITOR.clauses
  const draft = await bringIn(
    pages,
    fileOf({ ...VISITOR, reviewOn: '2029-01-01', clauses: [{ ...clause!, givers: ['ysbyty-arall'] }] }),
  )
  const { body } = await pages.read(draft, beca)
  assert.match(body, /It names an organisation that nobody knows: ysbyty-arall\./)
  assert.match(body, /The review date is not within the period\./)
})

test('what is not an agreement is not brought in: each thing is told where it is, what was pasted is kept, nothing changes', async () => {
  const before = await countDrafts()
  const wrong = { ...VISITOR, clauses: [{ ...VISITOR.clauses[0], classes: ['everything'] }], title: { en: 'One' } }
  const text = JSON.stringify(wrong, undefined, 2)
  const refused = await pages.send(`${DRAFTS}/import`, { ...beca, form: { text } })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /Clause 1, What information: has something that agreements cannot say: everything/)
  assert.match(refused.body, /Title, in Welsh: missing/)
  assert.match(refused.body, /Letting your visitor know|everything&quot;/)
  const welsh = await pages.send(`${DRAFTS}/import`, { as: 'beca-manuel', language: 'cy', form: { text } })
  assert.match(welsh.body, /Cymal 1, Pa wybodaeth: mae yma rywbeth na all cytundebau ei ddweud: everything/)
  assert.match(
    (await pages.send(`${DRAFTS}/import`, { ...beca, form: { text: '{\n"a": 1\n"b": 2}' } })).body,
    /at line 3/,
  )
  assert.match((await pages.send(`${DRAFTS}/import`, { ...beca, form: { text: ' ' } })).body, /Paste the file/)
  assert.equal(await countDrafts(), before)
})

test('an agreement taken as a file, brought in as a draft and entered again is the same agreement', async () => {
  const file = await pages.read(`/agreements/${hashOf(VISITOR)}.json`)
  assert.equal(file.headers['content-type'], 'application/json; charset=utf-8')
  assert.match(String(file.headers['content-disposition']), /filename="HAFREN-4-[0-9a-f]{8}\.json"/)
  const draft = await bringIn(pages, file.body)
  const entered = await pages.send(`${draft}/enter`, { ...beca, form: { version: '1' } })
  assert.equal(entered.headers.location, `/agreements/${hashOf(VISITOR)}?done=entered`)
  const again = await pages.send(`${draft}/about`, { ...beca, form: { version: '1', code: 'HAFREN-4' } })
  assert.equal(again.statusCode, 409)
  assert.match(again.body, /cannot be changed any more/)
})

test('a field that cannot be right is told in the reader’s language, with what was typed', async () => {
  const draft = await begin(pages, 'empty')
  const form = { version: '1', 'from[day]': '31', 'from[month]': '2', 'from[year]': '2027' }
  const refused = await pages.send(`${draft}/term`, { as: 'beca-manuel', language: 'cy', form })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /Rhaid i hwn fod yn ddiwrnod sy’n bod/)
  assert.match(refused.body, /href="#from-day"/)
  assert.match(refused.body, /value="31"/)
  const code = await pages.send(`${draft}/about`, {
    ...beca,
    form: { version: '1', code: 'six', 'title[en]': 'Kept words' },
  })
  assert.match(code.body, /The code must be capital letters/)
  assert.match(code.body, /value="Kept words"/)
})

test('a clause and a worked example can be added, written and taken out', async () => {
  const draft = await begin(pages, hashOf(VISITOR))
  const added = await pages.send(`${draft}/clauses`, beca)
  assert.equal(added.headers.location, `${draft}/clauses/2`)
  const clause = {
    version: '2',
    number: '2',
    'words[en]': 'The connector may add to it at night.',
    'words[cy]': 'Caiff y cysylltydd ychwanegu ato gyda’r nos.',
    'receivers[tegell]': 'tegell',
    'roles[community-connector]': 'community-connector',
    'may[contribute]': 'contribute',
    purpose: 'direct-care',
    'classes[about-me]': 'about-me',
    'givers[person]': 'person',
    'relationships[referral]': 'referral',
    cohort: 'older-people',
    from: '22:00',
    until: '7:00',
    days: '30',
    article6: '6(1)(e)',
    article9: '9(2)(h)',
    'power[en]': 'An Act',
    'power[cy]': 'Deddf',
  }
  assert.equal((await pages.send(`${draft}/clauses/2`, { ...beca, form: clause })).statusCode, 303)
  const { body } = await pages.read(draft, beca)
  assert.match(body, /from 10pm until 7am the next day, every night/)
  assert.match(body, /people of 65 and over/)
  assert.match(body, /Enter for signing/)
  assert.equal((await pages.send(`${draft}/cases`, beca)).headers.location, `${draft}/cases/3`)
  const removed = await pages.send(`${draft}/cases/3`, { ...beca, form: { version: '4', remove: 'yes' } })
  assert.equal(removed.headers.location, `${draft}?done=removed`)
  assert.equal((await pages.read(`${draft}/cases/3`, beca)).statusCode, 404)
})

test('another version in force on the same days is told while it is being written, with the way to end it', async () => {
  const [, plan] = agreements(TODAY)
  const draft = await begin(pages, hashOf(plan!))
  const { body } = await pages.read(draft, beca)
  assert.match(body, /Another version of this agreement is signed by everybody for some of the same days/)
  assert.match(body, new RegExp(`/agreements/${hashOf(plan!)}/end`))
})

test('no version of a draft can be rewritten', async () => {
  const { db } = here.store
  await assert.rejects(db.updateTable('agreementDraftVersion').set({ savedByName: 'x' }).execute(), /permission denied/)
  await assert.rejects(db.deleteFrom('agreementDraft').execute(), /permission denied/)
})

test('nothing is begun from what there is not, and what is no draft is not there', async () => {
  const refused = await pages.send(DRAFTS, { ...beca, form: { from: '0'.repeat(64) } })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /Choose what to begin with/)
  const draft = await begin(pages, 'empty')
  for (const path of [
    '/nothing',
    '/clauses/1',
    '/clauses/0',
    '/clauses/x',
    '/about/1',
    '/versions/2.json',
    '/versions/x.json',
  ])
    assert.equal((await pages.read(draft + path, beca)).statusCode, 404, path)
})

async function countDrafts(): Promise<number> {
  return (await here.store.db.selectFrom('agreementDraft').select('id').execute()).length
}
