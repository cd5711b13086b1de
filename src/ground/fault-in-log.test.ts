import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultInLog } from './fault-in-log.ts'

test('whoever runs Cydofal reads what kind of fault it was and where, and nothing of anybody', () => {
  const fault = Object.assign(new Error('duplicate key: Mair Pritchard\n    at her kitchen table'), {
    code: '23505',
    detail: 'Key (nhs_number)=(9990000018) is there already.',
  })
  fault.stack = `Error: ${fault.message}\n    at keepRecord (src/record/person/keep.ts:12:3)`
  const told = faultInLog(fault)
  assert.equal(told.kind, 'Error')
  assert.equal(told.code, '23505')
  assert.deepEqual(told.at, ['keepRecord (src/record/person/keep.ts:12:3)'])
  assert.doesNotMatch(JSON.stringify(told), /Mair|9990000018|kitchen/)
})

test('whatever else is thrown is told by what it is, and a code that is no code is not told', () => {
  assert.deepEqual(faultInLog('Mair Pritchard'), { kind: 'string', at: [] })
  assert.equal(faultInLog(Object.assign(new Error('x'), { code: 'Mair Pritchard' })).code, undefined)
})
