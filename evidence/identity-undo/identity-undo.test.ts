import { test } from 'node:test'
import { smoke } from '../run.ts'
import { identityUndo } from './identity-undo.ts'

test('what was joined and undone is as if it had never been joined', async () => {
  await smoke('identity-undo', identityUndo)
})
