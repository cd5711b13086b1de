import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type ElementFacts, getType, jsonName, type Rule, resourceTypes, type TypeFacts } from '../definitions/types.ts'
import { answerByPath } from './by-path.ts'
import type { Fields } from './fields.ts'
import { baseOf } from './rules.ts'
import { shortcutExpressions, shortcutOf } from './shortcuts.ts'
import { Visit } from './visit.ts'

/** Where the engine has no answer for what R4 means, and the code alone says it. */
const IN_CODE_ALONE = ['ras-1', 'ras-2', 'que-7', 'que-12']

/** Every rule that has a shortcut, with a type it is a rule of. */
function withShortcut(): { rule: Rule; type: TypeFacts }[] {
  const names = resourceTypes().concat([
    'Extension',
    'Reference',
    'Period',
    'Quantity',
    'SimpleQuantity',
    'Range',
    'Ratio',
  ])
  const types = allTypes([...names, 'Attachment', 'ContactPoint', 'Timing'])
  const said = types.flatMap(type => [
    ...type.rules.map(rule => ({ rule, type })),
    ...[...type.elements.values()].flatMap(({ rules, types: [name = ''] }) =>
      rules.map(rule => ({ rule, type: getType(name) })),
    ),
  ])
  return shortcutExpressions().map(expression => {
    const found = said.find(one => one.rule.expression === expression)
    assert.ok(found, `no type has the rule ${expression}`)
    return found
  })
}

/** With the groups within them. */
function allTypes(names: readonly string[], known = new Set<string>()): TypeFacts[] {
  return names.flatMap(name => {
    if (known.has(name)) return []
    known.add(name)
    const type = getType(name)
    const within = [...type.elements.values()].flatMap(({ types }) => types).filter(one => one.includes('.'))
    return [type, ...allTypes(within, known)]
  })
}

const text = fc.constantFrom(
  'a',
  '#a',
  '#',
  'home',
  'searchset',
  'batch',
  'history',
  'changes',
  '/_history/',
  'exists',
  'Aname',
  'Bname',
  'Cname',
)
const time = fc.constantFrom(
  '2026',
  '2026-05',
  '2026-05-01',
  '2026-05-04',
  '2026-05-01T10:00:00Z',
  '2026-05-01T09:30:00-01:00',
)
const contained = fc.array(
  fc.record(
    {
      resourceType: fc.constant('Basic'),
      id: fc.constantFrom('a', 'b'),
      contained: fc.constant([{ resourceType: 'Basic' }]),
      meta: fc.record({ versionId: text, security: fc.constant([{ code: 'R' }]) }, { requiredKeys: [] }),
      subject: fc.record({ reference: text }),
    },
    { requiredKeys: ['resourceType'] },
  ),
  { minLength: 1, maxLength: 2 },
)

/** A value of an element that is enough to ask the rules that have shortcuts. */
function aValue(name: string, { types, max }: ElementFacts): fc.Arbitrary<[string, unknown]> {
  const ofType = fc
    .constantFrom(...types.slice(0, 4))
    .chain(type => fc.tuple(fc.constant(jsonName(name, type)), simple(type)))
  return max > 1 ? ofType.map(([key, value]) => [key, [value]]) : ofType
}

function simple(type: string): fc.Arbitrary<unknown> {
  if (type === 'dateTime' || type === 'date' || type === 'instant') return time
  if (type === 'decimal' || type === 'positiveInt' || type === 'unsignedInt') return fc.constantFrom(-1, 0, 1, 200)
  if (type === 'boolean') return fc.boolean()
  if (getType(type).kind === 'primitive') return text
  if (type === 'Reference') return fc.record({ reference: text })
  if (type === 'Resource') return fc.constant({ resourceType: 'Basic' })
  return fc.constantFrom({ extension: [{ url: 'a', valueString: 'b' }] }, { value: 1 }, { text: 'a' })
}

/** With what it needs, for a rule is asked of nothing less; some of what the rule speaks of; and a little else. */
function ofType(type: TypeFacts, { expression }: Rule): fc.Arbitrary<Fields> {
  const elements = [...type.elements].filter(([name]) => name !== 'contained')
  const needed = elements.filter(([, { min }]) => min > 0)
  const rest = elements.filter(([, { min }]) => min === 0)
  const spoken = rest.filter(([name]) => expression.includes(name.replace('[x]', '')))
  const others = rest.filter(one => !spoken.includes(one))
  const some = fc
    .tuple(fc.shuffledSubarray(spoken), fc.shuffledSubarray(others, { maxLength: Math.min(3, others.length) }))
    .map(chosen => chosen.flat())
  return fc
    .tuple(
      some.chain(chosen => fc.tuple(...[...needed, ...chosen].map(one => aValue(...one)))),
      fc.option(contained),
    )
    .map(([fields, within]) => ({
      ...(type.kind === 'resource' ? { resourceType: type.name } : {}),
      ...Object.fromEntries(fields),
      ...(within !== null && type.elements.has('contained') ? { contained: within } : {}),
    }))
}

for (const { rule, type } of withShortcut().filter(one => !IN_CODE_ALONE.includes(one.rule.key))) {
  test(`what is asked of ${type.name} in code is what the expression asks: ${rule.key}`, () => {
    const shortcut = shortcutOf(rule.expression)
    let answered = 0
    const value = fc.tuple(ofType(type, rule), contained)
    fc.assert(
      fc.property(value, ([one, within]) => {
        const visit = new Visit(type.kind === 'resource' ? one : { resourceType: 'Patient', contained: within })
        const quick = shortcut?.(one, visit)
        if (quick === undefined || isR4Forgetful(rule, one)) return
        const answer = answerByPath(rule.expression, baseOf(type), one, visit)
        if (answer === undefined) return
        answered++
        assert.equal(quick, answer)
      }),
      { numRuns: 200 },
    )
    assert.ok(answered > 0)
  })
}

/** What R4 forgot in ref-1: that what is contained may point to what contains it. */
function isR4Forgetful({ key }: Rule, { reference }: Fields): boolean {
  return key === 'ref-1' && reference === '#'
}

test('a shortcut that says something else is caught', () => {
  const [period] = withShortcut().filter(({ rule }) => rule.key === 'per-1')
  assert.ok(period)
  const value = { start: '2026-05-02', end: '2026-05-01' }
  assert.equal(answerByPath(period.rule.expression, 'Period', value, new Visit(value)), false)
  assert.equal(shortcutOf(period.rule.expression)?.(value, new Visit(value)), false)
})
