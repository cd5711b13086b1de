import { test } from 'node:test'
import { smoke } from '../run.ts'
import { kill } from './kill.ts'

test('whatever is killed in the midst of messages, what was acknowledged is there, once and in order, and what would lose is seen', async () => {
  await smoke('kill', kill)
})
