import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { inventedAuthority } from '#test/certificates.ts'
import { connectMllp, type TlsOut } from './client.ts'
import { listenMllp } from './server.ts'

const authority = inventedAuthority()
const rota = authority.issue('localhost')
const another = authority.issue('pas.ysbyty.example')
const ours = authority.issue('cydofal.example')
const bytes = ({ cert, key }: { cert: string; key: string }) => ({ cert: Buffer.from(cert), key: Buffer.from(key) })
const TRUSTING: TlsOut = { ca: Buffer.from(authority.cert), ...bytes(ours) }
const MESSAGE = Buffer.from('MSH|^~\\&|CYDOFAL||ROTA|C|20261122||ADT^A01|ID1|P|2.5.1\r')

/** A partner's receiver inside TLS, which hears nobody without a certificate that the authority vouches for. */
async function receiver(t: TestContext, keys: { cert: string; key: string }) {
  const named: (readonly string[] | undefined)[] = []
  const listener = await listenMllp({
    ...{ port: 0, host: '127.0.0.1', keys: { ...keys, ca: authority.cert } },
    limits: { frameBytesMax: 1000, connectionsMax: 20, connectionsPerAddressMax: 4, idleSecondsMax: 5 },
    async receive(_, peer) {
      named.push(peer.certificate)
      return [Buffer.from('MSH|^~\\&|ROTA|C|CYDOFAL||20261122||ACK|R1|P|2.5.1\rMSA|AA|ID1\r')]
    },
    fault: async () => [],
  })
  t.after(() => listener.close())
  return { port: listener.port, named }
}

async function send(port: number, tls: TlsOut) {
  const link = await connectMllp({ host: 'localhost', port, timeoutSeconds: 5, tls })
  if (!link.ok) return link.problem
  const sent = await link.value.send(MESSAGE)
  link.value.close()
  return sent.ok ? sent.value.code : sent.problem
}

test('a message leaves inside TLS, and we are known by our certificate', async t => {
  const { port, named } = await receiver(t, rota)
  assert.equal(await send(port, TRUSTING), 'AA')
  assert.equal(named[0]?.[1], 'CN:cydofal.example')
})

test('a receiver with another host’s certificate is refused by name, and nothing is sent to it', async t => {
  const { port, named } = await receiver(t, another)
  assert.equal(await send(port, TRUSTING), 'mllp.wrongHost')
  assert.deepEqual(named, [])
})

test('one for which nobody vouches whom we trust is refused, and so are we without a certificate', async t => {
  const { port, named } = await receiver(t, rota)
  assert.equal(await send(port, { ...TRUSTING, ca: Buffer.from(inventedAuthority().cert) }), 'mllp.untrusted')
  assert.match(await send(port, { ca: TRUSTING.ca }), /^mllp\.(cut|noConnection|timeout)$/)
  assert.deepEqual(named, [])
})
