import type { NotCsv } from './fault.ts'

/**
 * How files that people name `.csv` begin when they are something else. Source: the magic numbers of file(1). A workbook
 * of today is a zip (PK), one of yesterday an OLE compound file.
 */
const BEGINNINGS: readonly (readonly [NotCsv, readonly number[]])[] = [
  ['spreadsheet', [0x50, 0x4b, 0x03, 0x04]],
  ['spreadsheet', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [...Buffer.from('%PDF-')]],
  ['markup', [...Buffer.from('<!')]],
  ['markup', [...Buffer.from('<?xml')]],
  ['markup', [...Buffer.from('<html')]],
  ['binary', [0x1f, 0x8b]],
  ['binary', [...Buffer.from('PAR1')]],
  ['binary', [0x7f, ...Buffer.from('ELF')]],
  ['binary', [0x89, ...Buffer.from('PNG')]],
  ['binary', [0xff, 0xd8, 0xff]],
]

/** What a file is by its first bytes, when that is known and is not CSV. */
export function notCsv(bytes: Uint8Array): NotCsv | undefined {
  return BEGINNINGS.find(([, beginning]) => beginning.every((byte, index) => bytes[index] === byte))?.[0]
}
