import { ROW_BYTES_MAX, type Survey } from './survey.ts'

/** How much is read at once: some thousands of rows. */
const PIECE_BYTES = 1 << 20

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22]
/** Space, tab, form feed; and the CR before an LF. */
const BLANKS = [0x20, 0x09, 0x0c, CR]

/**
 * Parts a file into pieces of whole rows, in UTF-8 and without a byte order mark: each can be read by itself, and they
 * can be read side by side. A quoted value that goes over several lines is never parted. Where quotes are not closed, a
 * piece is cut anyhow once it holds more than a row may: whoever reads it meets the fault.
 */
export async function* piecesOf(
  chunks: AsyncIterable<Uint8Array>,
  survey: Survey,
  pieceBytes: number = PIECE_BYTES,
): AsyncGenerator<Buffer> {
  const scan = new RowEnds(survey)
  let waiting: Buffer[] = []
  let bytes = 0
  let isFirst = true
  for await (const chunk of inUtf8(chunks, survey.encoding)) {
    const text = isFirst ? withoutMark(chunk) : chunk
    if (text === undefined) continue
    isFirst = false
    waiting.push(text)
    bytes += text.length
    // Where the last whole row ends, counted from the beginning of what waits.
    const end = scan.take(text)
    if (bytes < pieceBytes || (end === 0 && bytes < pieceBytes + ROW_BYTES_MAX * 2)) continue
    const all = Buffer.concat(waiting)
    const cut = end === 0 ? all.length : end
    yield all.subarray(0, cut)
    waiting = cut < all.length ? [all.subarray(cut)] : []
    bytes = all.length - cut
    scan.cut(cut)
  }
  if (bytes > 0) yield Buffer.concat(waiting)
}

/** The mark may come apart from what follows it: nothing is taken off what is shorter. */
function withoutMark(chunk: Buffer): Buffer | undefined {
  const rest = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk
  return rest.length === 0 ? undefined : rest
}

async function* inUtf8(chunks: AsyncIterable<Uint8Array>, encoding: Survey['encoding']): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') {
    let begun: Buffer | undefined = Buffer.alloc(0)
    for await (const chunk of chunks) {
      const bytes: Buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
      if (begun === undefined) yield bytes
      else {
        begun = Buffer.concat([begun, bytes])
        if (begun.length < 3) continue
        yield begun
        begun = undefined
      }
    }
    if (begun !== undefined) yield begun
    return
  }
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
  yield Buffer.from(decoder.decode())
}

/**
 * Finds where rows end: not within quotes. A quote opens a value where nothing but spaces stands before it; anywhere else
 * it is a letter. Two of them within quotes are one letter.
 */
class RowEnds {
  readonly #delimiter: number
  readonly #lineEnd: number
  /** Between tabs, spaces are letters. */
  readonly #blanks: readonly number[]
  /** Bytes since the last cut. */
  #length = 0
  #end = 0
  #isQuoted = false
  /** The byte before was a quote within quotes: it has closed them, unless another follows. */
  #mayClose = false
  #isValueEmpty = true

  constructor({ delimiter, lineEnd }: Survey) {
    this.#delimiter = delimiter.charCodeAt(0)
    this.#lineEnd = lineEnd === 'CR' ? CR : LF
    this.#blanks = delimiter === '\t' ? [CR] : BLANKS
  }

  take(chunk: Buffer): number {
    if (!this.#isQuoted && !this.#mayClose && !chunk.includes(QUOTE)) this.#plain(chunk)
    else for (const byte of chunk) this.#byte(byte)
    return this.#end
  }

  cut(at: number): void {
    this.#length -= at
    this.#end = 0
  }

  #plain(chunk: Buffer): void {
    const last = chunk.lastIndexOf(this.#lineEnd)
    if (last !== -1) this.#end = this.#length + last + 1
    this.#length += chunk.length
    const from = Math.max(last, chunk.lastIndexOf(this.#delimiter))
    const rest = chunk.subarray(from + 1)
    const isBlank = rest.every(byte => this.#blanks.includes(byte))
    this.#isValueEmpty = isBlank && (from !== -1 || this.#isValueEmpty)
  }

  #byte(byte: number): void {
    this.#length++
    if (this.#mayClose) {
      this.#mayClose = false
      if (byte === QUOTE) {
        this.#isValueEmpty = false
        return
      }
      this.#isQuoted = false
    }
    if (this.#isQuoted) {
      if (byte === QUOTE) this.#mayClose = true
      else this.#isValueEmpty = false
    } else if (byte === QUOTE && this.#isValueEmpty) this.#isQuoted = true
    else if (byte === this.#lineEnd) {
      this.#end = this.#length
      this.#isValueEmpty = true
    } else if (byte === this.#delimiter) this.#isValueEmpty = true
    else if (!this.#blanks.includes(byte)) this.#isValueEmpty = false
  }
}
