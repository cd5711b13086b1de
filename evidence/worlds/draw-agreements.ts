import { type AgreementContent, type Clause, hashOf, PROCEDURES } from '#record/sharing/agreement/agreement.ts'
import {
  ACTIONS,
  AGREED_RELATIONSHIPS,
  CLASS_TREE,
  type ClassBranch,
  COHORTS,
  type DataClass,
} from '#record/sharing/vocabulary.ts'
import type { Dice } from './dice.ts'
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
export function drawAgreements(dice: Dice, subject: Subject): Agreement[] {
  const agreements: Agreement[] = []
  for (let number = 1; number <= 2 + dice.below(2); number++) {
    const content = drawContent(dice, subject, `SHARE-${number}`)
    const first = hashOf(content)
    agreements.push(drawState(dice, subject.now, content, first))
    if (!dice.percent(25)) continue
    const next = { ...content, clauses: content.clauses.map(({ number }) => drawClause(dice, subject, number)) }
    if (hashOf(next) !== first) agreements.push(drawState(dice, subject.now, next, first))
  }
  return agreements
}

function drawState(dice: Dice, now: Moment, content: AgreementContent, otherHash: string): Agreement {
  const hash = hashOf(content)
  const signed = dice.percent(7) ? content.parties.slice(1) : content.parties
  const stale = dice.percent(12) ? dice.oneOf(signed) : undefined
  const signatures = signed.map(party => ({
    organisationCode: party.organisation,
    hash: party === stale ? otherHash : hash,
  }))
  return { hash, content, signatures, ...(dice.percent(12) && { lastDay: dayAbout(now, dice.oneOf([-1, 0, 1])) }) }
}

function drawContent(dice: Dice, subject: Subject, code: string): AgreementContent {
  const parties = dice.some(PARTIES, 40)
  if (parties.length === 1) parties.push(dice.oneOf(PARTIES.filter(one => one !== parties[0])))
  return {
    code,
    title: WORDS,
    benefit: WORDS,
    parties: parties.map(organisation => ({ organisation, signatory: WORDS })),
    from: dayAbout(subject.now, dice.oneOf([-400, -400, -400, -400, -400, -1, 0, 0, 0, 0, 0, 1])),
    // Overdue as often as not: it opens and closes nothing.
    reviewOn: dayAbout(subject.now, dice.oneOf([-1, 0, 100])),
    until: dayAbout(subject.now, dice.oneOf([400, 400, 400, 400, 400, 1, 0, 0, 0, 0, 0, -1])),
    procedures: Object.fromEntries(PROCEDURES.map(heading => [heading, WORDS])) as AgreementContent['procedures'],
    clauses: dice.many(2 + dice.below(3), index => drawClause(dice, subject, index + 1)),
    cases: [],
  }
}

function drawClause(dice: Dice, subject: Subject, number: number): Clause {
  const purpose = dice.oneOf(subject.purposes)
  const cohort = dice.percent(40) ? 'everybody' : dice.oneOf(COHORTS)
  const when = drawWhen(dice, subject.now)
  return {
    number,
    words: WORDS,
    givers: dice.some(CODES, 70),
    receivers: dice.some(PARTIES, 70),
    roles: dice.some(ROLES_HERE, 80),
    relationships: dice.some(AGREED_RELATIONSHIPS, 75),
    cohort,
    classes: drawClasses(dice, subject.classes),
    purpose,
    may: dice.percent(50) ? [...ACTIONS] : [dice.oneOf(ACTIONS)],
    ...(when && { when }),
    ...(purpose === 'safeguarding' && dice.percent(60) && { overridesWishes: true as const }),
    basis: { article6: '6(1)(e)', article9: '9(2)(h)', power: WORDS },
  }
}

function drawClasses(dice: Dice, classes: readonly DataClass[]): Clause['classes'] {
  return dice.some(classes, 75).map(leaf => (dice.percent(35) ? branchOf(leaf) : leaf))
}

function branchOf(leaf: DataClass): ClassBranch {
  const branches = Object.keys(CLASS_TREE) as ClassBranch[]
  return branches.find(branch => (CLASS_TREE[branch] as readonly DataClass[]).includes(leaf))!
}

function drawWhen(dice: Dice, now: Moment): Clause['when'] {
  const days = dice.percent(25) ? { daysAfterTieBegins: dice.oneOf([1, 2, 7]) } : {}
  const hours = dice.percent(30) ? { hours: drawHours(dice, now) } : {}
  return 'daysAfterTieBegins' in days || 'hours' in hours ? { ...days, ...hours } : undefined
}
