import { test } from 'node:test'
import { smoke } from '../run.ts'
import { searchMetamorphic } from './search-metamorphic.ts'

test('a search finds what somebody would who read everything, in whatever words, order and pages it is asked', async () => {
  await smoke('search-metamorphic', searchMetamorphic)
})
