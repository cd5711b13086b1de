import type { Meetings } from './meetings.ts'
import { type Pair, pairOf, stand } from './pair.ts'
import { bitsOf } from './score.ts'

/** A person is known to no more agencies than this as a rule: larger clusters are joined, and told of. */
const MEMBERS_ALARM = 12
/** Of two clusters that meet, so many members of each are held against each other. */
const MEMBERS_COMPARED_MAX = 12
/** So far below the threshold of a link stands what a guard has stopped. */
const BELOW_BITS = 0.01

/** Who is one person: of each record, the first record of its cluster. */
export interface Clusters {
  readonly first: Int32Array
  /** Clusters of so many members that somebody should look. */
  readonly large: readonly number[]
}

/** What came of pairs: those that are linked or asked about, and the clusters that the links make. */
export interface Clustered {
  readonly pairs: readonly Pair[]
  readonly clusters: Clusters
}

/**
 * Joins records, the surest link first. Two clusters are not joined when two of their members cannot be one person, or
 * when their members on the whole speak against it; then the link is asked about. Two members of one cluster are as sure
 * to be one person as the link that brought them together, if they are not surer by themselves: a pair that was asked
 * about is a link then, and so are two that no score spoke for. A pair that nobody would join any more is no question.
 */
export function clusterPairs(meetings: Meetings, records: number, pairs: readonly Pair[]): Clustered {
  const joining: Joining = { meetings, clusters: new Growing(records), brought: [] }
  for (const pair of pairs.filter(({ decision }) => decision === 'link').sort(bySureness)) join(joining, pair)
  for (const pair of pairs) if (pair.decision === 'review') askOrNot(joining, pair)
  const decided = [...pairs, ...joining.brought].filter(({ decision }) => decision !== 'none')
  return { pairs: decided, clusters: joining.clusters.done() }
}

/** Clusters as they grow: each is known by its first record. */
class Growing {
  readonly #first: Int32Array
  readonly #members = new Map<number, readonly number[]>()

  constructor(records: number) {
    this.#first = Int32Array.from({ length: records }, (_, record) => record)
  }

  of(record: number): readonly number[] {
    return this.#members.get(this.#first[record] ?? record) ?? [record]
  }

  areOne(one: number, other: number): boolean {
    return this.#first[one] === this.#first[other]
  }

  join(ones: readonly number[], others: readonly number[]): void {
    const joined = [...ones, ...others].sort((one, other) => one - other)
    const [lowest = 0] = joined
    for (const record of joined) this.#first[record] = lowest
    this.#members.set(lowest, joined)
  }

  done(): Clusters {
    const isLarge = ([lowest, joined]: [number, readonly number[]]) =>
      this.#first[lowest] === lowest && joined.length > MEMBERS_ALARM
    return { first: this.#first, large: [...this.#members].filter(isLarge).map(([lowest]) => lowest) }
  }
}

interface Joining {
  readonly meetings: Meetings
  readonly clusters: Growing
  /** Pairs that no score spoke for, and that came to be in one cluster. */
  readonly brought: Pair[]
}

function join(joining: Joining, link: Pair): void {
  const { clusters } = joining
  if (clusters.areOne(link.left, link.right)) return
  const [ones, others] = [clusters.of(link.left), clusters.of(link.right)]
  if (isSomethingAgainst(joining.meetings, ones, others)) {
    link.guards = [...link.guards, 'cluster']
    link.decision = 'review'
    return
  }
  clusters.join(ones, others)
  for (const one of ones) for (const other of others) bring(joining, link, Math.min(one, other), Math.max(one, other))
}

function bring({ meetings, brought }: Joining, link: Pair, left: number, right: number): void {
  const known = meetings.pair(left, right)
  if (known !== undefined) {
    known.decision = 'link'
    stand(known, Math.max(known.own, link.own))
    return
  }
  const { guards, score } = meetings.of(left, right).decided
  const pair = pairOf(left, right, { decision: 'link', guards }, score)
  stand(pair, Math.max(pair.own, link.own))
  brought.push(pair)
}

/** Nobody is asked whether two are one person of whom the records they were joined with say that they are not. */
function askOrNot(joining: Joining, pair: Pair): void {
  const { clusters, meetings } = joining
  const [ones, others] = [clusters.of(pair.left), clusters.of(pair.right)]
  const isMoot =
    pair.guards.length === 0 && ones.length + others.length > 2 && isSomethingAgainst(joining.meetings, ones, others)
  pair.decision = isMoot ? 'none' : 'review'
  stand(pair, Math.min(pair.own, bitsOf(meetings.matcher.model.thresholds.link) - BELOW_BITS))
}

function bySureness(one: Pair, other: Pair): number {
  return other.own - one.own || one.left - other.left || one.right - other.right
}

/** Whether two clusters that meet cannot be one person: by two of their members, or by all of them on the whole. */
export function isSomethingAgainst(meetings: Meetings, ones: readonly number[], others: readonly number[]): boolean {
  let weight = 0
  for (const one of ones.slice(0, MEMBERS_COMPARED_MAX)) {
    for (const other of others.slice(0, MEMBERS_COMPARED_MAX)) {
      const pair = meetings.pair(one, other)
      if (pair !== undefined && pair.guards.length === 0) {
        weight += pair.own
        continue
      }
      const { areTwo, decided } = meetings.of(one, other)
      if (areTwo) return true
      weight += decided.score.weight
    }
  }
  return weight < 0
}
