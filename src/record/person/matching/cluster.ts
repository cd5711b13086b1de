import { cameOut } from './came-out.ts'
import { type Decided, decideTwo } from './decide.ts'
import type { GuardName } from './guards/index.ts'
import type { Matcher } from './matcher.ts'
import type { Pair, ReadyOf } from './pair.ts'
import { bitsOf } from './score.ts'

/** A person is known to no more agencies than this as a rule: larger clusters are joined, and told of. */
const MEMBERS_ALARM = 12
/** Of two clusters that meet, so many members of each are held against each other. */
const MEMBERS_COMPARED_MAX = 12
/** What two members of one cluster may never say of each other; twins, if both say a name and they are two names. */
const NEVER_WITHIN: readonly GuardName[] = ['twoNumbers', 'twoDeaths']
const NAMES_OF_TWO = ['crossed', 'alike', 'other']

/** Who is one person: of each record, the first record of its cluster. */
export interface Clusters {
  readonly first: Int32Array
  /** Clusters of so many members that somebody should look. */
  readonly large: readonly number[]
}

/**
 * Joins records, the surest link first. Two clusters are not joined when two of their members cannot be one person, or
 * when their members on the whole speak against it; then the link is asked about. Two members of one cluster are as sure
 * to be one person as the link that brought them together, if they are not surer by themselves: a pair that was asked
 * about is a link then. One that nobody would join any more is no question. Gives the pairs that are linked or asked
 * about, those among them that only others have brought together.
 */
export function clusterPairs(
  matcher: Matcher,
  records: number,
  pairs: readonly Pair[],
  readyOf: ReadyOf,
): { readonly pairs: readonly Pair[]; readonly clusters: Clusters } {
  const joining: Joining = { matcher, readyOf, clusters: new Growing(records), byPair: byPair(pairs), brought: [] }
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
  readonly matcher: Matcher
  readonly readyOf: ReadyOf
  readonly clusters: Growing
  readonly byPair: ReadonlyMap<number, Pair>
  /** Pairs that no score spoke for, and that came to be in one cluster. */
  readonly brought: Pair[]
}

function join(joining: Joining, link: Pair): void {
  const { clusters } = joining
  if (clusters.areOne(link.left, link.right)) return
  const [ones, others] = [clusters.of(link.left), clusters.of(link.right)]
  if (isSomethingAgainst(joining, ones, others)) {
    link.guards = [...link.guards, 'cluster']
    link.decision = 'review'
    return
  }
  clusters.join(ones, others)
  for (const one of ones) for (const other of others) bring(joining, link, Math.min(one, other), Math.max(one, other))
}

function bring({ byPair, brought, matcher, readyOf }: Joining, link: Pair, left: number, right: number): void {
  const known = byPair.get(left * PAIR_FACTOR + right)
  if (known !== undefined) {
    known.decision = 'link'
    known.sureness = Math.max(known.weight, link.weight)
    return
  }
  const { score, guards } = decideTwo(matcher, readyOf(left), readyOf(right))
  const { weight, probability } = score
  brought.push({ left, right, weight, probability, sureness: Math.max(weight, link.weight), decision: 'link', guards })
}

function byPair(pairs: readonly Pair[]): ReadonlyMap<number, Pair> {
  return new Map(pairs.map(pair => [pair.left * PAIR_FACTOR + pair.right, pair]))
}

/** More records than any run has: a pair is known by one number. */
const PAIR_FACTOR = 2 ** 26

/** Nobody is asked whether two are one person of whom the records they were joined with say that they are not. */
function askOrNot(joining: Joining, pair: Pair): void {
  const { clusters, matcher } = joining
  const [ones, others] = [clusters.of(pair.left), clusters.of(pair.right)]
  const isMoot =
    pair.guards.length === 0 && ones.length + others.length > 2 && isSomethingAgainst(joining, ones, others)
  pair.decision = isMoot ? 'none' : 'review'
  pair.sureness = Math.min(pair.weight, bitsOf(matcher.model.thresholds.link) - BELOW_BITS)
}

/** So far below the threshold of a link stands what a guard has stopped. */
const BELOW_BITS = 0.01

function bySureness(one: Pair, other: Pair): number {
  return other.weight - one.weight || one.left - other.left || one.right - other.right
}

/** Whether two clusters that meet cannot be one person, by two of their members or on the whole. */
export function isSomethingAgainst(
  { matcher, readyOf }: Pick<Joining, 'matcher' | 'readyOf'>,
  ones: readonly number[],
  others: readonly number[],
): boolean {
  let weight = 0
  for (const one of ones.slice(0, MEMBERS_COMPARED_MAX)) {
    for (const other of others.slice(0, MEMBERS_COMPARED_MAX)) {
      const decided = decideTwo(matcher, readyOf(one), readyOf(other))
      if (areTwo(decided)) return true
      weight += decided.score.weight
    }
  }
  return weight < 0
}

function areTwo({ guards, codes }: Decided): boolean {
  if (guards.some(guard => NEVER_WITHIN.includes(guard))) return true
  return guards.includes('twins') && NAMES_OF_TWO.includes(cameOut(codes).given ?? '')
}
