import { type Colour, drawing, type Round } from './drawing.ts'

const SKY: Colour = [214, 232, 245]
const GRASS: Colour = [122, 168, 92]
const WALL: Colour = [176, 164, 150]

/** Three hens before a wall, drawn and not photographed. */
export function pictureOfHens(): Buffer {
  const things = [hen(110, 210, [150, 82, 44]), hen(232, 225, [232, 224, 208]), hen(378, 205, [72, 62, 58])].flat()
  return drawing({ width: 480, height: 300 }, things, yard)
}

function yard(y: number): Colour {
  if (y > 190) return GRASS
  return y > 100 ? WALL : SKY
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
