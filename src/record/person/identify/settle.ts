import { isSomethingAgainst } from '../matching/cluster.ts'
import { decideTwo } from '../matching/decide.ts'
import type { Matcher } from '../matching/matcher.ts'
import { Meetings } from '../matching/meetings.ts'
import { type Pair, pairOf } from '../matching/pair.ts'
import { lookAround } from '../matching/sight.ts'
import type { Surroundings } from './find-near.ts'
import { bySureness, type Found, type Near, nearestOfEach } from './near.ts'

/** What is to be done about a record: whom to join it to, the surest first, and about whom to ask. */
export interface Settled {
  readonly joins: readonly Near[]
  readonly asks: readonly Near[]
}

/**
 * Settles what two records alone cannot: rivals, and people of several records. The same as a bulk run does, but that it
 * finds others as they are, linked already, and never parts them.
 */
export function settle(matcher: Matcher, surroundings: Surroundings): Settled {
  const { own, kin, people } = surroundings
  const seen = lookedAround(matcher, surroundings)
  const joins: Near[] = []
  const asks = seen.filter(({ decided }) => decided.decision === 'review')
  let ones: readonly Found[] = [own, ...kin]
  const theirsOf = (one: Near) => people.filter(({ personId }) => personId === one.personId)
  for (const one of seen.filter(({ decided }) => decided.decision === 'link').sort(bySureness)) {
    if (joins.some(({ personId }) => personId === one.personId)) continue
    if (isAgainst(matcher, ones, theirsOf(one))) {
      const guards = [...one.decided.guards, 'cluster' as const]
      asks.push({ ...one, decided: { ...one.decided, decision: 'review', guards } })
    } else {
      joins.push(one)
      ones = [...ones, ...theirsOf(one)]
    }
  }
  const isJoined = new Set(joins.map(({ personId }) => personId))
  const open = asks.filter(one => !isJoined.has(one.personId) && !isMoot(matcher, one, ones, theirsOf(one)))
  return { joins, asks: nearestOfEach(open) }
}

/** Nobody is asked whether two are one person of whom the records they are with say that they are not. */
function isMoot(matcher: Matcher, { decided }: Near, ones: readonly Found[], others: readonly Found[]): boolean {
  return decided.guards.length === 0 && ones.length + others.length > 2 && isAgainst(matcher, ones, others)
}

function isAgainst(matcher: Matcher, ones: readonly Found[], others: readonly Found[]): boolean {
  const all = [...ones, ...others]
  const numbers = all.map((_, number) => number)
  const meetings = new Meetings(matcher, [], number => all[number]!.ready)
  return isSomethingAgainst(meetings, numbers.slice(0, ones.length), numbers.slice(ones.length))
}

/** The near ones as they stand among all other candidates, its own and theirs, as far as they are in sight. */
function lookedAround(matcher: Matcher, { own, kin, near, people, candidates }: Surroundings): Near[] {
  const others = new Map([...candidates, ...kin, ...people].map(one => [one.recordId, one]))
  const records = [own, ...others.values()]
  const at = new Map(records.map(({ recordId }, number) => [recordId, number]))
  const met = (one: Found, other: Found, decided = decideTwo(matcher, one.ready, other.ready)): Pair =>
    pairOf(at.get(one.recordId) ?? 0, at.get(other.recordId) ?? 0, decided, decided.score)
  const pairs = near.map(one => met(own, one, one.decided))
  const ofOwn = kin.map(one => met(own, one))
  const nearest = near.filter(mayHaveRival).map(({ recordId }) => at.get(recordId) ?? 0)
  const ofNear = nearest.flatMap((one, place) =>
    records.flatMap((other, number) =>
      number === 0 || number === one || nearest.indexOf(number, place + 1) !== -1 ? [] : [met(records[one]!, other)],
    ),
  )
  const worth = [...ofOwn, ...ofNear].filter(({ decision }) => decision !== 'none')
  const all = [...pairs, ...worth]
  lookAround(new Meetings(matcher, all, number => records[number]!.ready), all)
  return near.map((one, place) => {
    const { decision, guards } = pairs[place]!
    return { ...one, decided: { ...one.decided, decision, guards } }
  })
}

/** Whether it makes a difference who else is near the near one: for a link, and for a guard that others in sight keep up. */
function mayHaveRival({ decided: { decision, guards } }: Near): boolean {
  return decision === 'link' || guards.length === 1
}
