import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Tx, transaction } from '#ground/db/store.ts'
import { anotherRecordOf, findToBeOne } from '#record/person/link/test-join.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { recordFinding } from '#record/sharing/representative/find-capacity.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { NEXT_STEPS } from './contact/contact.ts'
import { readContacts } from './contact/read-contacts.ts'
import { type NewContact, takeContact } from './contact/take-contact.ts'
import { replyTo } from './reply.ts'
import { beginAssessment } from './statutory/begin.ts'
import { determineEligibility } from './statutory/determine.ts'
import { endAssessment } from './statutory/end.ts'
import { readAssessments } from './statutory/read-assessments.ts'
import { type NewContent, writeAssessment } from './statutory/write.ts'
import { readWhatMatters } from './what-matters/read-what-matters.ts'
import { type NewWhatMatters, recordWhatMatters } from './what-matters/record-what-matters.ts'

const here = await region()
// Enid is on Sioned's caseload and nothing has been written about her yet. Mair has her own account.
const ENID = personId('enid-jarman')
const MAIR = personId('mair-pritchard')
const NOTHING = { through: true, instead: {} }

const call: NewContact = {
  fromWhom: 'family',
  fromName: 'Gareth Jarman',
  way: 'telephone',
  about: 'Mae hi wedi syrthio ddwywaith yr wythnos hon.',
  needAppears: true,
  nextStep: 'assessment',
  whatNext: 'Asesiad yn ei chartref.',
  language: 'cy',
  gone: NOTHING,
  key: 'a call',
}
const talk: NewWhatMatters = {
  heldOn: '2026-11-20',
  heldIn: 'cy',
  tookPart: 'Enid, Gareth',
  words: 'Dwi isio aros adra.',
  wordsLanguage: 'cy',
  cameOfIt: 'Meddwl am y grisiau.',
  language: 'cy',
  needAppears: false,
  gone: NOTHING,
  key: 'a talk',
}

test('where a need appears an assessment begins with the contact, and the contact cannot be closed in any other way', async () => {
  for (const nextStep of NEXT_STEPS.filter(step => step !== 'assessment')) {
    const closed = await as('sioned-evans', ENID, (tx, access) => takeContact(tx, access, { ...call, nextStep }))
    assert.deepEqual(closed, { ok: false, problem: 'assessment.needsAssessment' })
  }
  const taken = await as('sioned-evans', ENID, (tx, access) => takeContact(tx, access, call))
  assert.ok(taken.ok)
  const [contact] = await as('sioned-evans', ENID, readContacts)
  const [assessment] = await as('sioned-evans', ENID, readAssessments)
  assert.equal(contact?.assessmentId, assessment?.id)
  assert.deepEqual(
    [assessment?.end, assessment?.dueOn, assessment?.team?.en, assessment?.by],
    [undefined, '2027-01-06', 'Older People’s Team', 'Sioned Evans'],
  )
})

test('the same contact sent twice is one, and begins one assessment', async () => {
  const before = await as('sioned-evans', ENID, readAssessments)
  const taken = await as('sioned-evans', ENID, (tx, access) => takeContact(tx, access, call))
  assert.ok(taken.ok)
  assert.equal((await as('sioned-evans', ENID, readAssessments)).length, before.length)
  assert.equal((await as('sioned-evans', ENID, readContacts)).length, 1)
})

test('a conversation is no assessment: it begins none where no need appears, and one where it does', async () => {
  const before = (await as('sioned-evans', ENID, readAssessments)).length
  assert.ok((await as('sioned-evans', ENID, (tx, access) => recordWhatMatters(tx, access, talk))).ok)
  assert.equal((await as('sioned-evans', ENID, readAssessments)).length, before)
  const needed = { ...talk, needAppears: true, key: 'another talk' }
  assert.ok((await as('sioned-evans', ENID, (tx, access) => recordWhatMatters(tx, access, needed))).ok)
  assert.equal((await as('sioned-evans', ENID, readAssessments)).length, before + 1)
  assert.equal((await as('sioned-evans', ENID, readWhatMatters)).length, 2)
})

