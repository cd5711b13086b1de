import type { DocumentReference } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import { type FileKind, kindOfFile } from './file-kind.ts'
import { type OpenResource, readOpen } from './read-open.ts'
import { wordsOf } from './words.ts'

/** A letter, a note or a report, as the reader may know of it. */
export interface Document {
  readonly id: string
  readonly title: string | undefined
  /** What kind of document, in its sender's words. */
  readonly kind: string | undefined
  readonly writtenAt: Date | undefined
  readonly author: string | undefined
  /** Another has taken its place. */
  readonly isReplaced: boolean
  /** Nobody has signed it yet. */
  readonly isDraft: boolean
  readonly toldBy: Bilingual
}

/** A document with what is written in it. */
export interface WholeDocument extends Document {
  /** Plain text, to be shown as it stands. */
  readonly text: string | undefined
  readonly files: readonly DocumentFile[]
}

/** A file in a document. Its kind is what its bytes are, whatever its sender says. */
export interface DocumentFile {
  readonly place: number
  /** Undefined where it is none of the kinds that are handed out; then it is only named. */
  readonly kind: FileKind | undefined
  readonly byteLength: number
}

/** The documents that an access opens and that may be used, the latest first, `max` of them, without their content. */
export async function documentsOf(tx: Tx, access: Access, max: number): Promise<Document[]> {
  const held = await readOpen(tx, access, { type: 'DocumentReference', withFiles: false, max })
  return held.filter(isReleased).map(documentFrom)
}

/** One document with its content; undefined where it is not open, is not to be used, or does not exist. */
export async function findDocument(tx: Tx, access: Access, id: string): Promise<WholeDocument | undefined> {
  const [held] = await readOpen(tx, access, { type: 'DocumentReference', ids: [id], max: 1 })
  if (held === undefined || !isReleased(held)) return undefined
  const content = held.content.content ?? []
  const texts = content.flatMap(({ attachment }) => (isText(attachment) ? [bytesOf(attachment).toString('utf8')] : []))
  const files = content.flatMap(({ attachment }, place) => {
    if (isText(attachment)) return []
    const bytes = bytesOf(attachment)
    return [{ place, kind: kindOfFile(bytes), byteLength: bytes.length }]
  })
  return { ...documentFrom(held), text: texts.length > 0 ? texts.join('\n\n') : undefined, files }
}

/** One file of a document, where it is of a kind that is handed out. */
export async function findFile(
  tx: Tx,
  access: Access,
  id: string,
  place: number,
): Promise<{ readonly kind: FileKind; readonly bytes: Buffer } | undefined> {
  const [held] = await readOpen(tx, access, { type: 'DocumentReference', ids: [id], max: 1 })
  const attachment = held && isReleased(held) ? held.content.content?.[place]?.attachment : undefined
  if (attachment === undefined || isText(attachment)) return undefined
  const bytes = bytesOf(attachment)
  const kind = kindOfFile(bytes)
  return kind && { kind, bytes }
}

type Attachment = DocumentReference['content'][number]['attachment']

function isText({ contentType }: Attachment): boolean {
  return contentType?.startsWith('text/plain') ?? false
}

function bytesOf({ data }: Attachment): Buffer {
  return Buffer.from(data ?? '', 'base64')
}

/** What is not available to care (TXA-19, UN) is shown to nobody until it is. */
function isReleased({ content }: OpenResource<DocumentReference>): boolean {
  const codes = content._status?.extension?.flatMap(({ valueCodeableConcept }) => valueCodeableConcept?.coding ?? [])
  return !codes?.some(({ code }) => code === 'UN')
}

function documentFrom({ id, toldBy, content }: OpenResource<DocumentReference>): Document {
  const { description, type, date, author, status, docStatus } = content
  return {
    id,
    toldBy,
    title: description,
    kind: wordsOf(type),
    writtenAt: date === undefined ? undefined : new Date(date),
    author: author?.[0]?.display,
    isReplaced: status === 'superseded',
    isDraft: docStatus === 'preliminary',
  }
}
