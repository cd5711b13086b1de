import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ownPath, ownPathOf } from './return-to.ts'

const OURS = 'https://cydofal.invalid'

test('a page of ours is returned to, with its question', () => {
  for (const path of ['/', '/people/1/plan', '/people?name=Si%C3%B4n', '/plan#goals']) assert.equal(ownPath(path), path)
  assert.equal(ownPath('/pobl/Siôn'), '/pobl/Si%C3%B4n')
})

test('an address of another site, however it is dressed, becomes the front page', () => {
  for (const text of [
    undefined,
    '',
    'people',
    '//thief.example',
    '///thief.example',
    '/\\thief.example',
    '\\/thief.example',
    '/\t/thief.example',
    '/\n/thief.example',
    '/\r\nset-cookie: a=b',
    '/\u0085/thief.example',
    ' //thief.example',
    'https://thief.example',
    'https:thief.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/.//thief.example',
    '/..//thief.example',
    '/a/..//thief.example',
    '/%2e//thief.example',
    '/./\\thief.example',
    `/${'x'.repeat(3000)}`,
  ]) {
    assert.equal(ownPath(text), '/', JSON.stringify(text))
  }
})

test('whatever the text, a browser that follows the answer stays with us', () => {
  const odd = fc.array(
    fc.constantFrom('/', '\\', '.', '..', '%2e', '%2f', '%5c', ':', '@', '?', '#', '\t', '\n', 'a', 'thief.example'),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        odd.map(parts => parts.join('')),
        odd.map(parts => `/${parts.join('')}`),
        fc.string(),
      ),
      text => {
        const path = ownPath(text)
        assert.equal(new URL(path, OURS).origin, OURS)
        assert.match(path, /^\/[\x20-\x7e]*$/)
      },
    ),
    { numRuns: 5000 },
  )
})

test('of the page somebody came from, only one of ours counts', () => {
  assert.equal(ownPathOf(`${OURS}/people?name=a`, OURS), '/people?name=a')
  for (const address of [
    undefined,
    'https://thief.example/people',
    `${OURS}.thief.example/`,
    `${OURS}//thief.example`,
    'people',
  ]) {
    assert.equal(ownPathOf(address, OURS), '/')
  }
})
