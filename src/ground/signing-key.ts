import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Chance } from './chance.ts'
import { done, type Outcome, refused } from './outcome.ts'

/** An Ed25519 key that signs (RFC 8032). */
export interface SigningKey {
  /** SHA-256 of the public key, in hex: by this it is known and pinned. */
  readonly id: string
  /** SubjectPublicKeyInfo, DER: 44 bytes. */
  readonly publicKey: Buffer
  sign(text: string): Buffer
}

export type SigningKeyProblem = { readonly code: 'trailKeyWrong'; readonly file: string }

/** PKCS #8 (RFC 8410) up to the 32 bytes that are the key. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The key in a file, made there at the first asking, readable by nobody else. Refused when the file holds no such key. */
export function keepSigningKey(file: string, chance: Chance): Outcome<SigningKey, SigningKeyProblem> {
  if (!existsSync(file)) write(file, drawKey(chance).export({ type: 'pkcs8', format: 'pem' }).toString())
  try {
    const key = createPrivateKey(readFileSync(file))
    if (key.asymmetricKeyType === 'ed25519') return done(signingKey(key))
  } catch {
    // What cannot be read as a key is said as such, whatever it is instead.
  }
  return refused({ code: 'trailKeyWrong', file })
}

/** A new key, kept nowhere. */
export function newSigningKey(chance: Chance): SigningKey {
  return signingKey(drawKey(chance))
}

/** Whether the holder of a public key (SubjectPublicKeyInfo, DER) signed this very text. Anything else is no. */
export function hasSigned(publicKey: Buffer, text: string, signature: Buffer): boolean {
  try {
    const key = createPublicKey({ key: publicKey, type: 'spki', format: 'der' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, Buffer.from(text), key, signature)
  } catch {
    return false
  }
}

function signingKey(key: KeyObject): SigningKey {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const id = createHash('sha256').update(publicKey).digest('hex')
  return { id, publicKey, sign: text => sign(null, Buffer.from(text), key) }
}

function drawKey(chance: Chance): KeyObject {
  const seed = createHash('sha256').update(chance.secret()).digest()
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), type: 'pkcs8', format: 'der' })
}

/** Written aside and then named: it appears whole, and of two that start at once the second reads the first one's. */
function write(file: string, text: string): void {
  const aside = `${file}.new-${process.pid}`
  writeFileSync(aside, text, { mode: 0o600, flush: true })
  try {
    linkSync(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside)
  }
}
