import { cameOut } from './came-out.ts'
import type { Meetings } from './meetings.ts'
import type { Pair } from './pair.ts'

/** Whoever has learnt from fewer records has not seen enough people to say that somebody is not among them. */
const RECORDS_MIN = 1000

/**
 * Looks at every pair among the other candidates of its two records. Where two candidates are nearly as good and exclude
 * each other, nobody but a person can say which of them it is: both are asked about (`rivals`). Where there is no other
 * candidate that could be the father or the twin, nothing guards against them.
 */
export function lookAround(meetings: Meetings, pairs: readonly Pair[]): void {
  const sight: Sight = { meetings, candidates: byRecord(pairs.filter(({ guards }) => !guards.includes('twoNumbers'))) }
  const rivals = pairs.filter(pair => hasRival(sight, pair, nearlyAsGood(meetings)))
  const unrivalled = pairs.filter(pair => mayLift(meetings, pair) && !hasRival(sight, pair, () => true))
  for (const pair of unrivalled) {
    pair.guards = []
    pair.decision = 'link'
  }
  for (const pair of rivals) {
    pair.guards = [...pair.guards, 'rivals']
    pair.decision = 'review'
  }
}

/** All that a pair is looked at among. */
interface Sight {
  readonly meetings: Meetings
  readonly candidates: ReadonlyMap<number, readonly Pair[]>
}

function byRecord(pairs: readonly Pair[]): Map<number, Pair[]> {
  const candidates = new Map<number, Pair[]>()
  const add = (record: number, pair: Pair) => {
    const known = candidates.get(record)
    if (known === undefined) candidates.set(record, [pair])
    else known.push(pair)
  }
  for (const pair of pairs) {
    add(pair.left, pair)
    add(pair.right, pair)
  }
  return candidates
}

type Counts = (pair: Pair, rival: Pair) => boolean

/** A rival of a link, and a link that is the rival of what is asked about. */
function nearlyAsGood({ matcher }: Meetings): Counts {
  const near = matcher.model.thresholds.ambiguityBits
  return (pair, rival) =>
    (pair.decision === 'link' || rival.decision === 'link') && Math.abs(pair.own - rival.own) < near
}

/** Whether either record has another candidate, which excludes the other record. */
function hasRival(sight: Sight, pair: Pair, counts: Counts): boolean {
  const { left, right } = pair
  return hasRivalOf(sight, pair, left, right, counts) || hasRivalOf(sight, pair, right, left, counts)
}

function hasRivalOf({ meetings, candidates }: Sight, pair: Pair, record: number, candidate: number, counts: Counts) {
  return (candidates.get(record) ?? []).some(rival => {
    if (rival === pair || !counts(pair, rival)) return false
    const other = rival.left === record ? rival.right : rival.left
    // Two that are linked themselves are no rivals: asking costs less than comparing.
    return meetings.pair(candidate, other)?.decision !== 'link' && meetings.of(candidate, other).excludeEachOther
  })
}

/**
 * Whether a guard may be lifted if nobody else is in sight: that of father and son, and that of twins where a record
 * gives no first name or a letter of it. Nothing else may, and nothing while the region has not learnt.
 */
function mayLift(meetings: Meetings, { left, right, guards, probability }: Pair): boolean {
  const { learntFrom, thresholds } = meetings.matcher.model
  if (learntFrom.records < RECORDS_MIN || probability < thresholds.link || guards.length !== 1) return false
  const { given } = cameOut(meetings.of(left, right).decided.codes)
  if (guards[0] === 'twins') return given === undefined || given === 'initial'
  return guards[0] === 'fatherAndSon' && given !== 'learntVariant'
}