test('an assessment begun is completed only whole, and its determination gives a reason for each condition', async () => {
  const id = await begun('sioned-evans', ENID, 'whole')
  assert.deepEqual(await end(id, 'completed'), { ok: false, problem: 'assessment.incomplete' })
  assert.ok((await write(id, 0)).ok)
  assert.deepEqual(await end(id, 'completed'), { ok: false, problem: 'assessment.noDetermination' })
  const unexplained = { ...met, 'well-being': { isMet: true, why: ' ' } }
  assert.deepEqual(await determine(id, unexplained), { ok: false, problem: 'assessment.whyMissing' })
  assert.ok((await determine(id, met)).ok)
  assert.ok((await determine(id, { ...met, 'not-otherwise': { isMet: false, why: 'Mae ei mab yn gwneud.' } })).ok)
  assert.ok((await end(id, 'completed')).ok)
  const assessment = (await as('sioned-evans', ENID, readAssessments)).find(one => one.id === id)
  assert.deepEqual(assessment?.determinations.map(({ isEligible }) => isEligible).sort(), [false, true])
  assert.deepEqual(await write(id, 1), { ok: false, problem: 'assessment.hasEnded' })
})

test('two who write the same assessment at once lose nothing: the second is told that it has changed', async () => {
  const id = await begun('sioned-evans', ENID, 'two hands')
  const answers = await Promise.all([write(id, 0), write(id, 0)])
  assert.deepEqual(answers.map(({ ok }) => ok).sort(), [false, true])
})

test('a person may refuse an assessment; whoever was found to lack capacity for it may not be let down by it', async () => {
  const id = await begun('sioned-evans', ENID, 'refused')
  const finding = {
    decision: 'health-and-care',
    hasCapacity: false,
    evidence: 'Ni allai gofio.',
    reviewOn: '2027-01-01',
  } as const
  const found = await as('sioned-evans', ENID, (tx, access) => recordFinding(tx, access, finding))
  assert.ok(found.ok)
  assert.deepEqual(await end(id, 'refused'), { ok: false, problem: 'assessment.refusalDoesNotHold' })
  here.clock.move('2026-11-22T09:00:01Z')
  const regained = { ...finding, hasCapacity: true }
  assert.ok((await as('sioned-evans', ENID, (tx, access) => recordFinding(tx, access, regained))).ok)
  assert.ok((await end(id, 'refused')).ok)
})

test('an assessment is late from the day after the one by which it was due', async () => {
  const id = await begun('sioned-evans', ENID, 'late')
  const isLate = async () => (await as('sioned-evans', ENID, readAssessments)).find(one => one.id === id)?.isLate
  assert.equal(await isLate(), false)
  here.clock.move('2027-01-07T09:00:00Z')
  assert.equal(await isLate(), true)
})

test('a landlord takes no contact, a reablement worker assesses nobody, and the person writes none of the three', async () => {
  const taken = await as('ffion-gittins', MAIR, (tx, access) => takeContact(tx, access, call))
  assert.deepEqual(taken, { ok: false, problem: 'assessment.notYours' })
  const assessed = await as('aled-jenkins', MAIR, (tx, access) =>
    beginAssessment(tx, access, { subject: 'adult', gone: NOTHING, key: 'no' }),
  )
  assert.equal(assessed.ok, false)
  const own = await as('mair-pritchard', MAIR, (tx, access) => recordWhatMatters(tx, access, talk))
  assert.deepEqual(own, { ok: false, problem: 'assessment.notYours' })
})

test('the person reads every word of it and says what she thinks, and so does the daughter she chose; a worker cannot speak for her', async () => {
  const held = await as('sioned-evans', MAIR, (tx, access) => recordWhatMatters(tx, access, { ...talk, key: 'mair' }))
  assert.ok(held.ok)
  const say = (account: string, agrees: boolean, words: string) =>
    as(account, MAIR, (tx, access) => replyTo(tx, access, { kind: 'what-matters', id: held.value, agrees, words }))
  assert.deepEqual(await say('mair-pritchard', false, ''), { ok: false, problem: 'assessment.whyMissing' })
  assert.ok((await say('mair-pritchard', false, 'Nid fel yna y dwedais i.')).ok)
  assert.ok((await say('elin-pritchard', true, '')).ok)
  assert.deepEqual(await say('sioned-evans', true, ''), { ok: false, problem: 'assessment.notYours' })
  const read = (await as('mair-pritchard', MAIR, readWhatMatters)).find(({ id }) => id === held.value)
  assert.deepEqual(
    read?.replies.map(({ by, agrees, words }) => [by, agrees, words]),
    [
      ['Mair Pritchard', false, 'Nid fel yna y dwedais i.'],
      ['Elin Pritchard', true, undefined],
    ],
  )
})

