import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import { anotherRecordOf, findToBeOne } from '#record/person/link/test-join.ts'
import type { Access } from '#record/sharing/access.ts'
import { look } from '#record/sharing/look.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { ABOUT_ME_PARTS, type AboutMePart, type WrittenPart } from './about-me.ts'
import { answerPart } from './answer.ts'
import { readAboutMe, readPartHistory } from './read-about-me.ts'
import { mayWrite } from './who-decides.ts'
import { type NewPartWords, writePart } from './write-part.ts'

const here = await region()
// Emrys has an account and has written nothing about himself; Elin and Sioned stand in the same way to Mair.
const MAIR = personId('mair-pritchard')

test('what a person writes about themselves stands at once, in their language, with who helped', async () => {
  const before = await partOf('mair-pritchard', MAIR, 'also')
  const words = { ...offer(before), words: 'Dwi’n drwm fy nghlyw ar y chwith.', helpedBy: 'Elin' }
  assert.deepEqual(await write('mair-pritchard', MAIR, words), { ok: true, value: 'changed' })
  const now = await partOf('sioned-evans', MAIR, 'also')
  const { words: said, language, helpedBy, writtenBy } = now
  assert.deepEqual(
    { said, language, helpedBy, writtenBy },
    { said: 'Dwi’n drwm fy nghlyw ar y chwith.', language: 'cy', helpedBy: 'Elin', writtenBy: 'Mair Pritchard' },
  )
})

test('her daughter and her social worker propose, and nothing changes until she says yes', async () => {
  for (const account of ['elin-pritchard', 'sioned-evans']) {
    const before = await partOf(account, MAIR, 'support')
    const words = { ...offer(before), words: `Geiriau ${account}`, key: account }
    assert.deepEqual(await write(account, MAIR, words), { ok: true, value: 'proposed' })
    assert.equal((await partOf('mair-pritchard', MAIR, 'support')).words, before.words)
  }
  const { proposals } = await partOf('mair-pritchard', MAIR, 'support')
  assert.deepEqual(
    proposals.map(({ proposedBy }) => proposedBy),
    ['Elin Pritchard', 'Sioned Evans'],
  )
  const [elins, sioneds] = proposals
  assert.ok((await answer('mair-pritchard', 'support', elins!.id, true)).ok)
  const after = await partOf('mair-pritchard', MAIR, 'support')
  assert.deepEqual([after.words, after.helpedBy], ['Geiriau elin-pritchard', 'Elin Pritchard'])
  assert.deepEqual(await answer('mair-pritchard', 'support', sioneds!.id, true), {
    ok: false,
    problem: 'aboutMe.hasChanged',
  })
  assert.ok((await answer('mair-pritchard', 'support', sioneds!.id, false)).ok)
  const history = await as('mair-pritchard', MAIR, (tx, access) => readPartHistory(tx, access, 'support'))
  assert.ok(history.some(({ what, proposedBy }) => what === 'declined' && proposedBy === 'Sioned Evans'))
})

test('the same proposal sent twice is one, and nobody but Mair answers it', async () => {
  const before = await partOf('elin-pritchard', MAIR, 'people')
  const words = { ...offer(before), words: 'Elin a’r teulu', key: 'once' }
  await write('elin-pritchard', MAIR, words)
  await write('elin-pritchard', MAIR, words)
  const { proposals } = await partOf('elin-pritchard', MAIR, 'people')
  assert.equal(proposals.length, 1)
  assert.deepEqual(await answer('elin-pritchard', 'people', proposals[0]!.id, true), {
    ok: false,
    problem: 'aboutMe.notYours',
  })
})

