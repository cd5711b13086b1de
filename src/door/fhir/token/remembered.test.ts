import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Checked, RememberedTokens } from './remembered.ts'

const BEGIN = Date.UTC(2026, 2, 4, 9) / 1000
const at = (seconds: number) => new Date((BEGIN + seconds) * 1000)

/** Counts how often a token is checked. */
function checking(subject: string, endsAfter = 3600) {
  const counted = { times: 0 }
  const check = async (): Promise<Checked<string>> => {
    counted.times++
    return { said: subject, ends: BEGIN + endsAfter }
  }
  return { counted, check }
}

test('a token is checked again a minute after it was, and as soon as it has ended', async () => {
  const [long, short] = [checking('mair'), checking('elin', 20)]
  const tokens = new RememberedTokens<string>()
  for (const seconds of [0, 1, 59, 60, 61]) await tokens.saidBy('a.b.c', 'x', at(seconds), long.check)
  assert.equal(long.counted.times, 2)
  for (const seconds of [0, 19, 20]) await tokens.saidBy('d.e.f', 'x', at(seconds), short.check)
  assert.equal(short.counted.times, 2)
})

test('a clock that was set back has a token checked again', async () => {
  const { counted, check } = checking('mair')
  const tokens = new RememberedTokens<string>()
  for (const seconds of [30, 0]) await tokens.saidBy('a.b.c', 'x', at(seconds), check)
  assert.equal(counted.times, 2)
})

test('another token, or the same for another issuer, is never taken for the one that was checked', async () => {
  const tokens = new RememberedTokens<string>()
  for (const [token, whose] of [
    ['a.b.c', 'x'],
    ['a.b.d', 'x'],
    ['a.b.c', 'y'],
  ] as const) {
    const { counted, check } = checking(`${token} ${whose}`)
    assert.equal(await tokens.saidBy(token, whose, at(0), check), `${token} ${whose}`)
    assert.equal(counted.times, 1)
  }
})

test('a token that was refused is checked each time', async () => {
  const tokens = new RememberedTokens<string>()
  const { counted, check } = checking('mair')
  const refuse = async (): Promise<Checked<string>> => {
    await check()
    throw new Error('refused')
  }
  for (const seconds of [0, 1]) await assert.rejects(tokens.saidBy('a.b.c', 'x', at(seconds), refuse), /refused/)
  assert.equal(counted.times, 2)
})
