import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultOfReason, REASON_LENGTH_MAX } from './reason.ts'

test('a sentence that says what is happening is a reason, in either language', () => {
  for (const words of [
    'Found on the floor, not answering. I need her medicines.',
    'Syrthiodd yn y gegin; nid yw’n ateb, a rhaid gwybod beth mae’n ei gymryd.',
    'Unconscious, hypo suspected, GCS 6',
  ])
    assert.equal(faultOfReason(words), undefined, words)
})

test('words that say nothing are none, however long they are made', () => {
  for (const words of [
    '',
    'care',
    'care care care care care care care',
    'CARE Care care cAre carecare',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'aaaa bbbb cccc dddd eeee ffff gggg',
    'asdfghjklasdfghjklasdfghjklasdfghjkl',
    '........................................',
    '                                        ',
    '🚑🚑🚑🚑🚑🚑🚑🚑🚑🚑🚑🚑🚑🚑🚑🚑🚑🚑🚑🚑🚑🚑',
  ])
    assert.equal(faultOfReason(words), 'emergency.wordsTooFew', words)
})

test('a reason is no letter', () => {
  const words = 'She is unconscious and nobody knows why. '
  assert.equal(faultOfReason(words.repeat(40)), 'emergency.wordsTooLong')
  assert.equal(faultOfReason(words.repeat(40).slice(0, REASON_LENGTH_MAX)), undefined)
})
