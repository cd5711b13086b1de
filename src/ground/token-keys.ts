import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** A private key as a JSON Web Key (RFC 7517), by its `kid`. */
export interface TokenKey {
  readonly kid: string
  readonly [member: string]: unknown
}

/** How many keys are kept: the one that signs, and those before it, so that what they signed can still be checked. */
const KEYS_MAX = 3
const MODULUS_BITS = 2048

/**
 * The keys that sign who somebody is for apps (RS256, as every such app must understand), the one that signs first. Made
 * at the first asking, in a file that nobody else may read. Throws when the file holds none.
 */
export function keepTokenKeys(file: string): readonly TokenKey[] {
  if (!existsSync(file)) {
    const aside = written(file, [newTokenKey()])
    try {
      linkSync(aside, file)
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
    } finally {
      rmSync(aside)
    }
  }
  const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys?: readonly TokenKey[] }
  if (keys === undefined || keys.length === 0) throw new Error(`${file} holds no keys`)
  return keys
}

/** Puts a new key before the others. A running product signs with it from its next start. Answers its name. */
export function rotateTokenKeys(file: string): string {
  const key = newTokenKey()
  renameSync(written(file, [key, ...keepTokenKeys(file)].slice(0, KEYS_MAX)), file)
  return key.kid
}

/** A new key, kept nowhere. */
export function newTokenKey(): TokenKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: MODULUS_BITS })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' }
}

/** Written aside and then named, so that it appears whole. */
function written(file: string, keys: readonly TokenKey[]): string {
  const aside = `${file}.new-${process.pid}`
  writeFileSync(aside, JSON.stringify({ keys }), { mode: 0o600, flush: true })
  return aside
}
