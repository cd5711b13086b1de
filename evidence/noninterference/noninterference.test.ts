import { test } from 'node:test'
import { smoke } from '../run.ts'
import { noninterference } from './noninterference.ts'

test('nothing can be learnt of what one may not see, wherever one asks', async () => {
  await smoke('noninterference', noninterference)
})
