import { type AgreementContent, type Clause, hashOf, PROCEDURES } from '#record/sharing/agreement/agreement.ts'
import {
  ACTIONS,
  AGREED_RELATIONSHIPS,
  CLASS_TREE,
  type ClassBranch,
  COHORTS,
  type DataClass,
} from '#record/sharing/vocabulary.ts'
import type { Draw } from '../draw.ts'
import { CODES, ROLES_HERE } from './places.ts'
import { dayAbout, drawHours } from './when.ts'
import type { Agreement, Moment } from './world.ts'

const WORDS = { en: 'as drawn', cy: 'fel y tynnwyd' }
const PARTIES = CODES.slice(0, 4)

/** What a world is about: few classes and purposes, so that clauses, wishes, emergencies and questions meet. */
export interface Subject {
  readonly now: Moment
  readonly classes: readonly DataClass[]
  readonly purposes: readonly Clause['purpose'][]
}

/** Two or three agreements; one in four comes in two versions, and a signature may be to the other. */
export function drawAgreements(draw: Draw, subject: Subject): Agreement[] {
  const agreements: Agreement[] = []
  for (let number = 1; number <= 2 + draw.below(2); number++) {
    const content = drawContent(draw, subject, `SHARE-${number}`)
    const first = hashOf(content)
    agreements.push(drawState(draw, subject.now, content, first))
    if (!draw.percent(25)) continue
    const next = { ...content, clauses: content.clauses.map(({ number }) => drawClause(draw, subject, number)) }
    if (hashOf(next) !== first) agreements.push(drawState(draw, subject.now, next, first))
  }
  return agreements
}

function drawState(draw: Draw, now: Moment, content: AgreementContent, otherHash: string): Agreement {
  const hash = hashOf(content)
  const signed = draw.percent(7) ? content.parties.slice(1) : content.parties
  const stale = draw.percent(12) ? draw.one(signed) : undefined
  const signatures = signed.map(party => ({
    organisationCode: party.organisation,
    hash: party === stale ? otherHash : hash,
  }))
  return { hash, content, signatures, ...(draw.percent(16) && { lastDay: dayAbout(now, draw.one([-1, 0, 1])) }) }
}

function drawContent(draw: Draw, subject: Subject, code: string): AgreementContent {
  const parties = draw.some(PARTIES, 40)
  if (parties.length === 1) parties.push(draw.one(PARTIES.filter(one => one !== parties[0])))
  return {
    code,
    title: WORDS,
    benefit: WORDS,
    parties: parties.map(organisation => ({ organisation, signatory: WORDS })),
    from: dayAbout(subject.now, draw.one([-400, -400, -400, -400, -400, -1, 0, 0, 0, 0, 0, 1])),
    // Overdue as often as not: it opens and closes nothing.
    reviewOn: dayAbout(subject.now, draw.one([-1, 0, 100])),
    until: dayAbout(subject.now, draw.one([400, 400, 400, 400, 400, 1, 0, 0, 0, 0, 0, -1])),
    procedures: Object.fromEntries(PROCEDURES.map(heading => [heading, WORDS])) as AgreementContent['procedures'],
    clauses: draw.many(2 + draw.below(3), index => drawClause(draw, subject, index + 1)),
    cases: [],
  }
}

function drawClause(draw: Draw, subject: Subject, number: number): Clause {
  const purpose = draw.one(subject.purposes)
  const cohort = draw.percent(40) ? 'everybody' : draw.one(COHORTS)
  const when = drawWhen(draw, subject.now)
  return {
    number,
    words: WORDS,
    givers: draw.some(CODES, 70),
    receivers: draw.some(PARTIES, 70),
    roles: draw.some(ROLES_HERE, 80),
    relationships: draw.some(AGREED_RELATIONSHIPS, 75),
    cohort,
    classes: drawClasses(draw, subject.classes),
    purpose,
    may: draw.percent(50) ? [...ACTIONS] : [draw.one(ACTIONS)],
    ...(when && { when }),
    ...(draw.percent(25) && { notAtHome: true as const }),
    ...(purpose === 'safeguarding' && draw.percent(60) && { overridesWishes: true as const }),
    basis: { article6: '6(1)(e)', article9: '9(2)(h)', power: WORDS },
  }
}

function drawClasses(draw: Draw, classes: readonly DataClass[]): Clause['classes'] {
  return draw.some(classes, 75).map(leaf => (draw.percent(35) ? branchOf(leaf) : leaf))
}

function branchOf(leaf: DataClass): ClassBranch {
  const branches = Object.keys(CLASS_TREE) as ClassBranch[]
  return branches.find(branch => (CLASS_TREE[branch] as readonly DataClass[]).includes(leaf))!
}

function drawWhen(draw: Draw, now: Moment): Clause['when'] {
  const days = draw.percent(25) ? { daysAfterTieBegins: draw.one([1, 2, 7]) } : {}
  const hours = draw.percent(30) ? { hours: drawHours(draw, now) } : {}
  return 'daysAfterTieBegins' in days || 'hours' in hours ? { ...days, ...hours } : undefined
}
