import assert from 'node:assert/strict'
import { test } from 'node:test'
import { foldedName } from '../name.ts'
import { areSurnameVariants, areVariants, variantGroups, variantsOf } from './variants.ts'

test('one woman is Siân to one agency and Jane to another', () => {
  for (const [one, other] of [
    ['Siân', 'Jane'],
    ['Dafydd', 'David'],
    ['Dai', 'David'],
    ['Ieuan', 'John'],
    ['Siôn', 'John'],
    ['Ioan', 'John'],
    ['Ifan', 'Evan'],
    ['Mair', 'Mary'],
    ['Gwilym', 'William'],
    ['Rhisiart', 'Richard'],
    ['Elin', 'Ellen'],
    ['Catrin', 'Catherine'],
    ['Cati', 'Catrin'],
    ['Bob', 'Robert'],
    ['Bill', 'William'],
    ['Liz', 'Elizabeth'],
    ['Meg', 'Margaret'],
    ['Bet', 'Elizabeth'],
    ['Mohamed', 'Muhammad'],
    ['Kasia', 'Katarzyna'],
  ] as const) {
    const [first, second] = [foldedName(one), foldedName(other)]
    assert.ok(areVariants(first, second) && areVariants(second, first), `${one} ${other}`)
  }
})

test('brothers, sisters and twins have names that are not one name', () => {
  for (const [one, other] of [
    ['Ieuan', 'Iwan'],
    ['Siôn', 'Ioan'],
    ['Dafydd', 'Dewi'],
    ['Gareth', 'Geraint'],
    ['Mair', 'Megan'],
    ['Siân', 'Sioned'],
    ['Bethan', 'Betsan'],
    ['Rhys', 'Rhodri'],
    ['Susan', 'Nicola'],
    ['Henry', 'Harold'],
  ] as const) {
    assert.ok(!areVariants(foldedName(one), foldedName(other)), `${one} ${other}`)
  }
})

test('a patronymic and the surname that clerks made of it are one family’s', () => {
  for (const [one, other] of [
    ['ap Rhys', 'Price'],
    ['ab Owen', 'Bowen'],
    ['ap Hywel', 'Powell'],
    ['Ifans', 'Evans'],
    ['Huws', 'Hughes'],
    ['Dafis', 'Davies'],
    ['Jons', 'Jones'],
    ['Llwyd', 'Lloyd'],
    ['Gruffydd', 'Griffith'],
    ['Gruffydd', 'Griffiths'],
  ] as const) {
    const [first, second] = [foldedName(one), foldedName(other)]
    assert.ok(areSurnameVariants(first, second) && areSurnameVariants(second, first), `${one} ${other}`)
  }
})

test('the common surnames are not forms of one another', () => {
  const common = ['Jones', 'Davies', 'Williams', 'Evans', 'Thomas', 'Roberts', 'Lewis', 'Hughes', 'Morgan', 'Edwards']
  for (const one of common) {
    for (const other of common) assert.ok(!areSurnameVariants(foldedName(one), foldedName(other)), `${one} ${other}`)
  }
})

test('a name is no other form of itself', () => {
  assert.ok(!areVariants('mair', 'mair'))
  assert.ok(!variantsOf('mair').includes('mair'))
})

test('every form is written folded, and the tables are as large as is said of them', () => {
  const { given, surnames } = variantGroups()
  assert.ok(given > 600 && surnames > 140, `${given} ${surnames}`)
  for (const form of [...variantsOf('john'), ...variantsOf('william')]) assert.equal(form, foldedName(form))
})

test('an unknown name has no forms, and neither has what is in every object', () => {
  for (const name of ['', 'constructor', 'toString', 'gwydrwen']) assert.deepEqual(variantsOf(name), [])
})
