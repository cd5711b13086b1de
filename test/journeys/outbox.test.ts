import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, type TestContext, test } from 'node:test'
import type { Page } from 'playwright-core'
import { receiveFrame } from '#door/feeds/hl7/receive.ts'
import { messageOf, openReceiver, type Receiver } from '#door/outbox/test-receiver.ts'
import { transactionInTurn } from '#ground/db/store.ts'
import { asSent } from '#test/kit.ts'
import { queueOutgoing } from '#work/outbox/queue.ts'
import { subscribe } from '#work/telling/subscription/keep.ts'
import { letInLandlord } from '#work/telling/test-partner.ts'
import { violationsOf } from './axe.ts'
import { DESK, faultsOf, PHONE, visit } from './browser.ts'
import { product, type RunningProduct } from './product.ts'

// Cannwyll’s rota system is let in at /outbox/register, refuses something, is down, and is well again. Steffan deals with it
// at /outbox and /outbox/letters/:outgoing, and says at /outbox/destinations/:destination/told of what it is told; Meinir, who
// answers for privacy, confirms the address.
let running: RunningProduct
let receiver: Receiver
let steffan: Page
let meinir: Page

before(async () => {
  running = await product()
  receiver = await openReceiver()
  steffan = await visit(running.url, { as: 'steffan-howells', width: DESK })
  meinir = await visit(running.url, { as: 'meinir-ellis', language: 'cy', width: PHONE, scripts: false })
})
after(async () => {
  await running.stop()
  await receiver.stop()
})

test('the officer registers the rota system, is told what is missing, and may not confirm it', async () => {
  await steffan.goto(`${running.url}/outbox`)
  assert.match(await textOf(steffan), /No partner’s system is registered/)
  await steffan.getByRole('link', { name: 'Register a partner’s system' }).click()
  await steffan.getByLabel('What is it called?').fill('ROTA')
  await steffan.getByRole('button', { name: 'Register' }).click()
  assert.match(await textOf(steffan), /Choose whose system it is/)
  assert.deepEqual(await violationsOf(steffan), [])
  await steffan.getByLabel('Whose system is it?').selectOption({ label: 'Cannwyll Care' })
  await steffan.getByLabel('HL7 over MLLP').check()
  await steffan.getByLabel('Address').fill(receiver.address)
  await steffan.getByLabel('For which job there is it registered?').selectOption({ label: 'care worker' })
  await steffan.getByRole('button', { name: 'Register' }).click()
  assert.match(await textOf(steffan), /Not confirmed/)
  assert.equal(await steffan.getByRole('button', { name: 'Confirm that this address is right' }).count(), 0)
})

test('nothing is sent until somebody else has confirmed the address, in Welsh, on a telephone without scripts', async () => {
  await queue('J1')
  await meinir.goto(`${running.url}/outbox`)
  assert.deepEqual(receiver.took, [])
  await meinir.getByRole('button', { name: 'Cadarnhau bod y cyfeiriad hwn yn gywir' }).click()
  assert.match(await textOf(meinir), /Cadarnhawyd y cyfeiriad/)
  await until(() => receiver.took.length === 1)
})

test('the officer says of what it is told and why, each version is kept, and whoever answers for privacy reads it', async () => {
  await steffan.goto(`${running.url}/outbox`)
  await steffan.getByRole('link', { name: 'What it is told of' }).click()
  assert.match(await textOf(steffan), /It is told of nothing yet/)
  await steffan.getByLabel('Going into hospital').check()
  await steffan.getByRole('button', { name: 'Save what it is told of' }).click()
  assert.match(await textOf(steffan), /Say why/)
  assert.equal(await steffan.getByLabel('Going into hospital').isChecked(), true)
  await steffan.getByLabel('Why?').fill('They hold visits by it')
  await steffan.getByRole('button', { name: 'Save what it is told of' }).click()
  assert.match(await textOf(steffan), /Version 1 ?Going into hospital ?They hold visits by it/)
  const told = new URL(steffan.url()).pathname
  await isRight(steffan, told)
  await meinir.goto(`${running.url}${told}`)
  assert.match(await textOf(meinir), /Mynd i’r ysbyty/)
  assert.equal(await meinir.getByRole('checkbox').count(), 0)
})

