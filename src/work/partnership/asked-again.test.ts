import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Tx, transaction } from '#ground/db/store.ts'
import { look } from '#record/sharing/look.ts'
import { actorOf, personId, region } from '#test/kit.ts'
import { takeContact } from '#work/assessment/contact/take-contact.ts'
import { askedAgain } from './asked-again.ts'

const here = await region()
const MAIR = personId('mair-pritchard')

test('nothing is told of a form that was filled in fewer than five times, not even that nothing was typed again', async () => {
  for (let number = 0; number < 4; number++) await contact(`few ${number}`, 'Mae hi’n byw yn Lôn y Felin.')
  const [row] = await doing(askedAgain)
  assert.deepEqual(
    [row?.form, row?.team?.cy, row?.filled, row?.known, row?.typedAgain, row?.corrected],
    ['contact', 'Tîm Pobl Hŷn', 'few', 'few', 'few', 'few'],
  )
})

test('what was typed again is counted for its team and form, to the nearest five, and without anybody', async () => {
  for (let number = 4; number < 11; number++) await contact(`more ${number}`, 'GH2 4DW')
  const [row] = await doing(askedAgain)
  assert.deepEqual([row?.filled, row?.typedAgain, row?.corrected], [10, 10, 0])
  assert.ok(!/Mair|Sioned|Pritchard/.test(JSON.stringify(row)))
})

test('what is merely written is not counted as typed again', async () => {
  for (let number = 11; number < 31; number++) await contact(`fresh ${number}`, 'Hoffai gael gwersi canu.')
  const [row] = await doing(askedAgain)
  assert.deepEqual([row?.filled, row?.typedAgain], [30, 10])
})

test('what is older than twelve weeks is no longer counted', async () => {
  here.clock.move('2027-02-20T09:00:00Z')
  assert.deepEqual(await doing(askedAgain), [])
})

async function contact(key: string, about: string): Promise<void> {
  const taken = await doing(tx =>
    look(tx, actorOf('sioned-evans'), MAIR, { doing: 'write', place: 'assessment' }, access =>
      takeContact(tx, access, {
        fromWhom: 'person',
        fromName: '',
        way: 'telephone',
        about,
        needAppears: false,
        nextStep: 'information',
        whatNext: 'Dim',
        language: 'cy',
        gone: { through: true, instead: {} },
        key,
      }),
    ),
  )
  assert.ok(taken.ok && taken.value.ok)
}

function doing<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return transaction(here.store, work)
}
