import { crc32, deflateSync } from 'node:zlib'

export type Colour = readonly [red: number, green: number, blue: number]

/** Something round: where its middle is, how far it reaches, and its colour. */
export interface Round {
  readonly x: number
  readonly y: number
  readonly across: number
  readonly down: number
  readonly colour: Colour
}

/** A drawing of round things before a ground, each colour by the line: a PNG of a few kilobytes, the same every time. */
export function drawing(
  { width, height }: { readonly width: number; readonly height: number },
  things: readonly Round[],
  ground: (y: number) => Colour,
): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3)
    for (let x = 0; x < width; x++) row.set(topOf(things, x, y)?.colour ?? ground(y), 1 + x * 3)
    return row
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  // Eight bits a colour, three colours a point.
  head.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** What was named last lies on top. */
function topOf(things: readonly Round[], x: number, y: number): Round | undefined {
  return things.findLast(one => ((x - one.x) / one.across) ** 2 + ((y - one.y) / one.down) ** 2 <= 1)
}

function chunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
