import { type AppliedTie, type AppliedWish, type Facts, NOTHING_HELD } from '../decision/facts.ts'
import { AGREED_RELATIONSHIPS, type DataClass } from '../vocabulary.ts'

/** How many workers of a job stand to somebody in one way. */
export interface Standings {
  readonly standing: Standing
  readonly workers: number
}

/** How somebody stands to a person: all that a decision about them could rest on, besides job, day and agreements. */
export interface Standing {
  readonly ties: readonly AppliedTie[]
  readonly wishes: readonly AppliedWish[]
  readonly isInHospital: boolean
  readonly livesWithThem: boolean
  /** The age groups of the earliest and the latest birth date that is held; none where none is. */
  readonly ages: readonly Age[]
}

/** Older, adult, child: as cohorts part them. */
type Age = 'o' | 'a' | 'c'

/** How old somebody of an age group is taken to be, whole years: anywhere between the bounds would do. */
const YEARS: Readonly<Record<Age, number>> = { o: 80, a: 40, c: 10 }

/** Reads what the database wrote: `bits:hospital:ages:home:wishes*workers`. */
export function parseStanding(written: string, thresholds: readonly number[]): Standings {
  const [standing = '', workers = ''] = written.split('*')
  const [bits = '0', hospital = '', ages = '', home = '', wishes = ''] = standing.split(':')
  return {
    workers: Number(workers),
    standing: {
      ties: tiesOf(BigInt(bits), thresholds),
      isInHospital: hospital === 'h',
      livesWithThem: home === 'w',
      ages: [...ages] as Age[],
      wishes: wishes === '' ? [] : wishes.split(';').map(wishOf),
    },
  }
}

/** The facts of a standing on a day, ISO 8601. Emergencies are left out: they open for hours, and by no agreement. */
export function factsOf(standing: Standing, today: string): Omit<Facts, 'agreements' | 'minute'> {
  const { ages, ties, wishes, isInHospital, livesWithThem } = standing
  const birthDates = ages.map(age => `${Number(today.slice(0, 4)) - YEARS[age]}-01-01`)
  return { ...NOTHING_HELD, today, ties, wishes, isInHospital, livesWithThem, birthDates }
}

function tiesOf(bits: bigint, thresholds: readonly number[]): AppliedTie[] {
  const stages = thresholds.length + 1
  return AGREED_RELATIONSHIPS.flatMap((kind, place) =>
    Array.from({ length: stages }, (_, stage) => stage)
      .filter(stage => (bits >> BigInt(place * stages + stage)) & 1n)
      .map(stage => ({ kind, days: stage === 0 ? 0 : thresholds[stage - 1]! + 1 })),
  )
}

function wishOf(written: string): AppliedWish {
  const [kind = '', classes = ''] = written.split('=')
  return {
    id: '',
    kind: kind as AppliedWish['kind'],
    dataClasses: classes === '' ? [] : (classes.split('+') as DataClass[]),
  }
}
