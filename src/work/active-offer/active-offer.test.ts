import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transaction } from '#ground/db/store.ts'
import { answerOffer, type NewLanguageAnswer, readLanguageAnswer } from '#record/chart/language-answer.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { saySkill, skillsOf } from '#record/organisation/language-skill.ts'
import { anotherRecordOf, findToBeOne } from '#record/person/link/test-join.ts'
import { look } from '#record/sharing/look.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, citizenOf, personId, region } from '#test/kit.ts'
import { speakersAround, speakersByTeam } from './speakers.ts'
import { offersUnmet } from './unmet.ts'

const here = await region()
const WELSH: NewLanguageAnswer = { spoken: 'cy', written: 'cy', need: 'memory', needWords: ' Mae’n drysu. ' }

test('what Mair answered once is remembered by the hospital, the council and her landlord, and the landlord reads no reason', async () => {
  const council = await answerAs('sioned-evans', 'mair-pritchard')
  assert.deepEqual([council?.spoken, council?.isNeed, council?.need], ['cy', true, 'illness'])
  const landlord = await answerAs('ffion-gittins', 'mair-pritchard')
  assert.deepEqual([landlord?.spoken, landlord?.isNeed], ['cy', true])
  assert.deepEqual([landlord?.need, landlord?.needWords], [undefined, undefined])
})

test('Sioned asks Peggy, writes her answer down, and Peggy’s nurse reads it; a relative may not answer for anybody', async () => {
  assert.equal(await answerAs('rhian-tudor', 'margaret-ashworth'), undefined, 'the offer has not been made')
  const asked = await here.look('sioned-evans', 'margaret-ashworth', (tx, access) => answerOffer(tx, access, WELSH))
  assert.ok(asked.ok && asked.value.ok)
  const read = await answerAs('rhian-tudor', 'margaret-ashworth')
  assert.deepEqual([read?.needWords, read?.answeredByName], ['Mae’n drysu.', 'Sioned Evans'])
  const byElin = await here.look('elin-pritchard', 'mair-pritchard', (tx, access) => answerOffer(tx, access, WELSH))
  assert.deepEqual(byElin.ok && byElin.value, { ok: false, problem: 'activeOffer.notYours' })
  const long = { ...WELSH, needWords: 'a'.repeat(501) }
  const tooLong = await here.look('mair-pritchard', 'mair-pritchard', (tx, access) => answerOffer(tx, access, long))
  assert.deepEqual(tooLong.ok && tooLong.value, { ok: false, problem: 'activeOffer.needWordsTooLong' })
})

test('while two are one the later answer counts, and each has her own again when that was a mistake', async () => {
  const mair = citizenOf('mair-pritchard')
  const old = await anotherRecordOf(here.store, 'cartrefi-gwennol')
  const asks = (written: 'en' | 'cy') =>
    transaction(here.store, tx =>
      look(tx, old.citizen, old.personId, { doing: 'write', place: 'language' }, access =>
        answerOffer(tx, access, { ...WELSH, written, need: undefined }),
      ),
    )
  const written = () =>
    transaction(here.store, tx =>
      look(tx, mair, personId('mair-pritchard'), { doing: 'look', place: 'language' }, access =>
        readLanguageAnswer(tx, access),
      ),
    )
  here.clock.move('2026-11-22T10:00:00Z')
  await asks('en')
  const undo = await findToBeOne(here.store, personId('mair-pritchard'), old.personId)
  const together = await written()
  assert.equal(together.ok && together.value?.written, 'en')
  await undo()
  const apart = await written()
  assert.equal(apart.ok && apart.value?.written, 'cy')
})

test('Mair’s team is listed with the best speaker of Welsh first; her landlord, who may not know of her care, is told of nobody', async () => {
  const shown = await here.look('sioned-evans', 'mair-pritchard', (tx, access) => speakersAround(tx, access))
  assert.deepEqual(shown.ok && shown.value.map(({ name, skill }) => [name, skill?.speaking]), [
    ['Aled Jenkins', 5],
    ['Sioned Evans', 5],
  ])
  const landlord = await here.look('ffion-gittins', 'mair-pritchard', (tx, access) => speakersAround(tx, access))
  assert.deepEqual(landlord.ok && landlord.value, [])
})

test('Menna has not said; Hannah, who leads her team, says it for her, and Dewi cannot say it for Sioned', async () => {
  const menna = seedId.account('menna-rosser')
  const skill = { listening: 5, speaking: 5, reading: 4, writing: 4 }
  const say = (by: string, accountId: string, said = skill) =>
    transaction(here.store, tx => saySkill(tx, actorOf(by) as WorkerActor, { accountId, skill: said }))
  assert.deepEqual(await say('hannah-whitfield', menna), { ok: true, value: undefined })
  assert.deepEqual((await transaction(here.store, tx => skillsOf(tx, [menna]))).get(menna), skill)
  const notHis = await say('dewi-prosser', seedId.account('sioned-evans'))
  assert.deepEqual(notHis, { ok: false, problem: 'languageSkill.notYours' })
  const six = await say('menna-rosser', menna, { ...skill, writing: 6 })
  assert.deepEqual(six, { ok: false, problem: 'languageSkill.levelMissing' })
  const teams = await transaction(here.store, speakersByTeam)
  assert.deepEqual(teams.get(seedId.team('banadl-oedolion-iau')), { speakers: 0, members: 1 })
})

test('an organisation nobody of which speaks Welsh well enough with those who need it is counted, and few are not told apart', async () => {
  const met = await transaction(here.store, offersUnmet)
  const council = met.find(({ organisation }) => organisation.en.includes('Bro Rhedyn'))
  assert.deepEqual(
    [council?.asked, council?.unmet],
    ['few', 'few'],
    'Hannah knows little Welsh, and both Bowens ask for it',
  )
  const sioneds = met.find(({ organisation }) => organisation.en.includes('Dyffryn Banadl'))
  assert.deepEqual([sioneds?.asked, sioneds?.unmet], ['few', 0])
})

async function answerAs(account: string, person: string) {
  const looked = await here.look(account, person, (tx, access) => readLanguageAnswer(tx, access))
  assert.ok(looked.ok)
  return looked.value
}
