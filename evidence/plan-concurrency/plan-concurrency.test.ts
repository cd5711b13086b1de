import { test } from 'node:test'
import { smoke } from '../run.ts'
import { planConcurrency } from './plan-concurrency.ts'

test('of eight who act on one plan at once nobody loses a word, and each is answered as if they had come in turn', async () => {
  await smoke('plan-concurrency', planConcurrency)
})
