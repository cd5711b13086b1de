import assert from 'node:assert/strict'
import { test } from 'node:test'
import { splitMessages } from './batch.ts'
import { exampleAdmission } from './example.ts'

test('a file of messages is cut where each begins', () => {
  const one = exampleAdmission()
  const two = exampleAdmission({ PID: 'PID|1||MSH|Tŷ' })
  for (const between of ['', '\r\n', '\n\n']) {
    const cut = splitMessages(Buffer.from(`${one}${between}${two}${between}`))
    assert.deepEqual(
      cut.map(message => message.toString()),
      [one.trimEnd(), two.trimEnd()],
    )
  }
})

test('the wrapping of a batch is not part of its messages', () => {
  const file = `\ufeffFHS|^~\\&|PAS\rBHS|^~\\&|PAS\r${exampleAdmission()}BTS|1\rFTS|1\r`
  assert.deepEqual(
    splitMessages(Buffer.from(file)).map(message => message.toString()),
    [exampleAdmission().trimEnd()],
  )
})

test('a file without messages has none', () => {
  assert.deepEqual(splitMessages(Buffer.from('name,born\nMair,1942\n')), [])
})
