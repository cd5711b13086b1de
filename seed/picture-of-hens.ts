import { crc32, deflateSync } from 'node:zlib'

const WIDTH = 480
const HEIGHT = 300

type Colour = readonly [red: number, green: number, blue: number]

/** Something round: where its middle is, how far it reaches, and its colour. */
interface Round {
  readonly x: number
  readonly y: number
  readonly across: number
  readonly down: number
  readonly colour: Colour
}

const SKY: Colour = [214, 232, 245]
const GRASS: Colour = [122, 168, 92]
const WALL: Colour = [176, 164, 150]

/** Three hens before a wall, drawn and not photographed: a PNG of a few kilobytes, the same every time. */
export function pictureOfHens(): Buffer {
  const things = [hen(110, 210, [150, 82, 44]), hen(232, 225, [232, 224, 208]), hen(378, 205, [72, 62, 58])].flat()
  const rows = Array.from({ length: HEIGHT }, (_, y) => {
    const row = Buffer.alloc(1 + WIDTH * 3)
    for (let x = 0; x < WIDTH; x++) row.set(colourAt(things, x, y), 1 + x * 3)
    return row
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH)
  head.writeUInt32BE(HEIGHT, 4)
  // Eight bits a colour, three colours a point.
  head.set([8, 2], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function hen(x: number, y: number, colour: Colour): Round[] {
  return [
    { x: x - 46, y: y - 22, across: 24, down: 30, colour },
    { x, y, across: 52, down: 38, colour },
    { x: x + 42, y: y - 38, across: 21, down: 20, colour },
    { x: x + 42, y: y - 60, across: 12, down: 7, colour: [200, 40, 36] },
    { x: x + 64, y: y - 34, across: 9, down: 4, colour: [236, 176, 60] },
    { x: x + 48, y: y - 42, across: 3, down: 3, colour: [20, 20, 20] },
    { x: x - 10, y: y + 44, across: 3, down: 14, colour: [236, 176, 60] },
    { x: x + 12, y: y + 44, across: 3, down: 14, colour: [236, 176, 60] },
  ]
}

/** What was named last lies on top. */
function colourAt(things: readonly Round[], x: number, y: number): Colour {
  const top = things.findLast(one => ((x - one.x) / one.across) ** 2 + ((y - one.y) / one.down) ** 2 <= 1)
  if (top !== undefined) return top.colour
  if (y > 190) return GRASS
  return y > 100 ? WALL : SKY
}

function chunk(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
