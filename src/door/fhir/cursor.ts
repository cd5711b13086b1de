import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'

/** Marks where a reader is in a long answer, so that nobody else can use the mark, read it or make one. */
export interface Cursors {
  /** The mark after this sequence number, for one reader and one search. The same place has the same mark. */
  seal(sequence: number, boundTo: string): string
  /** Where the mark stands. Undefined when it is not ours, or was made for another reader or another search. */
  open(mark: string, boundTo: string): number | undefined
  /** The same for a place that takes more to say than a number. */
  sealText(text: string, boundTo: string): string
  openText(mark: string, boundTo: string): string | undefined
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Marks that hold as long as the secret: until the next start. The number within is sealed (AES-256-GCM), because
 * sequence numbers of the trail would tell how much is looked at in the whole region.
 */
export function cursors(secret: string): Cursors {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', use, 32))
  const sealing = key('seal')
  const noncing = key('nonce')
  const nonceOf = (text: string) => createHmac('sha256', noncing).update(text).digest().subarray(0, NONCE_BYTES)
  const sealText = (text: string, boundTo: string) => {
    const nonce = nonceOf(`${text} ${boundTo}`)
    const cipher = createCipheriv('aes-256-gcm', sealing, nonce, { authTagLength: TAG_BYTES })
    cipher.setAAD(Buffer.from(boundTo))
    const sealed = Buffer.concat([cipher.update(text), cipher.final()])
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')
  }
  const openText = (mark: string, boundTo: string) => {
    const bytes = Buffer.from(mark, 'base64url')
    if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined
    const opening = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
    opening.setAAD(Buffer.from(boundTo))
    opening.setAuthTag(bytes.subarray(-TAG_BYTES))
    try {
      const opened = opening.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES))
      opening.final()
      return opened.toString()
    } catch {
      return undefined
    }
  }
  return {
    sealText,
    openText,
    seal: (sequence, boundTo) => sealText(String(sequence).padStart(16, '0'), boundTo),
    open(mark, boundTo) {
      const text = openText(mark, boundTo)
      return text === undefined ? undefined : Number(text)
    },
  }
}
