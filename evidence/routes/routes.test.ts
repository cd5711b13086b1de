import { test } from 'node:test'
import { smoke } from '../run.ts'
import { routes } from './routes.ts'

test('every route answers whom it declares, and nobody else, in every state of a session', async () => {
  await smoke('routes', routes)
})
