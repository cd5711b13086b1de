import { isAscii, isUtf8 } from 'node:buffer'
import { done, type Outcome, refused } from '../outcome.ts'
import type { FileFault } from './fault.ts'
import { notCsv } from './not-csv.ts'

/** The ways of writing letters that are read. Each is a label of the WHATWG Encoding Standard. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be'

/** What a file was found to be. */
export interface Survey {
  readonly encoding: Encoding
  /** What stands between two values: whichever of these the heading row uses, a comma first. */
  readonly delimiter: ',' | ';' | '\t' | '|'
  /** What ends a line: LF, with or without a CR before it; or CR alone, as on an old Macintosh. */
  readonly lineEnd: 'LF' | 'CR'
}

/** No line may be longer, and no row: somebody's row has a few hundred bytes. Bounds the memory that reading takes. */
export const ROW_BYTES_MAX = 1 << 17

const LF = 0x0a
/** Bytes: of what other files begin with. */
const LONGEST_MARK = 8

/**
 * Looks at every byte once before anything is read: which encoding it is in, all of it, and whether it is CSV at all.
 * Told otherwise, `as`, only that encoding is looked for. Without a byte order mark a file is UTF-8, or, when no line
 * of it that has other letters than ASCII is, Windows-1252; a file that is both in different lines is refused. UTF-16
 * is known by its mark alone.
 */
export async function surveyCsv(
  chunks: AsyncIterable<Uint8Array>,
  as?: 'utf-8' | 'windows-1252',
): Promise<Outcome<Survey, FileFault>> {
  const lines = new Lines(as)
  let begun = Buffer.alloc(0)
  for await (const chunk of chunks) {
    // What begins a file may come in pieces as small as a byte; of UTF-16 the whole first line is wanted.
    const marked = utf16(begun)
    if (begun.length < LONGEST_MARK || marked !== undefined) begun = Buffer.concat([begun, chunk])
    if (marked !== undefined) {
      if (begun.length > ROW_BYTES_MAX) break
      continue
    }
    const other = notCsv(begun)
    if (other !== undefined) return refused({ code: other })
    lines.take(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length))
    if (lines.fault !== undefined && utf16(begun) === undefined) return refused(lines.fault)
  }
  const marked = utf16(begun)
  if (marked !== undefined) return done(surveyOf(marked, decoded(begun, marked)))
  const encoding = lines.end()
  if (lines.fault !== undefined) return refused(lines.fault)
  if (lines.isBlank) return refused({ code: 'empty' })
  return done(surveyOf(encoding, decoded(lines.heading, encoding)))
}

/** Knows of the lines so far what their letters are. Holds no more than one line. */
class Lines {
  fault: FileFault | undefined
  heading: Uint8Array = new Uint8Array()
  isBlank = true
  readonly #as: 'utf-8' | 'windows-1252' | undefined
  #begun: Buffer[] = []
  #begunBytes = 0
  #count = 0
  #utf8Line = 0
  #otherLine = 0

  constructor(as: 'utf-8' | 'windows-1252' | undefined) {
    this.#as = as
  }

  take(chunk: Buffer): void {
    const cut = chunk.lastIndexOf(LF) + 1
    if (cut > 0) {
      this.#look(Buffer.concat([...this.#begun, chunk.subarray(0, cut)]))
      this.#begun = []
      this.#begunBytes = 0
    }
    if (cut < chunk.length) {
      this.#begun.push(chunk.subarray(cut))
      this.#begunBytes += chunk.length - cut
    }
    // A file of an old Macintosh has no LF at all: the reader, which knows CR, holds the limit for it.
    const isTooLong = this.#begunBytes > ROW_BYTES_MAX && !this.#begun.some(part => part.includes(0x0d))
    if (isTooLong) this.fault ??= { code: 'line-too-long', line: this.#count + 1 }
    if (this.#begunBytes > ROW_BYTES_MAX && !isTooLong) {
      this.#look(Buffer.concat(this.#begun))
      this.#begun = []
      this.#begunBytes = 0
    }
  }

  end(): Encoding {
    if (this.#begunBytes > 0) this.#look(Buffer.concat(this.#begun))
    const [line, otherLine] = [this.#otherLine, this.#utf8Line]
    if (this.#as === 'windows-1252') return this.#as
    if (line > 0 && this.#as === 'utf-8') this.fault ??= { code: 'not-utf8', line }
    if (line > 0 && otherLine > 0) this.fault ??= { code: 'two-encodings', line, otherLine }
    return line > 0 ? 'windows-1252' : 'utf-8'
  }

  /** Whole lines. */
  #look(lines: Buffer): void {
    if (this.#count === 0) this.heading = lines.subarray(0, Math.min(lines.length, ROW_BYTES_MAX))
    this.isBlank &&= /^[\s\uFEFF]*$/.test(lines.toString('utf8', 0, ROW_BYTES_MAX))
    const nul = lines.indexOf(0)
    if (nul !== -1) this.fault ??= { code: 'nul', line: this.#count + 1 + linesIn(lines.subarray(0, nul)) }
    if (!isAscii(lines) && !(this.#utf8Line > 0 && isUtf8(lines))) this.#lookCloser(lines)
    this.#count += linesIn(lines)
  }

  /** Which line first has letters of UTF-8, and which has bytes that are none. */
  #lookCloser(lines: Buffer): void {
    let number = this.#count
    for (let from = 0; from < lines.length && !(this.#utf8Line > 0 && this.#otherLine > 0); ) {
      const end = lines.indexOf(LF, from) + 1
      const line = lines.subarray(from, end === 0 ? lines.length : end)
      number++
      if (!isAscii(line)) {
        if (isUtf8(line)) this.#utf8Line ||= number
        else this.#otherLine ||= number
      }
      from += line.length
    }
  }
}

function linesIn(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) count++
  return count
}

function utf16(first: Uint8Array): Encoding | undefined {
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le'
  return first[0] === 0xfe && first[1] === 0xff ? 'utf-16be' : undefined
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes)
}

function surveyOf(encoding: Encoding, beginning: string): Survey {
  const isOld = !beginning.includes('\n') && beginning.includes('\r')
  return { encoding, delimiter: delimiterOf(beginning), lineEnd: isOld ? 'CR' : 'LF' }
}

/** A heading row that has commas outside quotes is divided by them; else by what divides it most. */
function delimiterOf(text: string): Survey['delimiter'] {
  const heading = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (mark: string) => heading.split(mark).length - 1
  if (count(',') > 0) return ','
  const [most] = ([';', '\t', '|'] as const).toSorted((one, other) => count(other) - count(one))
  return most !== undefined && count(most) > 0 ? most : ','
}
