import { SaxesParser } from 'saxes'
import { done, type Outcome, refused } from '#ground/outcome.ts'

/** One element, with what stands in it in the order it stands there: text, and other elements. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** The address that its prefix stands for; empty where there is none. */
  readonly namespace: string
  /** By name; with its prefix, where it has one. What names a namespace is none of them. */
  readonly attributes: ReadonlyMap<string, string>
  readonly content: readonly (string | XmlElement)[]
  /** Where it begins in the text that was read, and where it has ended. */
  readonly from: number
  readonly to: number
}

export type XmlProblem =
  /** Not well-formed: what it says cannot be told. */
  | 'xml.malformed'
  /** It has a document type. One can name files to fetch and words that grow without end, and no honest message needs it. */
  | 'xml.doctype'
  /** Deeper, or of more elements, than the limits allow. */
  | 'xml.tooLarge'

/** No message of any agency comes near. */
export const XML_LIMITS = { depthMax: 32, elementsMax: 50_000 }

/**
 * Reads one XML document that has been decoded. No document type, so no entities but XML's own five and characters by
 * number; nothing is fetched. Never throws, whatever the text.
 */
export function readXml(text: string, limits = XML_LIMITS): Outcome<XmlElement, XmlProblem> {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: Growing[] = []
  let root: Growing | undefined
  let elements = 0
  const say = (words: string) => open.at(-1)?.content.push(words)

  parser.on('doctype', () => stop('xml.doctype'))
  parser.on('opentag', ({ local, uri, attributes }) => {
    elements++
    if (elements > limits.elementsMax || open.length >= limits.depthMax) stop('xml.tooLarge')
    const values = Object.values(attributes)
      .filter(one => one.uri !== NAMESPACES)
      .map(({ name, value }) => [name, value] as const)
    const from = text.lastIndexOf('<', parser.position - 1)
    const element: Growing = { name: local, namespace: uri, attributes: new Map(values), content: [], from, to: from }
    open.at(-1)?.content.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed !== undefined) closed.to = parser.position
  })
  parser.on('text', say)
  parser.on('cdata', say)
  try {
    parser.write(text).close()
  } catch (fault) {
    return refused(fault instanceof Stopped ? fault.problem : 'xml.malformed')
  }
  return root === undefined ? refused('xml.malformed') : done(root)
}

/** The elements directly inside. */
export function elementsIn({ content }: XmlElement): readonly XmlElement[] {
  return content.filter(part => typeof part !== 'string')
}

/** The text directly inside, without its edges. */
export function textIn({ content }: XmlElement): string {
  return content
    .filter(part => typeof part === 'string')
    .join('')
    .trim()
}

/** Of what names a namespace. Source: Namespaces in XML 1.0. */
const NAMESPACES = 'http://www.w3.org/2000/xmlns/'

type Growing = Omit<XmlElement, 'content' | 'to'> & { readonly content: (string | XmlElement)[]; to: number }

/** How reading ends before its time: the parser knows no other way out. */
class Stopped extends Error {
  readonly problem: XmlProblem

  constructor(problem: XmlProblem) {
    super(problem)
    this.problem = problem
  }
}

function stop(problem: XmlProblem): never {
  throw new Stopped(problem)
}
