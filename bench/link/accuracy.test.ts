import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accuracyOf } from './accuracy-figures.ts'

const TRUTH = ['a', 'a', 'a', 'b', 'b', 'c'].map(person => ({ person }))
const pair = (left: number, right: number, weight: number, decision: string) => ({
  left,
  right,
  weight,
  probability: 1 / (1 + 2 ** -weight),
  decision,
})

test('links, questions and clusters are held against the truth', () => {
  const pairs = [pair(0, 1, 12, 'link'), pair(3, 4, 9, 'link'), pair(4, 5, 8, 'link'), pair(0, 2, 1, 'review')]
  const figures = accuracyOf({ pairs, clusters: Int32Array.of(0, 0, 2, 3, 3, 3), truth: TRUTH })
  assert.equal(figures.truePairs, 4)
  assert.equal(figures.linkPrecision, 2 / 3)
  assert.equal(figures.linkRecall, 2 / 4)
  assert.equal(figures.linkWrong, 1)
  assert.equal(figures.recallAtPrecision999, 2 / 4)
  assert.equal(figures.bestF1, (2 * 3) / (4 + 4))
  assert.equal(figures.clusterF1, (2 * 2) / (4 + 4))
  assert.equal(figures.withReviewRecall, 3 / 4)
  assert.equal(figures.reviewPer100, 100 / 6)
})

test('a wrong link is told as the trap it fell into, and a cluster of two numbers is counted', () => {
  const truth = [
    { person: 'a', tags: 'twin', number: '1' },
    { person: 'b', tags: 'twin', number: '2' },
    { person: 'c', tags: 'oldid' },
    { person: 'd', tags: 'newid_gender:7' },
  ]
  const pairs = [pair(0, 1, 9, 'link'), pair(2, 3, 9, 'link')]
  const figures = accuracyOf({ pairs, clusters: Int32Array.of(0, 0, 2, 2), truth })
  assert.deepEqual([figures.wrongTwins, figures.wrongFatherAndSon, figures.acrossSealed], [1, 0, 1])
  assert.equal(figures.clustersOfTwoNumbers, 1)
})
