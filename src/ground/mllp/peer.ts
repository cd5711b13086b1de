import { BlockList, isIP, isIPv6, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'

/** Who is at the other end of a connection. */
export interface Peer {
  readonly address: string
  readonly port: number
  /** The names of the certificate that was shown and vouched for. Undefined without one. */
  readonly certificate?: readonly string[] | undefined
}

/** Who is at the other end of a socket. */
export function peerOf(socket: Socket): Peer {
  return { address: addressOf(socket), port: socket.remotePort ?? 0, certificate: certificateOf(socket) }
}

/** The network address of the other end; one of IPv4 in its own form, however the socket writes it. */
export function addressOf(socket: Socket): string {
  return (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/, '')
}

/**
 * Whether an address is among those listed: each an address, or a network as `10.1.0.0/16`. What is neither lets nobody
 * in.
 */
export function isAmong(address: string, listed: readonly string[]): boolean {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4'
  return isIP(address) !== 0 && listOf(listed).check(address, family)
}

function listOf(listed: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of listed) {
    const [network = '', bits] = entry.trim().split('/')
    const family = isIPv6(network) ? 'ipv6' : 'ipv4'
    const isNetwork = bits !== undefined && /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 'ipv6' ? 128 : 32)
    if (isIP(network) === 0 || (bits !== undefined && !isNetwork)) continue
    if (isNetwork) list.addSubnet(network, Number(bits), family)
    else list.addAddress(network, family)
  }
  return list
}

/**
 * By what names a certificate is known: `SHA256:` and its fingerprint without colons, its common name, and its
 * alternative names as they are written there (`DNS:pas.ysbyty.example`, `IP Address:10.1.2.3`).
 */
function certificateOf(socket: Socket): string[] | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined
  const { fingerprint256, subject, subjectaltname } = socket.getPeerCertificate()
  if (fingerprint256 === undefined) return undefined
  const names = [subject?.CN ?? []].flat().map(name => `CN:${name}`)
  // A comma within a name is quoted there, and such a name is not offered.
  const others = subjectaltname?.includes('"') ? [] : (subjectaltname?.split(', ') ?? [])
  return [`SHA256:${fingerprint256.replaceAll(':', '')}`, ...names, ...others]
}
