import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standardEmails, standardPhones } from './contact.ts'

test('a telephone number is its last nine digits, with and without the country', () => {
  for (const text of [
    '01632 960201',
    '+44 1632 960201',
    '0044 (0)1632 960201',
    '(01632) 960-201',
    '1632960201',
    '01632 960201 ext 12',
  ]) {
    assert.deepEqual(standardPhones([text]), ['632960201'], text)
  }
})

test('two numbers in one field are two numbers, and one twice is one', () => {
  assert.deepEqual(standardPhones(['01632 960201 / 07700 900131', '07700900131']), ['632960201', '700900131'])
})

test('numbers typed for want of one, and pieces of numbers, are none', () => {
  for (const text of [
    '07000 000000',
    '00000000000',
    '07777 777777',
    '07123456789',
    '960201',
    'none',
    '',
    '01234567890',
  ]) {
    assert.deepEqual(standardPhones([text]), [], text)
  }
})

test('an e-mail address is the mailbox it reaches', () => {
  assert.deepEqual(standardEmails(['Mair@Post.example ', 'mailto:mair@post.example', 'mair+nhs@post.example']), [
    'mair@post.example',
  ])
  assert.deepEqual(standardEmails(['mair.pritchard@googlemail.com']), ['mairpritchard@gmail.com'])
})

test('an address that is nobody’s, or an office’s, is no address of a person', () => {
  for (const text of [
    'noemail@noemail.com',
    'none@none.com',
    'info@tai.example',
    'swyddfa@tai.example',
    'no@email',
    'test@post.example',
    'mair',
  ]) {
    assert.deepEqual(standardEmails([text]), [], text)
  }
})
