import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readName } from './name.ts'
import type { RawName } from './standard.ts'

test('titles are no part of a name, whichever field they stand in', () => {
  for (const raw of [
    { given: 'Mrs Mair', surname: 'Pritchard' },
    { given: 'MAIR', surname: 'Mrs. Pritchard' },
    { fullname: 'Parch. Mair Pritchard' },
    { fullname: 'Dr Mair Pritchard OBE' },
  ]) {
    assert.deepEqual(told(raw), ['mair / pritchard'])
  }
})

test('son of and daughter of belong to the surname, however they are written', () => {
  for (const raw of [
    { given: 'Rhys', surname: 'ap Dafydd' },
    { given: 'Rhys', surname: 'Ap-Dafydd' },
    { given: 'Rhys ap', surname: 'Dafydd' },
    { fullname: 'RHYS AP DAFYDD' },
    { fullname: 'ap Dafydd, Rhys' },
  ]) {
    assert.deepEqual(readName(raw).names, [
      { given: 'rhys', middle: [], surname: 'apdafydd', surnameParts: ['dafydd'] },
    ])
  }
  assert.deepEqual(told({ fullname: 'Gwenllian ferch Ieuan' }), ['gwenllian / ferchieuan'])
  assert.deepEqual(told({ fullname: 'Ifan ab Owen' }), ['ifan / abowen'])
})

test('a double name is one name and its two parts, with a hyphen or without', () => {
  const parts = [{ surname: 'Prys-Jones' }, { surname: 'Prys Jones' }, { surname: 'PRYS - JONES' }].map(
    raw => readName(raw).names[0],
  )
  for (const name of parts) {
    assert.deepEqual(name, { given: '', middle: [], surname: 'prysjones', surnameParts: ['prys', 'jones'] })
  }
})

test('O’Brien, O Brien and OBRIEN are one name; so are McDonald and Mc Donald, St John and Saint John', () => {
  for (const surname of ['O’Brien', "O'Brien", 'O Brien', 'OBRIEN', 'O` Brien']) {
    assert.deepEqual(told({ surname }), [' / obrien'], surname)
  }
  for (const surname of ['McDonald', 'Mc Donald', 'MC DONALD']) assert.deepEqual(told({ surname }), [' / mcdonald'])
  for (const surname of ['St John', 'St. John', 'Saint John']) assert.deepEqual(told({ surname }), [' / stjohn'])
})

test('a name that is nothing but a small word is a name', () => {
  assert.deepEqual(told({ given: 'Van', surname: 'Le' }), ['van / le'])
  assert.deepEqual(told({ given: 'Do', surname: 'Do' }), ['do / do'])
})

test('further given names stand behind the first, from either field', () => {
  assert.deepEqual(told({ given: 'Mair Eluned', surname: 'Pritchard' }), ['mair eluned / pritchard'])
  assert.deepEqual(told({ given: 'Mair', middle: 'Eluned', surname: 'Pritchard' }), ['mair eluned / pritchard'])
  assert.deepEqual(told({ given: 'M.E.', surname: 'Pritchard' }), ['m e / pritchard'])
  assert.deepEqual(told({ given: 'Siân-Elen', surname: 'Puw' }), ['sian elen / puw'])
})

test('a whole name in one field is parted at its comma, or before its last word', () => {
  assert.deepEqual(told({ fullname: 'PRITCHARD, Mair Eluned' }), ['mair eluned / pritchard'])
  assert.deepEqual(told({ surname: 'Pritchard, Mrs Mair' }), ['mair / pritchard'])
  assert.deepEqual(told({ fullname: 'Mair Eluned Pritchard' }), ['mair eluned / pritchard'])
  assert.deepEqual(told({ fullname: 'Maria da Silva Costa' }), ['maria / dasilvacosta'])
  assert.deepEqual(told({ fullname: 'Seán O Brien' }), ['sean / obrien'])
  assert.deepEqual(told({ fullname: 'Mair' }), ['mair / '])
})

test('what stands in brackets or behind “née” is another name of theirs', () => {
  assert.deepEqual(told({ given: 'Margaret (Peggy)', surname: 'Jones' }), ['margaret / jones', 'peggy / jones'])
  assert.deepEqual(told({ given: 'Mair', surname: 'Jones (née Bowen)' }), ['mair / jones', 'mair / bowen'])
  assert.deepEqual(told({ given: 'Mair', surname: 'Jones nee Bowen' }), ['mair / jones', 'mair / bowen'])
  assert.deepEqual(told({ given: 'Mair', surname: 'Jones gynt Bowen' }), ['mair / jones', 'mair / bowen'])
  assert.deepEqual(told({ given: 'Dafydd/David', surname: 'Owen' }), ['dafydd / owen', 'david / owen'])
  assert.deepEqual(told({ given: 'William known as Wil', surname: 'Puw' }), ['william / puw', 'wil / puw'])
})

test('a family called Nee keeps its name', () => {
  assert.deepEqual(told({ given: 'Siobhán', surname: 'Nee' }), ['siobhan / nee'])
})

test('a child who has no name yet is a baby, and not called so', () => {
  for (const given of [
    'Baby',
    'BABY BOY',
    'Babi',
    'Twin 1',
    'twin two',
    'Boy',
    'Baby of Siân',
    'Gefell 2',
    'B/O Siân',
  ]) {
    const { names, isBaby } = readName({ given, surname: 'Jones' })
    assert.deepEqual([names.map(({ given, surname }) => `${given} / ${surname}`), isBaby], [[' / jones'], true], given)
  }
})

test('what is written for want of a name is none', () => {
  for (const filler of [
    'Unknown',
    'UNKNOWN',
    'N/A',
    'not known',
    'Anhysbys',
    'heb enw',
    'Test',
    'ZZZTest',
    'xxxx',
    '-',
    '?',
  ]) {
    assert.deepEqual(readName({ given: filler, surname: filler }).names, [], filler)
  }
})

test('names that look like fillers and are none stay', () => {
  assert.deepEqual(told({ given: 'Non E', surname: 'Na' }), ['non e / na'])
  assert.deepEqual(told({ given: 'Xi', surname: 'Xu' }), ['xi / xu'])
})

test('a file read with the wrong letters is read right', () => {
  assert.deepEqual(told({ given: 'SiÃ¢n', surname: 'Å´yn' }), ['sian / wyn'])
  assert.deepEqual(told({ given: 'Seán', surname: 'Oâ€™Brien' }), ['sean / obrien'])
})

function told(raw: RawName): string[] {
  return readName(raw).names.map(({ given, middle, surname }) => `${[given, ...middle].join(' ')} / ${surname}`)
}
