import { test } from 'node:test'
import { smoke } from '../run.ts'
import { revocation } from './revocation.ts'

test('once somebody has said no, nobody reads on, however many were reading', async () => {
  await smoke('revocation', revocation)
})
