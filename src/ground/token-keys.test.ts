import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { keepTokenKeys, rotateTokenKeys } from './token-keys.ts'

test('keys are made once, for nobody else to read; a new one signs, and those before it can still be checked', t => {
  const folder = mkdtempSync(join(tmpdir(), 'token-keys-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'token-keys')
  const [first, ...none] = keepTokenKeys(file)
  assert.deepEqual([none, keepTokenKeys(file)[0]], [[], first])
  assert.equal(statSync(file).mode & 0o077, 0)
  const second = rotateTokenKeys(file)
  const kids = () => keepTokenKeys(file).map(({ kid }) => kid)
  assert.deepEqual(kids(), [second, first?.kid])
  const [third, fourth] = [rotateTokenKeys(file), rotateTokenKeys(file)]
  assert.deepEqual(kids(), [fourth, third, second])
  assert.equal(readFileSync(file, 'utf8').includes(String(first?.kid)), false)
})

test('a file that holds no keys is said as such', t => {
  const folder = mkdtempSync(join(tmpdir(), 'token-keys-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'token-keys')
  writeFileSync(file, '{"keys":[]}')
  assert.throws(() => keepTokenKeys(file), /holds no keys/)
})
