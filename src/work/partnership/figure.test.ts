import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { figureOf } from './figure.ts'

test('Nobody can be recognised in a number: from 1 to 4 it is not told', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), count => assert.equal(figureOf(count), 'few')))
})

test('None is told as none, and five or more as they are', () => {
  assert.equal(figureOf(0), 0)
  fc.assert(fc.property(fc.integer({ min: 5 }), count => assert.equal(figureOf(count), count)))
})
