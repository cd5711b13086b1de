import { test } from 'node:test'
import { decisionEquality } from './decision-equality.ts'
import { smoke } from './run.ts'

test('the decision, the predicate and an independent reading of the page say the same, and see the faults sown', async () => {
  await smoke('decision-equality', decisionEquality)
})
