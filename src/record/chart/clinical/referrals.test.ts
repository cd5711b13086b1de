import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asSent, region } from '#test/kit.ts'
import { referralsOf } from './referrals.ts'

// The ward asks the reablement team to help Mair.
const here = await region()
await here.send('mair-referral.hl7')

test('whoever works with her reads who was asked to help, by whom and why, and so does she', async () => {
  for (const account of ['sioned-evans', 'mair-pritchard']) {
    const [asked, ...others] = await readBy(account)
    assert.deepEqual(others, [])
    assert.deepEqual(
      [asked?.what, asked?.from, asked?.to, asked?.madeOn, asked?.isUrgent, asked?.isWithdrawn],
      [
        'Reablement',
        'Ward Banw, Ysbyty Glan Hafren',
        ['Tîm Ailalluogi ac Adnoddau Cymunedol'],
        '2026-11-25',
        true,
        false,
      ],
    )
    assert.match(asked?.reasons[0] ?? '', /^Wedi cwympo gartref/)
  }
})

test('her landlord, to whom care is not open, reads nothing of it', async () => {
  assert.deepEqual(await readBy('ffion-gittins'), [])
})

test('one that was taken back says so', async () => {
  const cancelled = asSent('mair-referral.hl7').replaceAll('REF^I12', 'REF^I14').replaceAll('YGH0000419310', 'CANCELS')
  await here.send(cancelled.replaceAll('20261125113000', '20261125123000'))
  assert.equal((await readBy('sioned-evans'))[0]?.isWithdrawn, true)
})

async function readBy(account: string) {
  const read = await here.look(account, 'mair-pritchard', (tx, access) => referralsOf(tx, access, 5))
  return read.ok ? read.value : []
}
