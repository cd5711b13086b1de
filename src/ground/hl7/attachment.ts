import { own } from '#ground/own.ts'
import { type Repetition, repetitions } from './field.ts'
import { onlySaid } from './header.ts'
import type { Segment } from './message.ts'
import { part } from './reading.ts'

/** A file that came within a message (ED), or that a message points to (RP). */
export interface Attachment {
  /** Its media type, as far as the sender says: `application/pdf`. Never believed without looking. */
  readonly contentType?: string
  /** What came, in base64. */
  readonly data?: string
  /** Where it lies. Nothing is fetched from there. */
  readonly url?: string
}

/** ED: what came, decoded from whichever of its three encodings. Undefined when it is not what it says. */
export function encapsulated(sent: Repetition | undefined): Attachment | undefined {
  const data = inBase64(part(sent, 4) ?? '', part(sent, 5))
  if (data === undefined) return undefined
  return onlySaid({ contentType: mediaType(part(sent, 2), part(sent, 3)), data })
}

/** RP: a pointer to where it lies. */
export function pointer(sent: Repetition | undefined): Attachment | undefined {
  const url = part(sent, 1)
  if (url === undefined) return undefined
  return onlySaid({ contentType: mediaType(part(sent, 3), part(sent, 4)), url })
}

/** Every ED or RP of an OBX. */
export function attachmentsIn(obx: Segment): Attachment[] {
  const type = part(repetitions(obx, 2)[0], 1)
  const read = type === 'ED' ? encapsulated : type === 'RP' ? pointer : undefined
  return read === undefined ? [] : repetitions(obx, 5).flatMap(sent => read(sent) ?? [])
}

function inBase64(encoding: string, data: string | undefined): string | undefined {
  if (data === undefined) return undefined
  if (/^a$/i.test(encoding)) return Buffer.from(data).toString('base64')
  if (/^hex$/i.test(encoding)) {
    return /^(?:[0-9a-f]{2})+$/i.test(data) ? Buffer.from(data, 'hex').toString('base64') : undefined
  }
  const digits = data.replace(/\s/g, '')
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(digits) ? digits : undefined
}

/** HL7 tables 0191 and 0291, and what senders write in their place: `PDF` alone, or the whole media type. */
function mediaType(type: string | undefined, subtype: string | undefined): string | undefined {
  for (const text of [type, subtype]) if (text?.includes('/')) return text.toLowerCase()
  const known = own(SUBTYPES, (subtype ?? type)?.toLowerCase())
  if (known !== undefined) return known
  const main = type?.toLowerCase() ?? ''
  return subtype !== undefined && MAIN_TYPES.includes(main) ? `${main}/${subtype.toLowerCase()}` : undefined
}

const MAIN_TYPES = ['application', 'audio', 'image', 'text', 'video']

const SUBTYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  rtf: 'application/rtf',
  html: 'text/html',
  xml: 'text/xml',
  text: 'text/plain',
  txt: 'text/plain',
  plain: 'text/plain',
  ft: 'text/plain',
  tx: 'text/plain',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
}
