import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OtherColumn } from './compare/fields.ts'
import { startingModel } from './model-start.ts'
import { ModelFault, parseModel } from './parse-model.ts'

const WARD: OtherColumn = { name: 'ward', kind: 'exact', rarity: true, household: false }
const MODEL = {
  ...startingModel([WARD], { records: 1000, pairs: 499_500 }),
  rarity: { surname: { rarest: 30, values: { jones: 8 } } },
  variants: { learnt: [['bleddyn', 'bledd']] as const, struck: [] },
}

/** The model as it would be read again, after somebody has had their hands on it. */
function changed(change: (model: Record<string, unknown>) => void): unknown {
  const model = JSON.parse(JSON.stringify(MODEL)) as Record<string, unknown>
  change(model)
  return model
}

test('a model that was written down is read again as it was', () => {
  assert.deepEqual(parseModel(changed(() => undefined)), MODEL)
})

test('a model that is not whole is refused, and the place is named', () => {
  const levels = MODEL.comparisons[0]?.levels ?? []
  const faults: readonly (readonly [(model: Record<string, unknown>) => void, RegExp])[] = [
    [model => delete model.version, /^version: no text/],
    [model => Object.assign(model, { prior: { match: 0, household: 0.1 } }), /^prior\.match: no chance/],
    [model => Object.assign(model, { comparisons: MODEL.comparisons.slice(1) }), /^comparisons: 9 of 10/],
    [model => Object.assign(model, { comparisons: MODEL.comparisons.toReversed() }), /another stands in its place/],
    [
      model =>
        Object.assign(model, { comparisons: MODEL.comparisons.with(0, { name: 'given', levels: levels.slice(1) }) }),
      /^comparisons\.given: not its levels/,
    ],
    [model => Object.assign(model, { others: [{ ...WARD, kind: 'guess' }] }), /^others\.0\.kind/],
    [model => Object.assign(model, { rarity: { surname: { rarest: 99, values: {} } } }), /^rarity\.surname\.rarest/],
    [model => Object.assign(model, { variants: { learnt: [['one']], struck: [] } }), /^variants\.learnt\.0: not two/],
    [model => Object.assign(model, { thresholds: { link: 0.1, review: 0.2, ambiguityBits: 5 } }), /^thresholds/],
    [model => Object.assign(model, { common: 'none' }), /^common: no list/],
  ]
  for (const [change, message] of faults) {
    assert.throws(
      () => parseModel(changed(change)),
      (fault: unknown) => fault instanceof ModelFault && message.test(fault.message),
      String(message),
    )
  }
  for (const nothing of [undefined, null, 'model', 7, []]) assert.throws(() => parseModel(nothing), ModelFault)
})

test('more columns than their pairs could be told apart by are refused', () => {
  const others = Array.from({ length: 30 }, (_, at): OtherColumn => ({ ...WARD, name: `column ${at}` }))
  assert.throws(() => parseModel(startingModel(others, { records: 10, pairs: 45 })), /too many columns/)
})
