import { CAPACITY_DECISIONS, REPRESENTATIVE_KINDS } from '#record/sharing/representative/authority.ts'
import {
  AGREED_PURPOSES,
  CLASS_TREE,
  type ClassBranch,
  type DataClass,
  RELATIONSHIPS,
  type RelationshipKind,
} from '#record/sharing/vocabulary.ts'
import type { Dice } from './dice.ts'
import { drawAgreements, type Subject } from './draw-agreements.ts'
import { idOf, PLACES } from './places.ts'
import { dayAbout, drawAbout, drawBorn, drawNow, drawPast, later } from './when.ts'
import type { Emergency, Finding, Moment, Named, Representative, Tie, Wish, World } from './world.ts'

const HOUR_MS = 3_600_000
/** The account that is nobody's at work: a daughter, an attorney. Others may be chosen or appointed too. */
const RELATIVE = idOf('account', 5)

/** A small world in which almost everything is on the edge of holding. */
export function drawWorld(dice: Dice): World {
  const subject = drawSubject(dice)
  const { now } = subject
  return {
    now,
    ...PLACES,
    ...drawRecords(dice, subject),
    ties: drawTies(dice, subject),
    agreements: drawAgreements(dice, subject),
    wishes: drawWishes(dice, subject),
    representatives: dice.many(1 + dice.below(4), number => drawRepresentative(dice, number)),
    findings: drawFindings(dice, subject),
    emergencies: dice.many(1 + dice.below(3), number => drawEmergency(dice, subject, number)),
  }
}

function drawSubject(dice: Dice): Subject {
  const branches = Object.keys(CLASS_TREE) as ClassBranch[]
  const classes = [dice.oneOf(branches), dice.oneOf(branches)].flatMap(
    (branch): readonly DataClass[] => CLASS_TREE[branch],
  )
  const purposes = [
    dice.oneOf(AGREED_PURPOSES),
    dice.percent(50) ? 'safeguarding' : dice.oneOf(AGREED_PURPOSES),
  ] as const
  return { now: drawNow(dice), classes: [...new Set(classes)], purposes }
}

/** Two source records of the first person and one of the other; any of them may have been unlinked, and linked to the other instead. */
function drawRecords(dice: Dice, { now }: Subject): Pick<World, 'records' | 'links'> {
  const records = dice.many(3, number => ({
    id: idOf('record', number),
    organisationId: dice.oneOf(PLACES.organisations).id,
    ...(dice.percent(number === 1 ? 50 : 90) && { born: drawBorn(dice, now) }),
  }))
  const links = records.flatMap(({ id: recordId }, number) => {
    const [own, other] = number < 2 ? [0, 1] : [1, 0]
    const isEnded = dice.percent(20)
    const first = { personId: idOf('person', own!), recordId, isEnded }
    const isMoved = isEnded && dice.percent(60)
    return isMoved ? [first, { personId: idOf('person', other!), recordId, isEnded: false }] : [first]
  })
  return { records, links }
}

function drawTies(dice: Dice, { now }: Subject): Tie[] {
  const relatives = dice.many(2, number => {
    const accountId = dice.percent(70) ? RELATIVE : dice.oneOf(PLACES.accounts)
    return drawTie(dice, now, number, 'family', { accountId })
  })
  const others = dice.many(8 + dice.below(12), number =>
    drawTie(dice, now, number + relatives.length, dice.oneOf(RELATIONSHIPS), drawNamed(dice)),
  )
  return [...relatives, ...others]
}

function drawTie(dice: Dice, now: Moment, number: number, kind: RelationshipKind, named: Named): Tie {
  const isOnRecord = dice.percent(25)
  return {
    id: idOf('tie', number),
    kind,
    ...(isOnRecord ? { recordId: idOf('record', dice.below(3)) } : { personId: drawPerson(dice) }),
    ...named,
    startedAt: dice.percent(10) ? drawAbout(dice, now) : drawPast(dice, now),
    ...(dice.percent(25) && { endsAt: drawAbout(dice, now) }),
    isEnded: dice.percent(12),
  }
}

/** Mostly somebody at work here, by their account, the team of their post or its organisation. */
function drawNamed(dice: Dice): Named {
  const { accountId, teamId, organisationId } = dice.oneOf(PLACES.posts)
  const kind = dice.below(10)
  if (kind < 3) return { accountId: dice.percent(90) ? accountId : dice.oneOf(PLACES.accounts) }
  if (kind < 6) return { teamId: teamId ?? dice.oneOf(PLACES.teams).id }
  return { organisationId: dice.percent(90) ? organisationId : dice.oneOf(PLACES.organisations).id }
}

/** In every third world somebody has stopped all sharing, or had. */
function drawWishes(dice: Dice, { classes }: Subject): Wish[] {
  const number = 1 + dice.below(7)
  const common = (at: number) => ({ id: idOf('wish', at), personId: drawPerson(dice), isWithdrawn: dice.percent(20) })
  const wishes = dice.many(number, (at): Wish => {
    const named = dice.percent(35) ? { accountId: RELATIVE } : drawNamed(dice)
    return { ...common(at), kind: dice.oneOf(['allow', 'refuse']), classes: dice.some(classes, 60), ...named }
  })
  return dice.percent(35) ? [...wishes, { ...common(number), kind: 'pause', classes: [] }] : wishes
}

function drawRepresentative(dice: Dice, number: number): Representative {
  return {
    id: idOf('office', number),
    personId: drawPerson(dice),
    accountId: dice.percent(70) ? RELATIVE : dice.oneOf(PLACES.accounts),
    kind: dice.oneOf(REPRESENTATIVE_KINDS),
    isEnded: dice.percent(15),
  }
}

/** Mostly the first: what is about one person meets. */
function drawPerson(dice: Dice): string {
  return idOf('person', dice.percent(65) ? 0 : 1)
}

/** Never two at one moment: which of them is the latest, nobody could say. */
function drawFindings(dice: Dice, { now }: Subject): Finding[] {
  return dice.many(2 + dice.below(6), number => ({
    personId: drawPerson(dice),
    decision: dice.percent(90) ? dice.oneOf(['health-and-care', 'money'] as const) : dice.oneOf(CAPACITY_DECISIONS),
    hasCapacity: dice.percent(40),
    foundAt: later(drawPast(dice, now), -number * 7),
    reviewOn: dayAbout(now, dice.oneOf([-1, 0, 0, 1, 30])),
  }))
}

function drawEmergency(dice: Dice, { now, classes }: Subject, number: number): Emergency {
  const post = dice.oneOf(PLACES.posts)
  const opensAt = later(now, dice.oneOf([0, -1, -HOUR_MS + 1, -HOUR_MS, -HOUR_MS - 1, 1]))
  return {
    id: idOf('emergency', number),
    personId: drawPerson(dice),
    accountId: post.accountId,
    organisationId: dice.percent(80) ? post.organisationId : dice.oneOf(PLACES.posts).organisationId,
    classes: dice.some(classes, 60),
    opensAt,
    closesAt: later(opensAt, HOUR_MS),
    isClosed: dice.percent(15),
  }
}
