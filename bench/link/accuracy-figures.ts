/** Two records that were linked or asked about, by number, and what the truth says of each record. */
export interface Held {
  readonly pairs: readonly {
    readonly left: number
    readonly right: number
    readonly weight: number
    readonly probability: number
    readonly decision: string
  }[]
  /** Of each record, the first record of its cluster. */
  readonly clusters: Int32Array
  readonly truth: readonly Truth[]
}

/** Whose a record truly is; and, where a draw tells, of what kind of name, and whether it was made to mislead. */
export interface Truth {
  readonly person: string
  readonly group?: string
  readonly tags?: string
  /** Holds an NHS number whose check digit is right. */
  readonly number?: string
}

/** Every measure of the goals. Shares of 1; precision and recall are over all true pairs. */
export interface AccuracyFigures {
  readonly records: number
  readonly truePairs: number
  readonly linkPrecision: number
  readonly linkRecall: number
  readonly linkF1: number
  readonly linkWrong: number
  /** At probability 0.95, whatever was decided. */
  readonly p95F1: number
  readonly bestF1: number
  readonly recallAtPrecision999: number
  readonly clusterF1: number
  readonly withReviewRecall: number
  readonly reviewPer100: number
  readonly wrongTwins: number
  readonly wrongFatherAndSon: number
  readonly acrossSealed: number
  readonly clustersOfTwoNumbers: number
  /** Between the groups of names with a thousand true pairs or more. */
  readonly groupGap: number
  /** Of the tenths of all links and questions: how far the wrong ones that probabilities promise are from those there are. */
  readonly worstTenth: number
}

type HeldPair = Held['pairs'][number]

/** Holds what was found against the truth. */
export function accuracyOf({ pairs, clusters, truth }: Held): AccuracyFigures {
  const isTrue = ({ left, right }: HeldPair) => truth[left]?.person === truth[right]?.person
  const truePairs = pairsWithin(truth.map(({ person }) => person))
  const links = pairs.filter(({ decision }) => decision === 'link')
  const right = links.filter(isTrue)
  const found = pairs.filter(isTrue).length
  const inClusters = pairsWithin([...clusters].map(String))
  const rightInClusters = pairsWithin(truth.map(({ person }, record) => `${clusters[record]} ${person}`))
  const sure = pairs.filter(({ probability }) => probability >= 0.95)
  const ranked = rankedBy(pairs, isTrue, truePairs)
  return {
    records: truth.length,
    truePairs,
    linkPrecision: share(right.length, links.length),
    linkRecall: share(right.length, truePairs),
    linkF1: share(2 * right.length, links.length + truePairs),
    linkWrong: links.length - right.length,
    p95F1: share(2 * sure.filter(isTrue).length, sure.length + truePairs),
    bestF1: Math.max(0, ...ranked.map(({ f1 }) => f1)),
    recallAtPrecision999: ranked.findLast(({ precision }) => precision >= 0.999)?.recall ?? 0,
    clusterF1: share(2 * rightInClusters, inClusters + truePairs),
    withReviewRecall: share(found, truePairs),
    reviewPer100: (100 * (pairs.length - links.length)) / truth.length,
    ...trapsOf(
      links.filter(pair => !isTrue(pair)),
      truth,
    ),
    clustersOfTwoNumbers: clustersOfTwoNumbers(clusters, truth),
    groupGap: groupGap(right, truth),
    worstTenth: worstTenth(pairs, isTrue),
  }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

/** How many pairs have one key. */
function pairsWithin(keys: readonly string[]): number {
  const counts = new Map<string, number>()
  let pairs = 0
  for (const key of keys) {
    const before = counts.get(key) ?? 0
    pairs += before
    counts.set(key, before + 1)
  }
  return pairs
}

/** Precision, recall and F1 down to every weight at which pairs stand, the surest first. */
function rankedBy(pairs: readonly HeldPair[], isTrue: (pair: HeldPair) => boolean, truePairs: number) {
  const sorted = pairs.toSorted((one, other) => other.weight - one.weight)
  let right = 0
  return sorted.flatMap((pair, at) => {
    if (isTrue(pair)) right++
    if (sorted[at + 1]?.weight === pair.weight) return []
    return [{ precision: right / (at + 1), recall: share(right, truePairs), f1: (2 * right) / (at + 1 + truePairs) }]
  })
}

function trapsOf(wrong: readonly HeldPair[], truth: readonly Truth[]) {
  const both = (pair: HeldPair, kind: RegExp) =>
    kind.test(truth[pair.left]?.tags ?? '') && kind.test(truth[pair.right]?.tags ?? '')
  return {
    wrongTwins: wrong.filter(pair => both(pair, /twin/)).length,
    wrongFatherAndSon: wrong.filter(pair => both(pair, /senior|junior/)).length,
    acrossSealed: wrong.filter(pair => both(pair, /oldid|newid/)).length,
  }
}

function clustersOfTwoNumbers(clusters: Int32Array, truth: readonly Truth[]): number {
  const numbers = new Map<number, Set<string>>()
  for (const [record, { number }] of truth.entries()) {
    if (number === undefined) continue
    const first = clusters[record] ?? record
    numbers.set(first, (numbers.get(first) ?? new Set()).add(number))
  }
  return [...numbers.values()].filter(held => held.size > 1).length
}

/** A group of fewer true pairs than this has a recall that chance moves by more than is asked. */
const GROUP_PAIRS_MIN = 1000

function groupGap(right: readonly HeldPair[], truth: readonly Truth[]): number {
  const groups = [...new Set(truth.map(({ group }) => group ?? ''))]
  const recalls = groups.flatMap(group => {
    const all = pairsWithin(truth.filter(one => (one.group ?? '') === group).map(({ person }) => person))
    const found = right.filter(({ left }) => (truth[left]?.group ?? '') === group).length
    return all < GROUP_PAIRS_MIN ? [] : [found / all]
  })
  return recalls.length === 0 ? 0 : Math.max(...recalls) - Math.min(...recalls)
}

/** As a factor: 2 says that of some tenth twice or half as many are wrong as promised. A pair more or less is chance. */
function worstTenth(pairs: readonly HeldPair[], isTrue: (pair: HeldPair) => boolean): number {
  const sorted = pairs.toSorted((one, other) => one.probability - other.probability)
  const factors = Array.from({ length: 10 }, (_, tenth) => {
    const from = Math.floor((sorted.length * tenth) / 10)
    const within = sorted.slice(from, Math.floor((sorted.length * (tenth + 1)) / 10))
    const promised = within.reduce((sum, { probability }) => sum + 1 - probability, 1)
    const wrong = within.filter(pair => !isTrue(pair)).length + 1
    return Math.max(promised / wrong, wrong / promised)
  })
  return Math.max(1, ...factors)
}