test('what the receiver will not take waits for the officer, who sends it again when they have put it right there', async () => {
  receiver.manners.push('AR')
  await queue('J2')
  await letterAt('The receiver will not take it.')
  await steffan.getByRole('link', { name: 'The receiver will not take it.' }).click()
  assert.match(await textOf(steffan), /ADT\^A01\|J2/)
  assert.match(await textOf(steffan), /AR: as asked/)
  await isRight(steffan, new URL(steffan.url()).pathname)
  await steffan.getByRole('button', { name: 'Send it again' }).click()
  assert.match(await textOf(steffan), /It is being sent again/)
  await until(() => receiver.took.includes('J2'))
})

test('what has been dealt with in another way is given up, with a reason', async () => {
  receiver.manners.push('AR')
  await queue('J3')
  await letterAt('The receiver will not take it.')
  await steffan.getByRole('link', { name: 'The receiver will not take it.' }).click()
  await steffan.getByRole('button', { name: 'Give it up' }).click()
  assert.match(await textOf(steffan), /Say why/)
  await steffan.getByLabel('How has it been dealt with instead?').fill('We rang the rota office')
  await steffan.getByRole('button', { name: 'Give it up' }).click()
  assert.match(await textOf(steffan), /Nothing waits for somebody to deal with it/)
})

test('while the system is down the page says since when and what came back, and when it is back all arrives', async () => {
  const port = Number(receiver.address.split(':')[1])
  await receiver.stop()
  await queue('J4')
  await letterAt('What came back last: No connection')
  assert.match(await textOf(steffan), /Nothing arrives since/)
  await isRight(steffan, '/outbox')
  receiver = await openReceiver({ port })
  await until(() => receiver.took.includes('J4'))
  // It took it in before we have noted that it did.
  await until(async () => {
    await steffan.goto(`${running.url}/outbox`)
    return !/Nothing arrives since/.test(await textOf(steffan))
  })
  assert.match(await textOf(steffan), /The counts balance/)
})

test('a pause keeps what waits, says why, and its end sends it', async () => {
  await steffan.getByText('Pause or close').click()
  await steffan.getByLabel('Why is it paused?').fill('They move to a new server tonight')
  await steffan.getByRole('button', { name: 'Pause' }).click()
  assert.match(await textOf(steffan), /Paused.*They move to a new server tonight/)
  await queue('J5')
  await meinir.goto(`${running.url}/outbox`)
  assert.match(await textOf(meinir), /Wedi’i oedi/)
  await isRight(await visit(running.url, { as: 'meinir-ellis', language: 'cy' }), '/outbox')
  assert.equal(receiver.took.includes('J5'), false)
  await steffan.getByRole('button', { name: 'Send again' }).click()
  await until(() => receiver.took.includes('J5'))
})

test('a landlord’s system that has subscribed is greeted and then told that Mair is in hospital, and the page says how it goes', async t => {
  const heard = await hearing(t)
  const id = await transactionInTurn(running.store, async tx => {
    const id = await letInLandlord(tx, { carrier: 'https', address: heard.origin, settings: { client: 'gwennol' } })
    const asked = { topic: 'admission', endpoint: `${heard.origin}hook`, content: 'full-resource', reason: '' } as const
    const rest = {
      channel: 'rest-hook',
      patient: undefined,
      heartbeatSeconds: undefined,
      endsAt: undefined,
      authorization: 'Bearer shown',
    } as const
    assert.ok((await subscribe(tx, 'gwennol', { ...asked, ...rest })).ok)
    return id
  })
  await until(() => heard.said.length === 1)
  await receiveFrame(running.store, Buffer.from(asSent('mair-admitted.hl7')), '127.0.0.1')
  await until(() => heard.said.length === 2)
  assert.match(heard.said[0] ?? '', /^Bearer shown .*"handshake"/)
  assert.match(heard.said[1] ?? '', /^Bearer shown .*"event-notification".*"Encounter".*Pritchard/)
  await steffan.goto(`${running.url}/outbox/destinations/${id}/told`)
  assert.match(await textOf(steffan), /Active.*all that is open.*hook/)
  await isRight(steffan, `/outbox/destinations/${id}/told`)
})

