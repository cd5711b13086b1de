import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { areBornIn, areYoungerThan } from '#record/sharing/agreement/cohort.ts'
import { decisionsOf } from '#record/sharing/representative/authority.ts'
import { region } from '#test/kit.ts'
import { birthday, comingsOfAge } from './coming-of-age.ts'
import { ordersOf, recordOrder } from './orders.ts'
import { showFamily } from './show-family.ts'
import { readVoices, sayVoice } from './voice.ts'

const here = await region()
const MACSEN = 'macsen-maelor'
const day = (at: number) => new Date(at).toISOString().slice(0, 10)
const DAY_MS = 24 * 3_600_000

test('the day on which somebody comes of age is the first on which they are no child, whenever they were born', () => {
  const born = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2026, 0, 1) }).map(day)
  const ages = fc.constantFrom(16, 18)
  fc.assert(
    fc.property(fc.oneof(born, fc.constantFrom('2012-02-29', '2000-02-29', '2024-02-29')), ages, (birth, age) => {
      const on = birthday(birth, age)
      const before = day(Date.parse(on) - DAY_MS)
      assert.deepEqual([areYoungerThan(age, [birth], before), areYoungerThan(age, [birth], on)], [true, false])
      if (age === 18)
        assert.deepEqual([areBornIn('children', [birth], before), areBornIn('children', [birth], on)], [true, false])
    }),
  )
})

test('Macsen, born on 29 February 2012, is 16 on 29 February 2028 and 18 on 1 March 2030', () => {
  const [sixteen, eighteen] = comingsOfAge('2012-02-29', '2028-02-28')
  assert.deepEqual([sixteen.on, sixteen.isReached, sixteen.prepareFrom], ['2028-02-29', false, '2027-03-01'])
  assert.deepEqual([eighteen.on, eighteen.prepareFrom], ['2030-03-01', '2028-02-29'])
  assert.equal(comingsOfAge('2012-02-29', '2028-02-29')[0].isReached, true)
})

test('a parent decides for a child under 16 what the child has not been found able to; from 16 only what was found lacking', () => {
  const facts = {
    birthDates: ['2012-02-29'],
    ableFor: new Set(['sharing-information'] as const),
    lacksCapacityFor: new Set(['money'] as const),
  }
  const on = (today: string) => decisionsOf({ kind: 'parent' }, { ...facts, today })
  assert.deepEqual(on('2028-02-28'), ['health-and-care', 'money', 'where-to-live'])
  assert.deepEqual(on('2028-02-29'), ['money'])
  assert.deepEqual(on('2030-02-28'), ['money'])
  assert.deepEqual(on('2030-03-01'), [])
  assert.deepEqual(decisionsOf({ kind: 'parent' }, { ...facts, birthDates: [], today: '2028-01-01' }), [])
})

test('what Macsen says and what his mother says stand side by side, each under the one who said it', async () => {
  const say = (account: string, words: string) =>
    here.look(account, MACSEN, (tx, access) => sayVoice(tx, access, { words, language: 'cy', key: words }))
  assert.deepEqual(await say('nest-maelor', 'Mae o wedi blino.'), { ok: true, value: { ok: true, value: undefined } })
  assert.deepEqual(await say(MACSEN, 'Dwi ddim wedi blino.'), { ok: true, value: { ok: true, value: undefined } })
  await say('hannah-whitfield', 'Dwi isio mynd adra.')
  const voices = await here.look('hannah-whitfield', MACSEN, (tx, access) => readVoices(tx, access))
  assert.ok(voices.ok)
  const whose = Object.fromEntries(voices.value.map(one => [one.words, [one.whose, one.helpedBy]]))
  assert.deepEqual(whose['Mae o wedi blino.'], ['parents', undefined])
  assert.deepEqual(whose['Dwi ddim wedi blino.'], ['child', undefined])
  assert.deepEqual(whose['Dwi isio mynd adra.'], ['child', 'Hannah Whitfield'])
})

test('his mother sees his plan until he is 18, and from that day only if he chooses', async () => {
  const sees = async () => {
    const looked = await here.look('nest-maelor', MACSEN, async (_, access) => access.opens('plan'))
    return looked.ok && looked.value
  }
  assert.equal(await sees(), true)
  here.clock.move('2030-02-28T12:00:00Z')
  assert.equal(await sees(), true)
  here.clock.move('2030-03-01T00:00:00Z')
  assert.equal(await sees(), false)
  here.clock.move('2026-11-22T10:00:00Z')
})

test('an order of the court that takes from a parent closes what it had opened, at once', async () => {
  const shown = await here.look('hannah-whitfield', MACSEN, (tx, access) => showFamily(tx, access, '2012-02-29'))
  assert.ok(shown.ok && shown.value)
  const [mother] = shown.value.parents
  const order = { kind: 'care-order', words: 'Gorchymyn gofal.', reference: 'GH26C1', madeOn: '2026-11-20' } as const
  const record = (account: string, endsOffice: string | undefined, madeOn = order.madeOn as string) =>
    here.look(account, MACSEN, (tx, access) => recordOrder(tx, access, { ...order, madeOn, endsOffice }))
  const byHerself = await record('nest-maelor', mother?.id)
  assert.deepEqual(byHerself.ok && byHerself.value, { ok: false, problem: 'growingUp.notYours' })
  const later = await record('hannah-whitfield', undefined, '2027-01-01')
  assert.deepEqual(later.ok && later.value, { ok: false, problem: 'growingUp.orderLater' })
  const done = await record('hannah-whitfield', mother?.id)
  assert.deepEqual(done.ok && done.value, { ok: true, value: undefined })
  const after = await here.look('nest-maelor', MACSEN, async () => 1)
  assert.deepEqual(after, { ok: false, problem: 'record.notShown' })
  const orders = await here.look(MACSEN, MACSEN, (tx, access) => ordersOf(tx, access))
  assert.deepEqual(orders.ok && orders.value.map(({ kind }) => kind), ['care-order', 'prohibited-steps'])
})
