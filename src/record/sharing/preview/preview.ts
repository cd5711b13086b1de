import { dayOf } from '#ground/day.ts'
import type { Tx } from '#ground/db/store.ts'
import { type AgreementContent, hashOf } from '../agreement/agreement.ts'
import { asksForAge, bornBetween } from '../agreement/cohort.ts'
import { compile, type Rule } from '../agreement/compile.ts'
import type { SignedAgreement } from '../decision/facts.ts'
import { loadAgreements } from '../decision/load-agreements.ts'
import { type Compared, type SightChange, SightCounter } from './count-sight.ts'
import { type Job, pairings } from './pairings.ts'

/** Who would gain and who would lose sight of what, if an agreement were signed by all, or ended. */
export interface Preview {
  /** The day it is about: today, or the agreement's first day when that is later. */
  readonly day: string
  readonly changes: readonly SightChange[]
}

/**
 * What it would change if everybody signed this agreement, with the ties and wishes as they stand now. Counts are exact:
 * each way of standing to somebody that occurs is decided with it and without it, by `decide` itself, at every hour at
 * which some clause opens or closes. People are counted and never named: whoever signs has no business with them.
 */
export async function previewSigning(tx: Tx, content: AgreementContent): Promise<Preview> {
  const hash = hashOf(content)
  const others = (await loadAgreements(tx)).filter(agreement => agreement.hash !== hash)
  const signedBy = new Set(content.parties.map(({ organisation }) => organisation))
  const signed: SignedAgreement = { hash, content, rules: compile(content), signedBy, endedOn: undefined }
  return compare(tx, { before: others, after: [...others, signed], changed: signed.rules }, content.from)
}

/** What it would change if this agreement, by its hash, ended today. Nothing changes for one that is not known. */
export async function previewEnding(tx: Tx, hash: string): Promise<Preview> {
  const all = await loadAgreements(tx)
  const ending = all.find(agreement => agreement.hash === hash)
  const rest = all.filter(agreement => agreement !== ending)
  return compare(tx, { before: all, after: rest, changed: ending?.rules ?? [] }, dayOf(tx.now))
}

async function compare(tx: Tx, compared: Compared, from: string): Promise<Preview> {
  const today = dayOf(tx.now)
  const day = from > today ? from : today
  const rules = [...compared.before, ...compared.after].flatMap(agreement => agreement.rules)
  const found = await pairings(tx, {
    day,
    jobs: jobsOf(compared.changed),
    thresholds: thresholdsOf(rules),
    withHomes: rules.some(({ notAtHome }) => notAtHome),
    withAges: rules.some(({ cohort }) => asksForAge(bornBetween(cohort, day))),
  })
  const sight = new SightCounter(compared, day, minutesOf(rules))
  for (const pairing of found) sight.count(pairing)
  return { day, changes: sight.changes() }
}

function jobsOf(rules: readonly Rule[]): Job[] {
  const jobs = rules.flatMap(({ receivers, roles }) =>
    [...receivers].flatMap(organisation => [...roles].map((role): Job => ({ organisation, role }))),
  )
  return [...new Map(jobs.map(job => [`${job.organisation} ${job.role}`, job])).values()]
}

function thresholdsOf(rules: readonly Rule[]): number[] {
  const days = rules.flatMap(({ daysAfterTieBegins }) => (daysAfterTieBegins === undefined ? [] : [daysAfterTieBegins]))
  return [...new Set(days)].sort((one, other) => one - other)
}

/** One minute of each stretch of the day in which every clause is either open or closed. */
function minutesOf(rules: readonly Rule[]): number[] {
  return [...new Set([0, ...rules.flatMap(({ hours }) => (hours === undefined ? [] : [hours.from, hours.until]))])]
}
