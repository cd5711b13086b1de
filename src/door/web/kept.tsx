import type { JSX } from 'preact'
import { jsxTemplate } from 'preact/jsx-runtime'
import type { Say } from '#ground/language/say.ts'
import type { Visitor } from '#record/organisation/visitor.ts'
import { type Asked, useAsked } from './asked.ts'
import { drawPiece } from './draw.tsx'

/** How many pieces are kept; the one that was asked for longest ago goes first. A piece is a few thousand characters. */
const KEPT_MAX = 4000

/**
 * A piece of a page that is drawn once for as long as what it is drawn from is the same: by the text of its props, which
 * is all that was read for it, in each language. So it is nothing but the drawing that is kept, and what may be seen is
 * decided and read each time. Of whoever looks it may use the account alone, and finds nobody where its props do not name
 * them; asked for anything else of the page it throws.
 */
export function kept<Props extends object>(Piece: (props: Props) => JSX.Element): (props: Props) => JSX.Element {
  const drawings = new Map<string, string>()
  return props => {
    const { say, visitor } = useAsked()
    const from = textOf(props)
    const reader = visitor !== undefined && from.includes(visitor.accountId) ? visitor.accountId : undefined
    const key = `${say.language} ${reader ?? ''} ${from}`
    const known = drawings.get(key)
    const drawing = known ?? inOnePiece(drawPiece(askedBy(say, reader), <Piece {...props} />))
    if (known !== undefined) drawings.delete(key)
    else if (drawings.size >= KEPT_MAX) drawings.delete(drawings.keys().next().value!)
    drawings.set(key, drawing)
    // What a compiler of pages makes of a piece that never changes: text that stands as it is.
    return jsxTemplate([drawing])
  }
}

function textOf(props: object): string {
  return Object.entries(props)
    .map(
      ([name, value]) =>
        `${name}:${typeof value === 'object' && value !== null ? textOfObject(value) : JSON.stringify(value)}`,
    )
    .join()
}

/** What one change is told to many with is written out once. */
const texts = new WeakMap<object, string>()

function textOfObject(value: object): string {
  const known = texts.get(value)
  if (known !== undefined) return known
  const text = JSON.stringify(value)
  texts.set(value, text)
  return text
}

/** A drawing is held as the thousand little texts it was made of, and each page would go through them all again. */
function inOnePiece(drawing: string): string {
  return Buffer.from(drawing).toString()
}

/** What a piece that is kept may know of who looks: the language, and who they are where what is drawn names them. */
function askedBy(say: Say, reader: string | undefined): Asked {
  return {
    say,
    visitor: reader === undefined ? undefined : ({ accountId: reader } as Visitor),
    get path() {
      return unknown()
    },
    get nonce() {
      return unknown()
    },
    get now() {
      return unknown()
    },
    get isDemo() {
      return unknown()
    },
  }
}

function unknown(): never {
  throw new Error('a piece that is kept asked for more than it is drawn from')
}
