import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { WebSocket, WebSocketServer } from 'ws'
import { sendText } from './send.ts'

test('who reads slowly holds up one message and no more, and is told of in time', async t => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
  t.after(() => server.close())
  await once(server, 'listening')
  const reader = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const [socket] = (await once(server, 'connection')) as [WebSocket]
  await once(reader, 'open')
  const text = 'x'.repeat(1024 * 1024)
  assert.equal(await sendText(socket, text, 20_000), 'sent')
  reader.pause()
  let became = await sendText(socket, text, 500)
  // What the network itself holds is not ours to bound.
  for (let sent = 0; became === 'sent' && sent < 100; sent++) became = await sendText(socket, text, 500)
  assert.equal(became, 'slow')
  assert.ok(socket.bufferedAmount <= text.length + 100, String(socket.bufferedAmount))
  socket.terminate()
  assert.equal(await sendText(socket, text, 20_000), 'gone')
  reader.terminate()
})
