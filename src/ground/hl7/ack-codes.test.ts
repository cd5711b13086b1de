import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ackCodes } from './ack-codes.ts'

/** MSH-15, MSH-16, and the answers when it was accepted, was wrong, was rejected. */
const TABLE = `
  -  -  | AA    | AE    | AR
  AL -  | AA    | AE    | AR
  NE -  | AA    | AE    | AR
  ER -  | AA    | AE    | AR
  SU -  | AA    | AE    | AR
  -  AL | AA    | AE    | AR
  AL AL | CA AA | CE AE | CR AR
  NE AL | AA    | AE    | AR
  ER AL | AA    | CE AE | CR AR
  SU AL | CA AA | AE    | AR
  -  NE |       |       |
  AL NE | CA    | CE    | CR
  NE NE |       |       |
  ER NE |       | CE    | CR
  SU NE | CA    |       |
  -  ER |       | AE    | AR
  AL ER | CA    | CE AE | CR AR
  NE ER |       | AE    | AR
  ER ER |       | CE AE | CR AR
  SU ER | CA    | AE    | AR
  -  SU | AA    |       |
  AL SU | CA AA | CE    | CR
  NE SU | AA    |       |
  ER SU | AA    | CE    | CR
  SU SU | CA AA |       |
`

test('a sender is answered in the mode it asks for, and as often: every combination of MSH-15 and MSH-16', () => {
  const rows = TABLE.trim().split('\n')
  assert.equal(rows.length, 25)
  for (const row of rows) {
    const [asked = '', ...expected] = row.split('|').map(part => part.trim())
    const [accept = '', application = ''] = asked.split(/\s+/).map(value => (value === '-' ? '' : value))
    for (const [index, verdict] of (['accepted', 'error', 'rejected'] as const).entries()) {
      const codes = ackCodes(verdict, { accept, application })
      assert.equal(codes.join(' '), expected[index]?.replace(/\s+/g, ' '), `${asked} ${verdict}`)
    }
  }
})

test('what a sender asks is read without regard to case and blanks, and what nobody knows asks for nothing', () => {
  assert.deepEqual(ackCodes('accepted', { accept: ' al', application: 'Ne ' }), ['CA'])
  assert.deepEqual(ackCodes('accepted', { accept: '??', application: 'XX' }), [])
})
