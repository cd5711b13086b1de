import assert from 'node:assert/strict'
import { test } from 'node:test'
import { soundex } from './soundex.ts'
import { welshKey } from './welsh-key.ts'

/** Examples of the US National Archives, and of D. Knuth, The Art of Computer Programming 3, 6.4. */
const PUBLISHED: Readonly<Record<string, string>> = {
  washington: 'w252',
  lee: 'l000',
  gutierrez: 'g362',
  pfister: 'p236',
  jackson: 'j250',
  tymczak: 't522',
  ashcraft: 'a261',
  robert: 'r163',
  rupert: 'r163',
  rubin: 'r150',
  euler: 'e460',
  ellery: 'e460',
  hilbert: 'h416',
  knuth: 'k530',
  lloyd: 'l300',
  lukasiewicz: 'l222',
}

test('a surname sounds as the National Archives index it', () => {
  for (const [name, code] of Object.entries(PUBLISHED)) assert.equal(soundex(name), code, name)
  assert.equal(soundex(''), '')
})

test('what is one sound in Welsh and in English has one key', () => {
  const alike = [
    ['llewelyn', 'lewellyn', 'llywelyn'],
    ['dafydd', 'davith', 'davydd'],
    ['huws', 'hughes'],
    ['rhys', 'rees', 'reece', 'price', 'prys'],
    ['pritchard', 'richard'],
    ['bowen', 'owen'],
    ['bevan', 'evan', 'ifan'],
    ['gwyn', 'wyn', 'wynne'],
    ['ffransis', 'francis'],
  ]
  for (const names of alike) assert.equal(new Set(names.map(welshKey)).size, 1, names.map(welshKey).join())
  assert.notEqual(welshKey('jones'), welshKey('davies'))
})
