import type { SearchParameter, SearchParameterComponent, StructureDefinition } from 'fhir/r4.js'
import { linesOf, published } from '../package.ts'
import { compile } from './compile.ts'
import { Elements } from './elements.ts'

/**
 * src/ground/fhir/definitions/search-parameters.ndjson: a line for each search parameter that HL7 defines for R4 and each
 * type of resource it is of. Where its values stand is worked out here, from the definitions of the types, so that
 * nothing has to be guessed from a value or evaluated later.
 */
export function searchParametersText(): string {
  const files = ['profiles-resources.json', 'profiles-types.json']
  const types = files.flatMap(file => published<StructureDefinition>(file, 'StructureDefinition'))
  const elements = new Elements(types)
  const parameters = published<SearchParameter>('search-parameters.json', 'SearchParameter')
  const official = parameters.filter(({ url }) => url.startsWith('http://hl7.org/fhir/SearchParameter/'))
  const byUrl = new Map(official.map(one => [one.url, one]))
  const lines = official.flatMap(one => one.base.map(base => lineOf(one, base, elements, byUrl)))
  return linesOf(lines, ({ base, code }) => `${base} ${code}`)
}

function lineOf(
  { code, type, expression, target, component }: SearchParameter,
  base: string,
  elements: Elements,
  byUrl: ReadonlyMap<string, SearchParameter>,
) {
  const reads = expression === undefined ? [] : compile(expression, base, elements)
  if (expression !== undefined && reads.length === 0) throw new Error(`${base} has nothing for ${code}`)
  const components = inOrder(code, component).map(part => {
    const named = byUrl.get(part.definition)
    if (named === undefined) throw new Error(`nothing defines ${part.definition}`)
    const within = reads.map(read => compile(part.expression, base, elements, spotOf(read)))
    if (within.every(found => found.length === 0)) throw new Error(`${base} has nothing for a part of ${code}`)
    // What a part is read from does not depend on which of several places it stands at.
    return { code: named.code, type: named.type, reads: [...new Set(within.flat())] }
  })
  const targets = target === undefined || target.length > TARGETS_MAX ? {} : { target: target.toSorted() }
  return { base, code, type, reads, ...targets, ...(components.length > 0 && { components }) }
}

/** R4 says of the parts of this one each what is true of the other. */
function inOrder(code: string, [first, second, ...more]: SearchParameterComponent[] = []): SearchParameterComponent[] {
  if (first === undefined || second === undefined) return []
  if (code !== 'relationship') return [first, second, ...more]
  return [
    { ...first, expression: second.expression },
    { ...second, expression: first.expression },
  ]
}

/** A reference that may be to any resource names all of them in the definitions. */
const TARGETS_MAX = 100

/** A place as a beginning: paths of parts start anew from there. */
function spotOf(read: string) {
  const [, type = ''] = /:([\w.]+)$/.exec(read) ?? []
  return { path: '', type: type.includes('.') ? '' : type, definedAt: type }
}
