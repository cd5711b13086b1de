import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A certificate and its key, as PEM. */
export interface Certified {
  readonly cert: string
  readonly key: string
}

export interface Authority extends Certified {
  /** A certificate of an invented system, known by its name, which is also its DNS name. */
  issue(name: string): Certified
}

/** An invented authority, for a test: made anew each time, so that nothing in the repository can expire. */
export function inventedAuthority(name = 'An authority of Glan Hafren'): Authority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const signer = { name, key: keys.privateKey }
  return {
    cert: certificate(signer, { name, key: keys.publicKey, isAuthority: true }),
    key: pemOf(keys.privateKey),
    issue: subject => {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' })
      return {
        cert: certificate(signer, { name: subject, key: own.publicKey, isAuthority: false }),
        key: pemOf(own.privateKey),
      }
    },
  }
}

interface Named {
  readonly name: string
  readonly key: KeyObject
}

/** Source: RFC 5280, section 4.1, in DER. */
function certificate(issuer: Named, subject: Named & { readonly isAuthority: boolean }): string {
  const extensions = subject.isAuthority
    ? sequence(BASIC_CONSTRAINTS, TRUE, octets(sequence(TRUE)))
    : sequence(
        SUBJECT_ALT_NAME,
        octets(sequence(der(0x82, Buffer.from(subject.name)), der(0x87, Buffer.of(127, 0, 0, 1)))),
      )
  const body = sequence(
    der(0xa0, der(0x02, Buffer.of(2))),
    der(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)])),
    ECDSA_SHA256,
    nameOf(issuer.name),
    sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('491231235959Z'))),
    nameOf(subject.name),
    subject.key.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extensions)),
  )
  const signature = der(0x03, Buffer.of(0), sign('sha256', body, issuer.key))
  const whole = sequence(body, ECDSA_SHA256, signature).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${whole.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
}

function pemOf(key: KeyObject): string {
  return String(key.export({ type: 'pkcs8', format: 'pem' }))
}

function nameOf(commonName: string): Buffer {
  return sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(commonName)))))
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts)
}

function octets(inside: Buffer): Buffer {
  return der(0x04, inside)
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff]
  return Buffer.concat([Buffer.of(tag, ...length), body])
}

const TRUE = der(0x01, Buffer.of(0xff))
const COMMON_NAME = der(0x06, Buffer.from('550403', 'hex'))
const BASIC_CONSTRAINTS = der(0x06, Buffer.from('551d13', 'hex'))
const SUBJECT_ALT_NAME = der(0x06, Buffer.from('551d11', 'hex'))
const ECDSA_SHA256 = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')))
