import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'
import { published } from '#test/generate/fhir/package.ts'
import { parametersOf } from './parameters.ts'
import { valuesAt } from './read.ts'

// FHIRPath itself is the judge of where the values of each parameter stand: another program, written from its own text.
// Whether a reference leads to a resource of one type is left out of both: it takes more than the resource to say.
const EXAMPLES = new URL('../../../../node_modules/hl7.fhir.r4.examples/', import.meta.url)

test('every parameter finds in the official examples what its FHIRPath finds there, also under the names of others', () => {
  const expressions = evaluators()
  const differ: string[] = []
  const elsewhere = new Set<string>()
  let compared = 0
  let found = 0
  for (const file of readdirSync(EXAMPLES)) {
    if (!/^[A-Z].*\.json$/.test(file)) continue
    const resource = JSON.parse(readFileSync(new URL(file, EXAMPLES), 'utf8')) as { resourceType: string }
    const parameters = parametersOf(resource.resourceType)
    for (const parameter of parameters.values()) {
      const evaluate = expressions.get(`${parameter.base} ${parameter.code}`)
      if (evaluate === undefined) continue
      const kept = parameter.keptAs.flatMap(name => parameters.get(name)?.reads ?? [])
      const ours = kept.flatMap(read => valuesAt(resource, read)).map(({ value }) => value)
      if (ours.length > 0 && parameter.keptAs[0] !== parameter.code) elsewhere.add(parameter.code)
      compared++
      found += ours.length
      if (asText(ours) !== asText(evaluate(resource))) differ.push(`${file} ${parameter.code}`)
    }
  }
  assert.deepEqual(differ.slice(0, 20), [])
  assert.ok(compared > 50_000 && found > 20_000, `${compared} compared, ${found} found`)
  assert.ok(elsewhere.has('combo-code-value-quantity') && elsewhere.has('phonetic'), [...elsewhere].join())
})

interface SearchParameter {
  readonly code: string
  readonly base: readonly string[]
  readonly expression?: string
}

function evaluators(): Map<string, (resource: object) => unknown[]> {
  const made = new Map<string, (resource: object) => unknown[]>()
  for (const { code, base, expression } of published<SearchParameter>('search-parameters.json', 'SearchParameter')) {
    for (const type of base) {
      const parts = (expression ?? '')
        .split('|')
        .map(part => part.trim())
        .filter(part => new RegExp(`^\\(*(${type}|Resource|DomainResource)\\b`).test(part))
      if (parts.length === 0) continue
      // One by one: a union would compare values, and it refuses to compare quantities with a comparator.
      const compiled = parts.map(part => fhirpath.compile(inNewer(part), r4))
      made.set(`${type} ${code}`, resource => compiled.flatMap(evaluate => evaluate(resource) as unknown[]))
    }
  }
  return made
}

/** Later FHIRPath takes `as` of one value alone; R4 means it of each. */
function inNewer(expression: string): string {
  return expression
    .replaceAll(/\.where\(resolve\(\) is \w+\)/g, '')
    .replaceAll(/([\w.]+) as (\w+)/g, '$1.ofType($2)')
    .replaceAll(/\.as\((\w+)\)/g, '.ofType($1)')
    .replaceAll('DateTime)', 'dateTime)')
}

/** The order of a union is nobody's promise. */
function asText(values: readonly unknown[]): string {
  return JSON.stringify(values.map(value => JSON.stringify(value)).toSorted())
}
