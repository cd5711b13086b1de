import type { MediaType } from './media-type.ts'

/**
 * A picture or a sound without what the camera or the telephone wrote into it besides: the place, the time, the owner.
 * Taken off a JPEG, a PNG, an MPEG-4 and an MP3; what is seen and heard stays as it is. Undefined where the file does not
 * hold together, because what cannot be read to its end cannot be promised to be clean.
 */
export function withoutPlace(type: MediaType, bytes: Buffer): Buffer | undefined {
  if (type === 'image/jpeg') return cleanJpeg(bytes)
  if (type === 'image/png') return cleanPng(bytes)
  if (type === 'audio/mp4') return cleanMp4(bytes)
  return type === 'audio/mpeg' ? cleanMp3(bytes) : bytes
}

const START_OF_SCAN = 0xda
/** Of the application's segments JFIF (0) and Adobe's colours (14) say how to show the picture; all else is about it. */
const SHOWING: readonly number[] = [0xe0, 0xee]

/**
 * Drops the application's segments and the comments before the picture begins, and keeps of EXIF the one thing without
 * which a photograph lies on its side. Source: ITU-T T.81, annex B.
 */
function cleanJpeg(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length) return undefined
    const segment = bytes.subarray(at, end)
    if (marker === START_OF_SCAN) {
      const picture = withoutTrailer(bytes.subarray(at))
      return picture && Buffer.concat([...kept, picture])
    }
    const isAbout = (marker >= 0xe0 && marker <= 0xef && !SHOWING.includes(marker)) || marker === 0xfe
    if (!isAbout) kept.push(segment)
    else if (marker === 0xe1) kept.push(...orientationOnly(segment))
    at = end
  }
  return undefined
}

/**
 * The picture to its end, without what stands behind it: some telephones put a second one there, with a place of its own.
 * Within a scan 0xFF is followed by 0 or a restart, so the first end is the end, however many scans there are.
 */
function withoutTrailer(scan: Buffer): Buffer | undefined {
  const end = scan.indexOf(Buffer.from([0xff, 0xd9]))
  return end === -1 ? undefined : scan.subarray(0, end + 2)
}

/** An EXIF segment that says which way up the picture is, and nothing else; none where this one does not say it. */
function orientationOnly(segment: Buffer): Buffer[] {
  const tiff = segment.subarray(10)
  if (segment.subarray(4, 10).toString('latin1') !== 'Exif\0\0' || tiff.length < 8) return []
  const isLittle = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return []
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * 12
    if (at + 12 > tiff.length) return []
    if (short(at) === ORIENTATION) return [exifOf(short(at + 8))]
  }
  return []
}

const ORIENTATION = 0x0112

/** Marker, length, name; a directory of one entry in the order of Intel, without another behind it. */
const ONE_ENTRY = ['ffe10022', '457869660000', '49492a0008000000', '0100', '120103000100000001000000', '00000000']
const VALUE_AT = 28

function exifOf(orientation: number): Buffer {
  const exif = Buffer.from(ONE_ENTRY.join(''), 'hex')
  exif.writeUInt16LE(orientation >= 1 && orientation <= 8 ? orientation : 1, VALUE_AT)
  return exif
}

/** The chunks that say something about a picture and draw nothing of it. Source: PNG, third edition, 11.3. */
const PNG_ABOUT = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME']

function cleanPng(bytes: Buffer): Buffer | undefined {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return undefined
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (!PNG_ABOUT.includes(kind)) kept.push(bytes.subarray(at, end))
    if (kind === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}

/** The boxes within which there may be one that says something about the recording. */
const MP4_AROUND = ['moov', 'trak', 'mdia']
const MP4_ABOUT = ['udta', 'meta', 'uuid', 'loci']

/** What is about the recording becomes room that is free: its length stays, because other boxes point behind it. Source: ISO 14496-12. */
function cleanMp4(bytes: Buffer): Buffer | undefined {
  const clean = Buffer.from(bytes)
  return freeBoxes(clean, 0, clean.length) ? clean : undefined
}

function freeBoxes(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    if (at + 8 > to) return false
    const short = bytes.readUInt32BE(at)
    const isLong = short === 1
    if (isLong && at + 16 > to) return false
    const length = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
    const head = isLong ? 16 : 8
    if (length < head || at + length > to) return false
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (MP4_ABOUT.includes(kind)) {
      bytes.write('free', at + 4, 'latin1')
      bytes.fill(0, at + head, at + length)
    } else if (MP4_AROUND.includes(kind) && !freeBoxes(bytes, at + head, at + length)) return false
    at += length
  }
  return true
}

/** The title in front of an MP3, whose length is written seven bits to the byte. Source: ID3v2.4, section 3.1. */
function cleanMp3(bytes: Buffer): Buffer | undefined {
  if (bytes.toString('latin1', 0, 3) !== 'ID3') return bytes
  if (bytes.length < 10) return undefined
  const length = 10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (bytes[at]! & 0x7f), 0)
  return length < bytes.length ? bytes.subarray(length) : undefined
}
