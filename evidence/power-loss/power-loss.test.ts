import { test } from 'node:test'
import { smoke } from '../run.ts'
import { canRecord } from './attach.ts'
import { powerLoss } from './power-loss.ts'

// Where everything is checked it must be there, or the test fails and says so.
const absent = canRecord() || process.env.CI !== undefined ? false : 'strace is not on this machine'

test('when the power goes, what was acknowledged is there, and a database that does not sync is seen to lose', {
  skip: absent,
}, async () => {
  await smoke('power-loss', powerLoss)
})