test('what was written while two were one goes with the id under which it was written', async () => {
  const old = await anotherRecordOf(here.store, 'cartrefi-gwennol')
  const before = (await as('mair-pritchard', MAIR, readWhatMatters)).length
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  const both = await as('mair-pritchard', MAIR, readWhatMatters)
  assert.equal(both.length, before)
  await undo()
  assert.equal((await as('mair-pritchard', MAIR, readWhatMatters)).length, before)
})

test('a need is eligible when all four conditions are met, and never otherwise', async () => {
  const id = await begun('sioned-evans', ENID, 'all four')
  await fc.assert(
    fc.asyncProperty(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()), async bits => {
      const [arises, wellBeing, notOtherwise, unlikely] = bits
      const conditions = {
        arises: { isMet: arises, why: 'a' },
        'well-being': { isMet: wellBeing, why: 'b' },
        'not-otherwise': { isMet: notOtherwise, why: 'c' },
        'unlikely-without': { isMet: unlikely, why: 'd' },
      }
      assert.ok((await determine(id, conditions)).ok)
      const found = (await as('sioned-evans', ENID, readAssessments)).find(one => one.id === id)?.determinations ?? []
      for (const { isEligible, conditions: four } of found)
        assert.equal(
          isEligible,
          four.every(({ isMet }) => isMet),
        )
      assert.ok(found.some(one => one.conditions.every(({ isMet }, at) => isMet === bits[at])))
    }),
    { numRuns: 8 },
  )
})

const met = {
  arises: { isMet: true, why: 'Mae’r angen yn codi o’i strôc.' },
  'well-being': { isMet: true, why: 'Mae’n cyfyngu ar ei bywyd gartref.' },
  'not-otherwise': { isMet: true, why: 'Nid oes neb arall.' },
  'unlikely-without': { isMet: true, why: 'Byddai’n mynd heb fwyd.' },
}

async function begun(account: string, person: string, key: string): Promise<string> {
  const opened = await as(account, person, (tx, access) =>
    beginAssessment(tx, access, { subject: 'adult', gone: NOTHING, key }),
  )
  assert.ok(opened.ok)
  return opened.value
}

function write(assessmentId: string, version: number) {
  const content: NewContent = {
    assessmentId,
    version,
    circumstances: 'Mae’n byw ar ei phen ei hun.',
    outcomes: 'Aros gartref.',
    barriers: 'Y grisiau.',
    risks: 'Syrthio.',
    strengths: 'Mae’n benderfynol.',
    language: 'cy',
    heldIn: 'cy',
    coOrdinator: 'Sioned Evans',
    capacity: 'Nid oes amheuaeth.',
    capacityFindingId: undefined,
    advocate: '',
  }
  return as('sioned-evans', ENID, (tx, access) => writeAssessment(tx, access, content))
}

function determine(assessmentId: string, conditions: typeof met) {
  const determination = { assessmentId, need: 'Paratoi bwyd', language: 'cy', conditions } as const
  return as('sioned-evans', ENID, (tx, access) => determineEligibility(tx, access, determination))
}

function end(assessmentId: string, how: 'completed' | 'refused') {
  const ended = { assessmentId, how, agreed: 'agreed', words: 'Dim diolch.' } as const
  return as('sioned-evans', ENID, (tx, access) => endAssessment(tx, access, ended))
}

async function as<Value>(
  account: string,
  person: string,
  work: (tx: Tx, access: Access) => Promise<Value>,
): Promise<Value> {
  const looked = await transaction(here.store, tx =>
    look(tx, actorOf(account), person, { doing: 'write', place: 'assessment' }, access => work(tx, access)),
  )
  assert(looked.ok, `${account} may see them`)
  return looked.value
}
