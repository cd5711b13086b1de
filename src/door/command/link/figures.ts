/** Two records that were linked, or about which a person is to be asked. */
export interface LinkedPair {
  readonly left: number
  readonly right: number
  readonly weight: number
  readonly decision: 'link' | 'review'
}

/** What was found, to be held against the truth. */
export interface Found {
  readonly pairs: readonly LinkedPair[]
  /** Of each record, the first record of its cluster. */
  readonly clusters: Int32Array
  /** Of each record, who it truly is: any number, the same for the same person; -1 where that is not known. */
  readonly truth: Int32Array
  /** When only pairs across two files count: how many records the first has. */
  readonly leftRecords: number | undefined
}

export interface Scored {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/** How good what was found is. */
export interface Figures {
  /** How many pairs of records are truly of one person. */
  readonly truePairs: number
  readonly automatic: Scored & { readonly wrong: number }
  readonly best: Scored & { readonly weight: number }
  readonly clusters: Scored
  readonly review: {
    readonly pairs: number
    readonly per100: number
    readonly trueShare: number
    readonly recall: number
  }
}

/** Holds what was found against the truth. Records of which the truth is not known count nowhere. */
export function figuresOf({ pairs, clusters, truth, leftRecords }: Found): Figures {
  const isTrue = ({ left, right }: LinkedPair) => truth[left] === truth[right]
  const known = pairs.filter(({ left, right }) => truth[left] !== -1 && truth[right] !== -1)
  const records = Int32Array.from({ length: truth.length }, (_, record) => record).filter(
    record => truth[record] !== -1,
  )
  const truePairs = pairsWithin(records, leftRecords, record => String(truth[record]))
  const links = known.filter(({ decision }) => decision === 'link')
  const review = known.filter(({ decision }) => decision === 'review')
  const right = links.filter(isTrue).length
  const reviewTrue = review.filter(isTrue).length
  const inClusters = pairsWithin(records, leftRecords, record => String(clusters[record]))
  const rightInClusters = pairsWithin(records, leftRecords, record => `${clusters[record]} ${truth[record]}`)
  return {
    truePairs,
    automatic: { ...scored(right, links.length, truePairs), wrong: links.length - right },
    best: bestOf(known, isTrue, truePairs),
    clusters: scored(rightInClusters, inClusters, truePairs),
    review: {
      pairs: review.length,
      per100: (100 * review.length) / Math.max(1, records.length),
      trueShare: share(reviewTrue, review.length),
      recall: share(right + reviewTrue, truePairs),
    },
  }
}

/** By weight alone, whatever was decided: where precision and recall together are best. */
function bestOf(pairs: readonly LinkedPair[], isTrue: (pair: LinkedPair) => boolean, truePairs: number) {
  const sorted = pairs.toSorted((one, other) => other.weight - one.weight)
  let best = { ...scored(0, 0, truePairs), weight: 0 }
  let right = 0
  for (const [at, pair] of sorted.entries()) {
    if (isTrue(pair)) right++
    if (sorted[at + 1]?.weight === pair.weight) continue
    const here = scored(right, at + 1, truePairs)
    if (here.f1 > best.f1) best = { ...here, weight: pair.weight }
  }
  return best
}

/** How many pairs share a key: within all records, or across two files. */
function pairsWithin(records: Int32Array, leftRecords: number | undefined, keyOf: (record: number) => string): number {
  const counts = new Map<string, [number, number]>()
  for (const record of records) {
    const key = keyOf(record)
    const count = counts.get(key) ?? [0, 0]
    count[leftRecords === undefined || record < leftRecords ? 0 : 1]++
    counts.set(key, count)
  }
  let pairs = 0
  for (const [left, right] of counts.values())
    pairs += leftRecords === undefined ? (left * (left - 1)) / 2 : left * right
  return pairs
}

function scored(right: number, found: number, truePairs: number): Scored {
  const precision = share(right, found)
  const recall = share(right, truePairs)
  return { precision, recall, f1: share(2 * right, found + truePairs) }
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
