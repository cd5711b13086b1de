import { test } from 'node:test'
import { smoke } from '../run.ts'
import { hostileInput } from './hostile-input.ts'

test('whatever comes, nothing breaks: it is taken in, put aside or refused with a reason, and kept as it came', async () => {
  await smoke('hostile-input', hostileInput)
})