test('two who write after the same words lose nothing: the second is told that they have changed', async () => {
  const read = await partOf('mair-pritchard', MAIR, 'wellness')
  const said = ['Yn dda', 'Yn wael'].map(words => write('mair-pritchard', MAIR, { ...offer(read), words }))
  const answers = await Promise.all(said)
  assert.deepEqual(answers.map(({ ok }) => ok).sort(), [false, true])
  const refusal = answers.find(({ ok }) => !ok)
  assert.deepEqual(refusal, { ok: false, problem: 'aboutMe.hasChanged' })
})

test('a part can be taken back, and its history stays with the person', async () => {
  const read = await partOf('mair-pritchard', MAIR, 'also')
  assert.ok((await write('mair-pritchard', MAIR, { ...offer(read), words: '' })).ok)
  assert.equal((await partOf('mair-pritchard', MAIR, 'also')).words, '')
  const history = await as('mair-pritchard', MAIR, (tx, access) => readPartHistory(tx, access, 'also'))
  assert.deepEqual(
    history.slice(0, 2).map(({ words }) => words),
    ['', 'Dwi’n drwm fy nghlyw ar y chwith.'],
  )
})

test('of somebody without an account a worker takes the words down, and the version says whose hand it was', async () => {
  const LLINOS = personId('enid-jarman')
  assert.equal(await as('sioned-evans', LLINOS, mayWrite), 'decide')
  const read = await partOf('sioned-evans', LLINOS, 'communication')
  assert.ok((await write('sioned-evans', LLINOS, { ...offer(read), words: 'Siaradwch yn araf.' })).ok)
  const now = await partOf('sioned-evans', LLINOS, 'communication')
  assert.deepEqual([now.writtenBy, now.helpedBy], ['Sioned Evans', 'Sioned Evans'])
})

test('what two who are found to be one have written is read as one, and each has their own again after', async () => {
  const old = await anotherRecordOf(here.store, 'cartrefi-gwennol')
  const hers = await partOf('mair-pritchard', MAIR, 'communication')
  const undo = await findToBeOne(here.store, MAIR, old.personId)
  const together = await doing(tx =>
    look(tx, old.citizen, old.personId, { doing: 'look', place: 'plan' }, access => readAboutMe(tx, access)),
  )
  assert.ok(together.ok)
  assert.equal(together.value?.find(({ part }) => part === 'communication')?.words, hers.words)
  await undo()
  const apart = await doing(tx =>
    look(tx, old.citizen, old.personId, { doing: 'look', place: 'plan' }, access => readAboutMe(tx, access)),
  )
  assert.ok(apart.ok)
  assert.deepEqual(
    apart.value?.map(({ words }) => words),
    ABOUT_ME_PARTS.map(() => ''),
  )
  assert.equal((await partOf('mair-pritchard', MAIR, 'communication')).words, hers.words)
})

function offer({ part, versionId }: WrittenPart): NewPartWords {
  return { part, afterId: versionId, words: '', language: 'cy', helpedBy: '', why: '', key: 'a form' }
}

async function partOf(account: string, person: string, part: AboutMePart): Promise<WrittenPart> {
  const parts = await as(account, person, readAboutMe)
  const found = parts?.find(one => one.part === part)
  assert(found, `${part} is open to ${account}`)
  return found
}

function write(account: string, person: string, words: NewPartWords) {
  return as(account, person, (tx, access) => writePart(tx, access, words, writerOf(account)))
}

function answer(account: string, part: AboutMePart, proposalId: string, accepted: boolean) {
  const said = { part, proposalId, accepted, words: '' }
  return as(account, MAIR, (tx, access) => answerPart(tx, access, said, writerOf(account)))
}

function writerOf(account: string) {
  const { accountId, name } = actorOf(account)
  return { accountId, name }
}

async function as<Value>(
  account: string,
  person: string,
  work: (tx: Tx, access: Access) => Promise<Value>,
): Promise<Value> {
  const looked = await doing(tx =>
    look(tx, actorOf(account), person, { doing: 'write', place: 'about-me' }, access => work(tx, access)),
  )
  assert(looked.ok, `${account} may see them`)
  return looked.value
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}
