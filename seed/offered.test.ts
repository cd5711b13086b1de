import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offeredAccounts } from './offered.ts'

test('eleven people are offered on the start page, in the order of the story', () => {
  assert.deepEqual(
    offeredAccounts().map(({ subject }) => subject),
    [
      'mair-pritchard',
      'elin-pritchard',
      'sioned-evans',
      'catrin-morgan',
      'ffion-gittins',
      'dewi-prosser',
      'alun-meredith',
      'steffan-howells',
      'gwenno-pryce',
      'beca-manuel',
      'gwyneth-maddocks',
    ],
  )
})
