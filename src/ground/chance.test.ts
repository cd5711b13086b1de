import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { idFor, machineChance, repeatableChance } from './chance.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('the region planted twice has the same identifiers', () => {
  const [one, other] = [repeatableChance('region'), repeatableChance('region')]
  const drawn = Array.from({ length: 100 }, () => one.id())
  assert.deepEqual(
    drawn,
    Array.from({ length: 100 }, () => other.id()),
  )
  assert.equal(new Set(drawn).size, 100)
})

test('two seeds have nothing in common', () => {
  const [one, other] = [repeatableChance('region'), repeatableChance('a test')]
  const drawn = new Set(Array.from({ length: 100 }, () => one.id()))
  for (let draw = 0; draw < 100; draw++) assert.ok(!drawn.has(other.id()))
})

test('whatever a thing is called, its identifier is one that every system takes, and always the same', () => {
  fc.assert(
    fc.property(fc.string(), name => {
      assert.match(idFor(name), UUID)
      assert.equal(idFor(name), idFor(name))
    }),
  )
  assert.equal(idFor('person mair-pritchard'), '27a43a31-1821-5892-b764-cff86f2e4e90')
})

test('what the machine draws is never drawn again, and a secret is too long to be guessed', () => {
  const secrets = Array.from({ length: 100 }, () => machineChance.secret())
  assert.equal(new Set(secrets).size, 100)
  for (const secret of secrets) assert.match(secret, /^[\w-]{43}$/)
  assert.match(machineChance.id(), UUID)
  assert.notEqual(machineChance.id(), machineChance.id())
})
