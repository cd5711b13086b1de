import type { WorkerActor } from '#record/organisation/actor.ts'
import { decide } from '../decision/decide.ts'
import { type Facts, NOTHING_HELD } from '../decision/facts.ts'
import { type AgreementContent, hashOf, type WorkedCase } from './agreement.ts'
import { compile, minuteOf, type Rule } from './compile.ts'

/** How old somebody is in a worked case that does not say. */
const AGE_USUAL = 80
const NOON = '12:00'

/** A worked case, and what the agreement's own clauses make of it. */
export interface TriedCase {
  readonly worked: WorkedCase
  readonly allowed: boolean
  /** The number of the clause that allows it. */
  readonly clause: number | undefined
}

/**
 * What becomes of every worked case, asked of the agreement alone, as if everybody had signed it, on its first day. One
 * whose `allowed` is not its `may` shows that the agreement does not do what its authors say it does.
 */
export function tryCases(content: AgreementContent): readonly TriedCase[] {
  const rules = compile(content)
  return content.cases.map(worked => {
    const decision = decide(requestOf(worked), factsOf(content, rules, worked))
    const because = decision.allowed ? decision.because : undefined
    return { worked, allowed: decision.allowed, clause: because?.kind === 'clause' ? because.clause : undefined }
  })
}

/** The worked cases that the agreement's own clauses do not bear out. Empty: it does what its authors say it does. */
export function failedCases(content: AgreementContent): readonly WorkedCase[] {
  return tryCases(content).flatMap(({ worked, allowed }) => (allowed === worked.may ? [] : [worked]))
}

function requestOf({ role, organisation, purpose, action, giver, dataClass }: WorkedCase) {
  const actor: WorkerActor = {
    kind: 'worker',
    accountId: '',
    name: '',
    organisationId: organisation,
    organisationCode: organisation,
    teamId: undefined,
    role,
  }
  return { actor, purpose, action, contributor: giver, dataClass }
}

function factsOf(content: AgreementContent, rules: readonly Rule[], one: WorkedCase): Facts {
  const { relationship, age = AGE_USUAL, inHospital, time = NOON } = one
  const signedBy = new Set(content.parties.map(({ organisation }) => organisation))
  return {
    ...NOTHING_HELD,
    today: content.from,
    minute: minuteOf(time),
    agreements: [{ hash: hashOf(content), content, rules, signedBy, endedOn: undefined }],
    ties: relationship === undefined ? [] : [{ kind: relationship, days: 0 }],
    birthDates: [`${Number(content.from.slice(0, 4)) - age}-01-01`],
    isInHospital: inHospital === true || relationship === 'admission',
  }
}
