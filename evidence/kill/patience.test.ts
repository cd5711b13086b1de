import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { acknowledgedAnew } from './patience.ts'
import type { Acknowledged } from './senders.ts'

const SAFE: Acknowledged = { told: { person: 1, step: 1 }, sentAt: 0, at: 0 }

test('senders who are answered slowly are waited for, and those who are not answered any more are told of', async () => {
  const acknowledged: Acknowledged[] = []
  const slow = (async () => {
    for (let answered = 0; answered < 6; answered++) {
      await wait(30)
      acknowledged.push(SAFE)
    }
  })()
  // Six answers take longer than any silence that is borne.
  await acknowledgedAnew([{ acknowledged, resent: 3 }], 6, 120)
  await slow
  assert.equal(acknowledged.length, 6)
  await assert.rejects(acknowledgedAnew([{ acknowledged, resent: 3 }], 1, 60), /not acknowledged any more.*6 and 3/)
})
