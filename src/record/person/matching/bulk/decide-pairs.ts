import { cameOut } from '../came-out.ts'
import { decisionOf } from '../decide.ts'
import { guardsOf } from '../guards/index.ts'
import type { Matcher } from '../matcher.ts'
import { type Pair, pairOf } from '../pair.ts'
import { score } from '../score.ts'
import type { Pairs } from './compare-records.ts'
import { codesOf, patternCount } from './patterns.ts'
import type { Values } from './values.ts'

/** Scores every pattern once, and decides about every pair: those that nothing speaks for are left out. */
export function decidePairs(matcher: Matcher, values: Values, pairs: Pairs): Pair[] {
  const { patterns } = pairs
  const { review } = matcher.model.thresholds
  const scores = Array.from({ length: patternCount(patterns) }, (_, at) => score(matcher, codesOf(patterns, at)))
  const levels = scores.map(({ probability }, at) => {
    const names = cameOut(codesOf(patterns, at))
    return probability >= review || names.nhsNumber === 'same' ? names : undefined
  })
  const decided: Pair[] = []
  for (let pair = 0; pair < pairs.left.length; pair++) {
    const pattern = pairs.pattern[pair] ?? 0
    const [names, scored] = [levels[pattern], scores[pattern]]
    if (names === undefined || scored === undefined) continue
    const [left, right] = [pairs.left[pair] ?? 0, pairs.right[pair] ?? 0]
    const guards = guardsOf({
      cameOut: names,
      against: scored.against,
      one: values.facts(left),
      other: values.facts(right),
    })
    const decision = decisionOf(matcher.model.thresholds, scored.probability, guards)
    if (decision === 'none') continue
    decided.push(pairOf(left, right, { decision, guards }, scored))
  }
  return decided
}
