import { test } from 'node:test'
import { smoke } from '../run.ts'
import { tamper } from './tamper.ts'

test('whatever is done to the trail after it was sealed is found, and so is every fault sown into what finds it', async () => {
  await smoke('tamper', tamper)
})
