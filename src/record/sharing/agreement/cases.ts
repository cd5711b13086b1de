import type { WorkerActor } from '#record/organisation/actor.ts'
import { decide } from '../decision/decide.ts'
import { type Facts, NOTHING_HELD } from '../decision/facts.ts'
import { type AgreementContent, hashOf, type WorkedCase } from './agreement.ts'
import { compile, minuteOf, type Rule } from './compile.ts'

/** How old somebody is in a worked case that does not say. */
const AGE_USUAL = 80
const NOON = '12:00'

/**
 * The worked cases that the agreement's own clauses do not bear out, asked of the agreement alone, as if everybody had
 * signed it, on its first day. Empty: it does what its authors say it does.
 */
export function failedCases(content: AgreementContent): readonly WorkedCase[] {
  const rules = compile(content)
  return content.cases.filter(one => decide(requestOf(one), factsOf(content, rules, one)).allowed !== one.may)
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
