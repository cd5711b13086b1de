import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES, sayIn } from '#ground/language/say.ts'
import { alertOf } from './alert-codes.ts'
import { CODE_LISTS, type CodeListName } from './code-system.ts'
import { type CodeList, codeOf } from './codes.ts'
import { plain } from './columns.ts'

test('every word that is said for a code, in either language, is taken for that code when it comes in a file', () => {
  const wrong: string[] = []
  for (const [name, list] of Object.entries(CODE_LISTS) as [CodeListName, CodeList][])
    for (const code of Object.keys(list))
      for (const language of LANGUAGES) {
        const word = sayIn(language).code(name, code)
        if (codeOf(list, plain(word)) !== code) wrong.push(`${name} ${code}: ${plain(word)}`)
      }
  assert.deepEqual(wrong, [])
})

test('no word means two codes of a list', () => {
  for (const list of Object.values(CODE_LISTS) as CodeList[]) {
    const words = Object.values(list).flat()
    assert.equal(new Set(words).size, words.length, words.join())
  }
})

test('what a landlord knows of somebody’s health, abuse or crime is of no class that is about housing', () => {
  for (const code of [
    'MED2.01',
    'PREG1.02',
    'MH1.07',
    'MH2.02',
    'RISK1.03',
    'RISK2.04',
    'RISK5.01',
    'SAF1.01',
    'COMM1.06',
  ])
    assert.notEqual(alertOf(code)?.dataClass, 'housing-and-tenancy', code)
  for (const code of ['RISK2.01', 'COMM1.09', 'risk3.03 '])
    assert.equal(alertOf(code)?.dataClass, 'housing-and-tenancy', code)
})

test('a code that is in no group, or came later than the list we know, is not guessed at', () => {
  for (const code of ['', 'MED1', 'MED1.06', 'MED1.00', 'RISK9.01', 'toString', '__proto__', 'MED1.1'])
    assert.equal(alertOf(code), undefined, code)
})
