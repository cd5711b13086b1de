import { type Parameter, parametersOf, waysOf } from '../parameters.ts'
import type { Criterion, ReferenceTest, Within } from './criterion.ts'
import { NotSearched } from './not-searched.ts'
import { asked, referenceTest, stringTest, tokenTest, uriTest } from './tests.ts'

/** What one value of a reference asks, with its modifier; undefined where it cannot be read. Source: FHIR R4, 3.1.1.4.11. */
export function referenceCriterion(
  parameter: Parameter,
  modifier: string | undefined,
  value: string,
  base: string,
  written: string,
): Criterion | undefined {
  const { code, targets } = parameter
  const isName = waysOf(parameter).includes('name')
  switch (modifier) {
    case undefined:
      return asked(code, isName ? referenceTest(value, base) : uriTest(value, 'is'))
    case 'above':
    case 'below': {
      const test = isName ? referenceTest(value, base) : undefined
      if (test?.kind === 'reference') return within(parameter, modifier, test, written)
      return asked(code, uriTest(value, modifier))
    }
    case 'identifier':
    case 'text':
      // An address has neither a number nor a name beside it.
      if (!isName) throw new NotSearched('unknown-modifier', written)
      return asked(`${code}:${modifier}`, modifier === 'text' ? stringTest(value, 'begins') : tokenTest(value))
    default:
      if (!isType(modifier) || targets?.includes(modifier) === false) throw new NotSearched('unknown-modifier', written)
      return asked(code, isName ? referenceTest(value, base, modifier) : uriTest(value, 'is'))
  }
}

function isType(modifier: string): boolean {
  return /^[A-Z][A-Za-z]+$/.test(modifier)
}

/** Along what things of one type say that they are part of. Source: FHIR R4, 3.1.1.5.3, searching hierarchies. */
function within(
  { code, targets }: Parameter,
  way: Within['way'],
  { type, id }: ReferenceTest,
  written: string,
): Criterion {
  const types = type === undefined ? (targets ?? []) : targets?.includes(type) === false ? [] : [type]
  const of = types.flatMap((one): Within[] => {
    const partOf = partOfIn(one)
    return partOf === undefined ? [] : [{ is: 'within', way, rows: code, type: one, id, partOf }]
  })
  if (of.length === 0) throw new NotSearched('unknown-modifier', written)
  return of.length === 1 ? of[0]! : { is: 'any', of }
}

/** The parameter by which things of a type say of which other of that type they are part. */
function partOfIn(type: string): string | undefined {
  return ['partof', 'part-of'].find(name => parametersOf(type).get(name)?.targets?.includes(type))
}
