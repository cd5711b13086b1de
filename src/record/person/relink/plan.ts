import { membersMaxOf } from '../matching/blocking.ts'
import { blocksOf } from '../matching/bulk/blocks.ts'
import { compareRecords } from '../matching/bulk/compare-records.ts'
import { decidePairs } from '../matching/bulk/decide-pairs.ts'
import { blocksOfRule } from '../matching/bulk/rule-blocks.ts'
import { valuesOf } from '../matching/bulk/values.ts'
import { isSomethingAgainst } from '../matching/cluster.ts'
import type { Decided } from '../matching/decide.ts'
import type { Matcher } from '../matching/matcher.ts'
import { Meetings } from '../matching/meetings.ts'
import type { Pair } from '../matching/pair.ts'
import { lookAround } from '../matching/sight.ts'
import type { Region } from './read-region.ts'

/** Two records, and how they came out. */
export interface Planned {
  /** Of the two the one that came first. */
  readonly recordId: string
  readonly otherId: string
  readonly decided: Decided
}

/** What a model would do to the region. Nothing is done by planning it. */
export interface Plan {
  /** Links that it would add, the surest first. */
  readonly joins: readonly Planned[]
  /** What it would ask about: of two people the two records that are most alike. */
  readonly asks: readonly Planned[]
  /** Links in force that a model made and that it would not make: for somebody to look at, and never ended by it. */
  readonly doubts: readonly { readonly linkId: string; readonly pair: Planned }[]
  /** Every two records that it would link or ask about, whatever is linked already. */
  readonly decided: readonly Pair[]
}

/**
 * Compares all records of the region by a model, on one thread, and plans what would become of them: of what is linked
 * already nothing is parted, and what was told apart or sealed is never compared.
 */
export function planRelink(matcher: Matcher, region: Region): Plan {
  const { columns, ids, barred } = region
  const rules = columns.keys.map((keys, rule) => blocksOfRule(keys, membersMaxOf(rule, columns.records)))
  const blocks = blocksOf(rules, columns.records)
  const isBarred = (left: number, right: number) => barred.has(`${left},${right}`)
  const range = { from: 0, to: columns.records }
  const pairs = compareRecords(matcher, columns, blocks, range, barred.size === 0 ? undefined : isBarred)
  const values = valuesOf(matcher, columns)
  const decided = decidePairs(matcher, values, pairs)
  const readyOf = (record: number) => ({ taken: values.taken(record), facts: values.facts(record) })
  const meetings = new Meetings(matcher, decided, readyOf)
  lookAround(meetings, decided)
  const people = new People(region, meetings)
  const planned = ({ left, right, decision, guards }: Pair): Planned => ({
    recordId: ids[left]!,
    otherId: ids[right]!,
    decided: { ...meetings.of(left, right).decided, decision, guards },
  })
  const joins = decided
    .filter(({ decision }) => decision === 'link')
    .sort(bySureness)
    .filter(pair => people.join(pair))
  const asks = people.open(decided.filter(({ decision }) => decision === 'review').sort(bySureness))
  const doubts = region.links.flatMap(({ id, left, right }) => {
    const found = meetings.of(left, right).decided
    const pair = { recordId: ids[left]!, otherId: ids[right]!, decided: found }
    return found.decision === 'link' || isLifted(meetings, left, right) ? [] : [{ linkId: id, pair }]
  })
  return { joins: joins.map(planned), asks: asks.map(planned), doubts, decided }
}

/** A guard that nothing in sight keeps up. */
function isLifted(meetings: Meetings, left: number, right: number): boolean {
  return meetings.pair(left, right)?.decision === 'link'
}

function bySureness(one: Pair, other: Pair): number {
  return other.own - one.own || one.left - other.left || one.right - other.right
}

/** Who is one person: as they are now, and as links are added. */
class People {
  readonly #of: string[]
  readonly #members: Map<string, number[]>
  readonly #barred: ReadonlySet<string>
  readonly #meetings: Meetings

  constructor({ people, barred }: Region, meetings: Meetings) {
    this.#of = [...people]
    this.#members = Map.groupBy(people.keys(), number => people[number]!)
    this.#barred = barred
    this.#meetings = meetings
  }

  /** Joins two people, and answers whether it did; where something is against it the pair is to be asked about. */
  join(pair: Pair): boolean {
    const [one, other] = [this.#of[pair.left]!, this.#of[pair.right]!]
    if (one === other) return false
    const [ones, others] = [this.#members.get(one) ?? [], this.#members.get(other) ?? []]
    if (this.#areBarred(ones, others)) return false
    if (isSomethingAgainst(this.#meetings, ones, others)) {
      pair.decision = 'review'
      pair.guards = [...pair.guards, 'cluster']
      return false
    }
    for (const member of others) this.#of[member] = one
    this.#members.set(one, [...ones, ...others])
    this.#members.delete(other)
    return true
  }

  /** Of the pairs those that are still a question, one for each two people. */
  open(pairs: readonly Pair[]): Pair[] {
    const asked = new Set<string>()
    return pairs.filter(pair => {
      const two = [this.#of[pair.left]!, this.#of[pair.right]!].sort()
      const [ones, others] = two.map(person => this.#members.get(person) ?? []) as [number[], number[]]
      if (two[0] === two[1] || asked.has(two.join()) || this.#areBarred(ones, others)) return false
      if (this.#isMoot(pair, ones, others)) return false
      asked.add(two.join())
      return true
    })
  }

  /** Nobody is asked whether two are one person of whom the records they are with say that they are not. */
  #isMoot({ guards }: Pair, ones: readonly number[], others: readonly number[]): boolean {
    return guards.length === 0 && ones.length + others.length > 2 && isSomethingAgainst(this.#meetings, ones, others)
  }

  #areBarred(ones: readonly number[], others: readonly number[]): boolean {
    if (this.#barred.size === 0) return false
    return ones.some(one => others.some(other => this.#barred.has(`${Math.min(one, other)},${Math.max(one, other)}`)))
  }
}
