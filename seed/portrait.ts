import { type Colour, drawing, type Round } from './drawing.ts'

/** How somebody invented looks. */
export interface Looks {
  readonly skin: Colour
  readonly hair: Colour
  readonly coat: Colour
  /** How far down the hair falls, from the ears on. */
  readonly falls: number
  readonly wears?: 'glasses'
}

const SIDE = 240
const BEHIND: Colour = [206, 222, 232]
const DARK: Colour = [44, 36, 34]
const LIPS: Colour = [158, 74, 70]

/** A face, drawn and not photographed: nobody looks like it. */
export function portrait({ skin, hair, coat, falls, wears }: Looks): Buffer {
  const things: Round[] = [
    { x: 120, y: 96 + falls / 2, across: 62, down: 62 + falls / 2, colour: hair },
    { x: 120, y: 262, across: 96, down: 74, colour: coat },
    { x: 120, y: 178, across: 20, down: 30, colour: skin },
    { x: 120, y: 112, across: 48, down: 60, colour: skin },
    { x: 120, y: 62, across: 46, down: 22, colour: hair },
    ...[100, 140].flatMap(x => eye(x, skin, wears)),
    { x: 120, y: 142, across: 17, down: 9, colour: LIPS },
    { x: 120, y: 138, across: 18, down: 9, colour: skin },
  ]
  return drawing({ width: SIDE, height: SIDE }, things, () => BEHIND)
}

function eye(x: number, skin: Colour, wears: Looks['wears']): Round[] {
  const around: Round[] = [
    { x, y: 110, across: 17, down: 15, colour: DARK },
    { x, y: 110, across: 15, down: 13, colour: skin },
  ]
  return [...(wears === 'glasses' ? around : []), { x, y: 110, across: 4, down: 5, colour: DARK }]
}
