import { test } from 'node:test'
import { decisionReplay } from './decision-replay.ts'
import { smoke } from './run.ts'

test('every decision that the trail tells of comes out the same again, and a rewritten past does not', async () => {
  await smoke('decision-replay', decisionReplay)
})