test('one that does not arrive says since when and why; the officer has it tried now, and turns another off with a reason', async t => {
  const heard = await hearing(t)
  heard.status = 410
  const id = await transactionInTurn(running.store, async tx => {
    const settings = { client: 'rota-2' }
    const id = await letInLandlord(tx, { name: 'GWENNOL2', carrier: 'https', address: heard.origin, settings })
    const rest = {
      patient: undefined,
      heartbeatSeconds: undefined,
      endsAt: undefined,
      authorization: undefined,
    } as const
    const asked = { content: 'id-only', reason: '', ...rest } as const
    const posted = { ...asked, topic: 'discharge', channel: 'rest-hook', endpoint: `${heard.origin}hook` } as const
    const listened = { ...asked, topic: 'death', channel: 'websocket', endpoint: undefined } as const
    assert.ok((await subscribe(tx, 'rota-2', posted)).ok)
    assert.ok((await subscribe(tx, 'rota-2', listened)).ok)
    return id
  })
  const page = `/outbox/destinations/${id}/told`
  await until(async () => {
    await steffan.goto(`${running.url}/outbox`)
    return /1 thing it has subscribed to does not arrive/.test(await textOf(steffan))
  })
  await steffan.goto(`${running.url}${page}`)
  assert.match(await textOf(steffan), /Nothing arrives since.*The receiver will not take it.*It listens itself/)
  await isRight(steffan, page)
  await isRight(await visit(running.url, { as: 'meinir-ellis', language: 'cy', width: PHONE }), page)
  heard.status = 200
  await steffan.getByRole('button', { name: 'Try again now' }).click()
  await until(() => heard.said.length === 2)
  await until(async () => {
    await steffan.goto(`${running.url}${page}`)
    return !/Nothing arrives/.test(await textOf(steffan))
  })
  await steffan.getByText('Turn this subscription off').first().click()
  await steffan.getByLabel('Why is it turned off?').first().fill('They look after those homes no longer')
  await steffan.getByRole('button', { name: 'Turn this subscription off' }).first().click()
  assert.match(await textOf(steffan), /The subscription is turned off.*Ended/)
})

/** A partner's own endpoint on this machine, and what it was sent, with what it was shown. */
async function hearing(t: TestContext): Promise<Hearing> {
  const said: string[] = []
  const server = createServer(async (request, response) => {
    said.push(`${request.headers.authorization} ${await text(request)}`)
    response.writeHead(heard.status).end()
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  t.after(() => server.close())
  const heard: Hearing = { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, said, status: 200 }
  return heard
}

interface Hearing {
  readonly origin: string
  readonly said: readonly string[]
  /** What it answers. */
  status: number
}

/** Queues a message for the rota system. */
async function queue(controlId: string): Promise<void> {
  await transactionInTurn(running.store, async tx => {
    const { id } = await tx.db
      .selectFrom('destination')
      .select('id')
      .where('name', '=', 'ROTA')
      .executeTakeFirstOrThrow()
    await queueOutgoing(tx, {
      destinationId: id,
      key: controlId,
      kind: 'stay-message',
      body: messageOf(controlId),
      contentType: 'x-application/hl7-v2+er7',
      order: 'Mair',
    })
  })
}

/** Opens the page until it says this: what is sent is sent beside it. */
async function letterAt(words: string): Promise<void> {
  await until(async () => {
    await steffan.goto(`${running.url}/outbox`)
    return (await textOf(steffan)).includes(words)
  })
}

async function until(so: () => boolean | Promise<boolean>): Promise<void> {
  for (let looked = 0; looked < 200; looked++) {
    if (await so()) return
    await steffan.waitForTimeout(100)
  }
  assert.fail('it never came to be so')
}

/** Right for a screen reader, with nothing to scroll sideways on a telephone, and no script that fails. */
async function isRight(page: Page, path: string): Promise<void> {
  for (const width of [PHONE, DESK]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${running.url}${path}`)
    assert.deepEqual(await violationsOf(page), [])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
    assert.equal(wide, false, `${path} scrolls sideways at ${width}`)
  }
  assert.deepEqual(faultsOf(page), [])
}

async function textOf(page: Page): Promise<string> {
  return ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ')
}
