import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sow } from '../sow.ts'
import { FACES, MUTANTS, readMutants } from './mutants.ts'

test('a fault is read with its name, what it takes out, what it puts there, and where else', () => {
  const text = '# a.ts\n\nit leaks\n- one\n-   two\n+ three\n@ b.ts\n- four\n\nit shuts\n- five\n'
  assert.deepEqual(readMutants(text), [
    {
      name: 'it leaks',
      changes: [
        { file: 'a.ts', from: 'one\n  two', to: 'three' },
        { file: 'b.ts', from: 'four', to: '' },
      ],
    },
    { name: 'it shuts', changes: [{ file: 'a.ts', from: 'five', to: '' }] },
  ])
  assert.throws(() => readMutants('# a.ts\n\nit does nothing\n+ one\n'), /takes nothing out/)
})

test('every fault that is known has a name of its own and stands in the product as it is now', () => {
  const names = FACES.flatMap(face => MUTANTS[face].map(({ name }) => name))
  assert.equal(new Set(names).size, names.length)
  for (const { changes } of [...MUTANTS.decision, ...MUTANTS.predicate]) sow(changes)
})
