import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mediaTypeOf } from './media-type.ts'
import { withoutPlace } from './without-place.ts'

const PLACE = 'Llanfeilir 52.5N'

/** A JPEG in its outer form: what shows it, what a camera wrote beside it, and a scan. */
function jpeg({ orientation = 6, trailer = '' } = {}): Buffer {
  const tiff = Buffer.concat([
    Buffer.from('4d4d002a00000008', 'hex'),
    Buffer.from('0001', 'hex'),
    Buffer.from(`011200030000000100${orientation.toString(16).padStart(2, '0')}0000`, 'hex'),
    Buffer.from('00000000', 'hex'),
    Buffer.from(PLACE),
  ])
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    segment(0xe0, Buffer.from('JFIF\0')),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${PLACE}`)),
    segment(0xfe, Buffer.from(PLACE)),
    segment(0xdb, Buffer.from('a table')),
    segment(0xda, Buffer.from('header')),
    Buffer.from('12ff0034ffd056ffd9', 'hex'),
    Buffer.from(trailer),
  ])
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

function box(kind: string, ...content: Buffer[]): Buffer {
  const inside = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(inside.length + 8)
  head.write(kind, 4, 'latin1')
  return Buffer.concat([head, inside])
}

function chunk(kind: string, content: string): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length)
  head.write(kind, 4, 'latin1')
  return Buffer.concat([head, Buffer.from(content), Buffer.from('0000')])
}

test('a photograph loses where it was taken, keeps which way up it is, and its picture stays as it was', () => {
  const taken = jpeg({ trailer: PLACE })
  assert.ok(taken.includes(PLACE), 'there was a place in it')
  assert.equal(mediaTypeOf(taken), 'image/jpeg')
  const clean = withoutPlace('image/jpeg', taken)
  assert(clean)
  assert.ok(!clean.includes(PLACE))
  assert.ok(clean.includes(Buffer.from('12ff0034ffd056ffd9', 'hex')))
  assert.ok(clean.includes('a table') && clean.includes('JFIF'))
  const exif = clean.indexOf('Exif')
  assert.equal(clean.readUInt16LE(exif + 24), 6)
  assert.deepEqual(withoutPlace('image/jpeg', clean), clean, 'cleaning it again changes nothing')
})

test('a photograph that is cut short is not kept, because what is behind the cut cannot be known', () => {
  const whole = jpeg()
  for (let length = 2; length < whole.length; length++)
    assert.equal(withoutPlace('image/jpeg', whole.subarray(0, length)), undefined, `${length} bytes`)
})

test('a drawing loses its words about itself', () => {
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const drawn = Buffer.concat([
    signature,
    chunk('IHDR', 'size'),
    chunk('tEXt', PLACE),
    chunk('IDAT', 'x'),
    chunk('IEND', ''),
  ])
  assert.equal(mediaTypeOf(drawn), 'image/png')
  const clean = withoutPlace('image/png', Buffer.concat([drawn, Buffer.from(PLACE)]))
  assert(clean)
  assert.ok(!clean.includes(PLACE))
  assert.ok(clean.includes('IDAT') && clean.includes('IEND'))
  assert.equal(withoutPlace('image/png', drawn.subarray(0, -4)), undefined)
})

test('a recording of a telephone loses its place, and stays as long as it was', () => {
  const recorded = Buffer.concat([
    box('ftyp', Buffer.from('M4A 0000')),
    box(
      'moov',
      box('mvhd', Buffer.from('length')),
      box('trak', box('udta', Buffer.from(PLACE))),
      box('udta', Buffer.from(PLACE)),
    ),
    box('mdat', Buffer.from('what is said')),
  ])
  assert.equal(mediaTypeOf(recorded), 'audio/mp4')
  const clean = withoutPlace('audio/mp4', recorded)
  assert(clean)
  assert.equal(clean.length, recorded.length)
  assert.ok(!clean.includes(PLACE) && clean.includes('what is said') && clean.includes('mvhd'))
  assert.equal(withoutPlace('audio/mp4', recorded.subarray(0, -3)), undefined)
})

test('a song loses the title in front of it, and plays from its first sound', () => {
  const title = Buffer.concat([Buffer.from('ID3\x04\0\0'), Buffer.from([0, 0, 0, PLACE.length]), Buffer.from(PLACE)])
  const sung = Buffer.concat([title, Buffer.from('fffb9064', 'hex')])
  assert.equal(mediaTypeOf(sung), 'audio/mpeg')
  assert.deepEqual(withoutPlace('audio/mpeg', sung), Buffer.from('fffb9064', 'hex'))
})

test('what is no picture and no sound is none, whatever it is called: a page, a program, a film, nothing', () => {
  for (const other of ['<svg onload="x">', 'MZ\x90\0', '%PDF-1.7', 'GIF89a', ''])
    assert.equal(mediaTypeOf(Buffer.from(other, 'latin1')), undefined, other)
  assert.equal(mediaTypeOf(box('ftyp', Buffer.from('heic0000'))), undefined)
  assert.equal(mediaTypeOf(box('ftyp', Buffer.from('qt  0000'))), undefined)
})
