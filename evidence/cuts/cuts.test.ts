import { test } from 'node:test'
import { smoke } from '../run.ts'
import { cuts } from './cuts.ts'

test('wherever a connection is cut and whatever the clock says, nothing is lost or doubled, and numbers only rise', async () => {
  await smoke('cuts', cuts)
})
