import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { machineChance, repeatableChance } from './chance.ts'
import { hasSigned, keepSigningKey, newSigningKey } from './signing-key.ts'

const folder = mkdtempSync(join(tmpdir(), 'cydofal-key-'))
after(() => rmSync(folder, { recursive: true }))

test('the key is made once, is read by nobody else, and is the same from then on', () => {
  const file = join(folder, 'trail-key')
  const made = keepSigningKey(file, machineChance)
  const read = keepSigningKey(file, machineChance)
  assert.ok(made.ok && read.ok)
  assert.equal(read.value.id, made.value.id)
  assert.equal(statSync(file).mode & 0o777, 0o600)
  assert.match(readFileSync(file, 'utf8'), /^-----BEGIN PRIVATE KEY-----/)
})

test('a file that holds no such key is named, and left as it is', () => {
  const file = join(folder, 'shopping')
  writeFileSync(file, 'milk, bread')
  assert.deepEqual(keepSigningKey(file, machineChance), { ok: false, problem: { code: 'trailKeyWrong', file } })
  assert.equal(readFileSync(file, 'utf8'), 'milk, bread')
})

test('what one key signed, that key alone has signed, and nothing but that', () => {
  const [mine, theirs] = [newSigningKey(repeatableChance('mine')), newSigningKey(repeatableChance('theirs'))]
  const signature = mine.sign('the head')
  assert.ok(hasSigned(mine.publicKey, 'the head', signature))
  assert.ok(!hasSigned(mine.publicKey, 'the hea', signature))
  assert.ok(!hasSigned(theirs.publicKey, 'the head', signature))
  assert.ok(!hasSigned(Buffer.from('no key'), 'the head', signature))
  assert.ok(!hasSigned(mine.publicKey, 'the head', Buffer.alloc(3)))
  assert.notEqual(mine.id, theirs.id)
})
