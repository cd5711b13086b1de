/** The kinds of files that are handed out: what a reader opens without running anything of the sender's. */
export interface FileKind {
  /** As people name it. */
  readonly name: 'pdf' | 'jpeg' | 'png' | 'tiff'
  readonly mediaType: string
}

/** By how each begins. Source: ISO 32000, JPEG, PNG and TIFF, the first bytes of each. */
const BEGINNINGS: readonly (readonly [hex: string, kind: FileKind])[] = [
  ['255044462d', { name: 'pdf', mediaType: 'application/pdf' }],
  ['ffd8ff', { name: 'jpeg', mediaType: 'image/jpeg' }],
  ['89504e470d0a1a0a', { name: 'png', mediaType: 'image/png' }],
  ['49492a00', { name: 'tiff', mediaType: 'image/tiff' }],
  ['4d4d002a', { name: 'tiff', mediaType: 'image/tiff' }],
]

/** What a file is by its own first bytes; undefined for any kind that is not handed out: pages, archives, programs. */
export function kindOfFile(bytes: Buffer): FileKind | undefined {
  const beginning = bytes.subarray(0, 8).toString('hex')
  return BEGINNINGS.find(([hex]) => beginning.startsWith(hex))?.[1]
}
