import assert from 'node:assert/strict'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { agreements } from '#seed/region/agreements/index.ts'
import { actorOf } from '#test/kit.ts'
import { type AgreementContent, hashOf } from '../agreement/agreement.ts'
import { compile } from '../agreement/compile.ts'
import { type Facts, NOTHING_HELD, type Request, type SignedAgreement } from './facts.ts'

export const TODAY = '2026-11-22'
export const SIGNED = agreements(TODAY).map(
  (content): SignedAgreement => ({
    hash: hashOf(content),
    content,
    rules: compile(content),
    signedBy: new Set(content.parties.map(({ organisation }) => organisation)),
    endedOn: undefined,
  }),
)
export const NOTHING_HOLDS: Facts = { ...NOTHING_HELD, today: TODAY, minute: 9 * 60, agreements: SIGNED }
export const ON_CASELOAD: Facts = { ...NOTHING_HOLDS, ties: [{ kind: 'caseload', days: 3 }] }
export const sioned = actorOf('sioned-evans') as WorkerActor
export const WHY_IN_HOSPITAL: Request = {
  actor: sioned,
  purpose: 'direct-care',
  action: 'read',
  contributor: 'bwrdd-iechyd',
  dataClass: 'hospital-care',
}

/** One agreement with one clause, so that what closes it can be told for certain. */
export const ONE = withClause({})

/** The second clause of the first agreement by itself, narrowed. */
export function withClause(narrowed: Partial<AgreementContent['clauses'][number]>): SignedAgreement {
  const [first] = SIGNED
  const clause = first?.content.clauses[1]
  assert(first && clause)
  const content = { ...first.content, clauses: [{ ...clause, ...narrowed }] }
  return { ...first, content, rules: compile(content) }
}

export const HOLDS: Facts = { ...ON_CASELOAD, agreements: [ONE] }
