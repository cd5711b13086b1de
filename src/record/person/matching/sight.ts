import { cameOut } from './came-out.ts'
import { decideTwo, type Ready } from './decide.ts'
import type { Matcher } from './matcher.ts'
import type { Pair, ReadyOf } from './pair.ts'

/** Two records exclude each other when they speak against being one person by so many bits. */
const APART_BITS = -5
/** Birth dates tell candidates apart where fewer than these of one person's are another day, month and year. */
const OTHER_BIRTH_DATE_MAX = 0.03
/** Whoever has learnt from fewer records has not seen enough people to say that somebody is not among them. */
const RECORDS_MIN = 1000

/** Whether two candidates of one record cannot both be it: other numbers, other deaths, another birth date. */
export function excludeEachOther(matcher: Matcher, one: Ready, other: Ready): boolean {
  const { codes, score, guards } = decideTwo(matcher, one, other)
  const { birthDate, nhsNumber } = cameOut(codes)
  if (nhsNumber === 'same' && !guards.includes('numberOfSomebodyElse')) return false
  if ((birthDate === 'other' || birthDate === 'year') && areBirthDatesReliable(matcher)) return true
  return score.weight < APART_BITS || guards.some(guard => guard === 'twoNumbers' || guard === 'twoDeaths')
}

/** Where a person hardly ever has two birth dates, two birth dates are two people. */
function areBirthDatesReliable({ model }: Matcher): boolean {
  const levels = model.comparisons.find(({ name }) => name === 'birthDate')?.levels ?? []
  return levels.some(({ level, match }) => level === 'other' && match < OTHER_BIRTH_DATE_MAX)
}

/**
 * Looks at every pair among the other candidates of its two records. Where two candidates are nearly as good and exclude
 * each other, nobody but a person can say which of them it is: both are asked about (`rivals`). Where there is no other
 * candidate that could be the father or the twin, nothing guards against them.
 */
export function lookAround(matcher: Matcher, pairs: readonly Pair[], readyOf: ReadyOf): void {
  const candidates = byRecord(pairs.filter(({ guards }) => !guards.includes('twoNumbers')))
  const sight: Sight = { matcher, candidates, readyOf }
  const rivals = pairs.filter(pair => hasRival(sight, pair, nearlyAsGood(matcher)))
  const unrivalled = pairs.filter(pair => mayLift(sight, pair) && !hasRival(sight, pair, () => true))
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
  readonly matcher: Matcher
  readonly candidates: ReadonlyMap<number, readonly Pair[]>
  readonly readyOf: ReadyOf
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

/** A rival of a link, and a link that is the rival of what is asked about. */
function nearlyAsGood({ model }: Matcher): (pair: Pair, rival: Pair) => boolean {
  const near = model.thresholds.ambiguityBits
  return (pair, rival) =>
    (pair.decision === 'link' || rival.decision === 'link') && Math.abs(pair.weight - rival.weight) < near
}

/** Whether either record has another candidate, which excludes the other record. */
function hasRival(sight: Sight, pair: Pair, counts: (pair: Pair, rival: Pair) => boolean): boolean {
  const { left, right } = pair
  return (
    hasRivalOf(sight, left, right, rival => counts(pair, rival)) ||
    hasRivalOf(sight, right, left, rival => counts(pair, rival))
  )
}

function hasRivalOf(
  { matcher, candidates, readyOf }: Sight,
  record: number,
  candidate: number,
  counts: (rival: Pair) => boolean,
): boolean {
  return (candidates.get(record) ?? []).some(rival => {
    const other = rival.left === record ? rival.right : rival.left
    return other !== candidate && counts(rival) && excludeEachOther(matcher, readyOf(candidate), readyOf(other))
  })
}

/**
 * Whether a guard may be lifted if nobody else is in sight: that of father and son, and that of twins where a record
 * gives no first name or a letter of it. Nothing else may, and nothing while the region has not learnt.
 */
function mayLift({ matcher, readyOf }: Sight, { left, right, guards, probability }: Pair): boolean {
  const { learntFrom, thresholds } = matcher.model
  if (learntFrom.records < RECORDS_MIN || probability < thresholds.link || guards.length !== 1) return false
  const { given } = cameOut(decideTwo(matcher, readyOf(left), readyOf(right)).codes)
  if (guards[0] === 'twins') return given === undefined || given === 'initial'
  return guards[0] === 'fatherAndSon' && given !== 'learntVariant'
}
