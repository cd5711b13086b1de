import { type AgreementContent, hashOf } from '#record/sharing/agreement/agreement.ts'
import { compile } from '#record/sharing/agreement/compile.ts'
import { decide, whyAllowed } from '#record/sharing/decision/decide.ts'
import { type Facts, NOTHING_HELD, type Request, type SignedAgreement } from '#record/sharing/decision/facts.ts'
import { AGREED_RELATIONSHIPS, DATA_CLASSES, leavesOf } from '#record/sharing/vocabulary.ts'
import { agreements } from '#seed/region/agreements/index.ts'

const TODAY = '2026-11-22'
/** How many agreements are in force; the region's own five come last, so that each decision passes all the others. */
const AGREEMENTS = 50
/** How many requests are asked in one round before the clock is looked at again. */
const ROUND = 20_000

/** What was measured of decisions in one thread. */
export interface DecisionFigures {
  readonly decisionsPerS: number
  /** With every failed check of the nearest clause named for each refusal. */
  readonly explainedPerS: number
  readonly allowedShare: number
}

/** Decides requests of the region's staff, drawn once and asked round and round for so many seconds each way. */
export function measureDecisions(seconds: number): DecisionFigures {
  const asked = drawn()
  const allowed = asked.filter(({ request, facts }) => whyAllowed(request, facts) !== undefined).length
  return {
    decisionsPerS: perSecond(seconds, asked, ({ request, facts }) => whyAllowed(request, facts)),
    explainedPerS: perSecond(seconds, asked, ({ request, facts }) => decide(request, facts)),
    allowedShare: allowed / asked.length,
  }
}

interface Asked {
  readonly request: Request
  readonly facts: Facts
}

function perSecond(seconds: number, asked: readonly Asked[], decideOne: (one: Asked) => unknown): number {
  for (const one of asked) decideOne(one)
  let count = 0
  const start = performance.now()
  const end = start + seconds * 1000
  while (performance.now() < end) {
    for (const one of asked) decideOne(one)
    count += asked.length
  }
  return Math.round(count / ((performance.now() - start) / 1000))
}

/**
 * By a fixed rule, so that every run asks the same. Each request starts from a clause of the region, so that it is about
 * something; one in three then has another tie, one in five another class, one in ten a refusal against it.
 */
function drawn(): Asked[] {
  const signed = fifty()
  const clauses = agreements(TODAY).flatMap(content => content.clauses)
  return Array.from({ length: ROUND }, (_, at) => {
    const clause = clauses[at % clauses.length]!
    const dataClass = pick(at % 5 === 0 ? DATA_CLASSES : clause.classes.flatMap(leavesOf), at)
    const organisationCode = pick(clause.receivers, at)
    const actor = {
      kind: 'worker',
      accountId: '',
      name: '',
      organisationId: organisationCode,
      organisationCode,
      teamId: undefined,
      role: pick(clause.roles, at),
    } as const
    const facts: Facts = {
      ...NOTHING_HELD,
      today: TODAY,
      minute: 9 * 60,
      agreements: signed,
      ties: [{ kind: pick(at % 3 === 0 ? AGREED_RELATIONSHIPS : clause.relationships, at), days: at % 90 }],
      birthDates: ['1942-03-17'],
      wishes: at % 10 === 0 ? [{ id: 'w', kind: 'refuse', dataClasses: [dataClass] }] : [],
    }
    const contributor = pick(clause.givers, at)
    return { facts, request: { actor, purpose: clause.purpose, action: 'read', contributor, dataClass } }
  })
}

function pick<Value>(values: readonly Value[], at: number): Value {
  return values[Math.floor(at / 7) % values.length]!
}

function fifty(): SignedAgreement[] {
  const own = agreements(TODAY)
  const others = Array.from({ length: AGREEMENTS - own.length }, (_, at) => elsewhere(own[at % own.length]!, at))
  return [...others, ...own].map(content => ({
    hash: hashOf(content),
    content,
    rules: compile(content),
    signedBy: new Set(content.parties.map(({ organisation }) => organisation)),
    endedOn: undefined,
  }))
}

/** The same agreement between the same bodies for a tie that nobody here has, so that it is read and opens nothing. */
function elsewhere(content: AgreementContent, at: number): AgreementContent {
  const clauses = content.clauses.map(clause => ({ ...clause, relationships: ['advocacy' as const] }))
  return { ...content, code: `MESUR-${at + 1}`, clauses }
}
