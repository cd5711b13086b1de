import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Key, sayIn } from '#ground/language/say.ts'
import { answerForm, type ItemForm, stanceForm, wordsForm } from './item-forms.ts'

test('words are read without the spaces around them, and with line ends as one character', () => {
  const read = wordsForm.fields.parse({ version: '3', key: 'k', words: ' Un\r\nDau ', language: 'cy', why: '' })
  assert.deepEqual(read, { version: 3, key: 'k', words: 'Un\nDau', language: 'cy', why: '' })
})

test('empty words, no language and too long a reason are each told at their own field', () => {
  assert.deepEqual(problems(wordsForm, { version: '1', words: ' ', why: 'x'.repeat(4001) }), {
    words: 'plan.wordsMissing',
    language: 'plan.languageMissing',
    why: 'plan.wordsTooLong',
  })
})

test('a version that is no number counts as never read, so nothing can be overwritten by it', () => {
  assert.equal(wordsForm.fields.parse({ version: 'x', words: 'a', language: 'en' }).version, 0)
})

test('agreement needs no words; disagreement does', () => {
  assert.deepEqual(problems(stanceForm, { version: '1', agrees: 'yes' }), {})
  assert.deepEqual(problems(stanceForm, { version: '1', agrees: 'no', words: ' \r\n' }), { words: 'plan.whyMissing' })
  assert.deepEqual(problems(stanceForm, { version: '1' }), { agrees: 'plan.agreesMissing' })
})

test('an answer is yes or no', () => {
  assert.deepEqual(problems(answerForm, { version: '1', accepted: 'perhaps' }), { accepted: 'plan.answerMissing' })
})

/** The first problem of each field, each of which can be said in both languages. */
function problems<Fields>({ fields }: ItemForm<Fields>, typed: Record<string, string>): Record<string, string> {
  const read = fields.safeParse(typed)
  const found: Record<string, string> = {}
  for (const { path, message } of read.error?.issues ?? []) {
    found[String(path[0])] ??= message
    for (const language of ['en', 'cy'] as const) assert.notEqual(sayIn(language).plain(message as Key), '')
  }
  return found
}
