import { CAPACITY_DECISIONS, REPRESENTATIVE_KINDS } from '#record/sharing/representative/office.ts'
import {
  AGREED_PURPOSES,
  CLASS_TREE,
  type ClassBranch,
  type DataClass,
  RELATIONSHIPS,
  type RelationshipKind,
} from '#record/sharing/vocabulary.ts'
import type { Draw } from '../draw.ts'
import { drawAgreements, type Subject } from './draw-agreements.ts'
import { idOf, PLACES } from './places.ts'
import { dayAbout, drawAbout, drawBorn, drawNow, drawPast, later } from './when.ts'
import type { Emergency, Finding, Moment, Named, Representative, Tie, Wish, World } from './world.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** The account that is nobody's at work: a daughter, an attorney. Others may be chosen or appointed too. */
const RELATIVE = idOf('account', 5)

/** A small world in which almost everything is on the edge of holding. */
export function drawWorld(draw: Draw): World {
  const subject = drawSubject(draw)
  const { now } = subject
  return {
    now,
    ...PLACES,
    ...drawRecords(draw, subject),
    ties: drawTies(draw, subject),
    agreements: drawAgreements(draw, subject),
    wishes: drawWishes(draw, subject),
    representatives: draw.many(1 + draw.below(4), number => drawRepresentative(draw, number)),
    findings: drawFindings(draw, subject),
    emergencies: draw.many(1 + draw.below(3), number => drawEmergency(draw, subject, number)),
  }
}

function drawSubject(draw: Draw): Subject {
  const branches = Object.keys(CLASS_TREE) as ClassBranch[]
  const classes = [draw.one(branches), draw.one(branches)].flatMap((branch): readonly DataClass[] => CLASS_TREE[branch])
  const purposes = [draw.one(AGREED_PURPOSES), draw.percent(50) ? 'safeguarding' : draw.one(AGREED_PURPOSES)] as const
  return { now: drawNow(draw), classes: [...new Set(classes)], purposes }
}

/**
 * Two source records of the first person, one of the other; each may have been unlinked, and linked to the other then.
 * In every third world the two turned out to be one, and in some of those not to be after all.
 */
function drawRecords(draw: Draw, { now }: Subject): Pick<World, 'records' | 'links'> {
  const records = draw.many(3, number => ({
    id: idOf('record', number),
    organisationId: draw.one(PLACES.organisations).id,
    ...(draw.percent(number === 1 ? 50 : 90) && { born: drawBorn(draw, now) }),
    ...(draw.percent(90) && { home: draw.one(['100001', '100001', '100002']) }),
  }))
  const links = records.flatMap(({ id: recordId }, number) => {
    const [own, other] = number < 2 ? [0, 1] : [1, 0]
    const isEnded = draw.percent(20)
    const first = { personId: idOf('person', own!), recordId, isEnded }
    const isMoved = isEnded && draw.percent(60)
    return isMoved ? [first, { personId: idOf('person', other!), recordId, isEnded: false }] : [first]
  })
  const join = { personId: idOf('person', 0), recordId: idOf('person', 1), isEnded: draw.percent(20) }
  return { records, links: draw.percent(35) ? [...links, join] : links }
}

function drawTies(draw: Draw, { now }: Subject): Tie[] {
  const relatives = draw.many(2, number => {
    const accountId = draw.percent(70) ? RELATIVE : draw.one(PLACES.accounts)
    return drawTie(draw, now, number, 'family', { accountId })
  })
  const others = draw.many(8 + draw.below(12), number =>
    drawTie(draw, now, number + relatives.length, draw.one(RELATIONSHIPS), drawNamed(draw)),
  )
  return [...relatives, ...others]
}

function drawTie(draw: Draw, now: Moment, number: number, kind: RelationshipKind, named: Named): Tie {
  const isOnRecord = draw.percent(25)
  return {
    id: idOf('tie', number),
    kind,
    ...(isOnRecord ? { recordId: idOf('record', draw.below(3)) } : { personId: drawKeptUnder(draw) }),
    ...named,
    startedAt: draw.percent(10) ? drawAbout(draw, now) : drawPast(draw, now),
    ...(draw.percent(25) && { endsAt: drawAbout(draw, now) }),
    isEnded: draw.percent(12),
  }
}

/** Mostly somebody at work here, by their account, the team of their post or its organisation. */
function drawNamed(draw: Draw): Named {
  const { accountId, teamId, organisationId } = draw.one(PLACES.posts)
  const kind = draw.below(10)
  if (kind < 3) return { accountId: draw.percent(90) ? accountId : draw.one(PLACES.accounts) }
  if (kind < 6) return { teamId: teamId ?? draw.one(PLACES.teams).id }
  return { organisationId: draw.percent(90) ? organisationId : draw.one(PLACES.organisations).id }
}

/** In every third world somebody has stopped all sharing, or had. */
function drawWishes(draw: Draw, { classes }: Subject): Wish[] {
  const number = 1 + draw.below(7)
  const wishes = draw.many(number, (at): Wish => {
    const named = draw.percent(35) ? { accountId: RELATIVE } : drawNamed(draw)
    return { ...drawSaid(draw, at, draw.one(['allow', 'refuse'])), classes: draw.some(classes, 60), ...named }
  })
  return draw.percent(35) ? [...wishes, { ...drawSaid(draw, number, 'pause'), classes: [] }] : wishes
}

/** Some objections were made while this one and others were one person, whoever they are now. */
function drawSaid(draw: Draw, at: number, kind: Wish['kind']): Omit<Wish, 'classes'> {
  const personId = drawKeptUnder(draw)
  const others = kind === 'allow' || draw.percent(60) ? [] : IDS.filter(id => id !== personId && draw.percent(50))
  const repeated = others.map((other, index) => ({
    id: idOf('repeated', at * IDS.length + index),
    personId: other,
    withdrawnFor: draw.percent(12) ? [other] : [],
  }))
  const withdrawnFor = draw.percent(20) ? [draw.percent(70) ? personId : drawKeptUnder(draw)] : []
  return { id: idOf('wish', at), personId, kind, withdrawnFor, repeated }
}

function drawRepresentative(draw: Draw, number: number): Representative {
  return {
    id: idOf('office', number),
    personId: drawKeptUnder(draw),
    accountId: draw.percent(70) ? RELATIVE : draw.one(PLACES.accounts),
    kind: draw.one(REPRESENTATIVE_KINDS),
    isEnded: draw.percent(15),
  }
}

/** Mostly the first: what is about one person meets. */
function drawPerson(draw: Draw): string {
  return idOf('person', draw.percent(65) ? 0 : 1)
}

/** Every id under which something may be kept: each person's, and those that the records would have by themselves. */
const IDS = [idOf('person', 0), idOf('person', 1), idOf('record', 0), idOf('record', 1), idOf('record', 2)]

/** Now and then what was written while a record was somebody by itself. */
function drawKeptUnder(draw: Draw): string {
  return draw.percent(12) ? draw.one(IDS) : drawPerson(draw)
}

/**
 * Never two at one moment: which of them is the latest, nobody could say. A finding is looked at again on a later day
 * than it was made, so those of today are not due.
 */
function drawFindings(draw: Draw, { now }: Subject): Finding[] {
  return draw.many(2 + draw.below(6), number => {
    const daysAgo = draw.one([0, 3, 7, 30])
    return {
      personId: drawKeptUnder(draw),
      decision: draw.percent(90) ? draw.one(['health-and-care', 'money'] as const) : draw.one(CAPACITY_DECISIONS),
      hasCapacity: draw.percent(40),
      foundAt: later(now, -daysAgo * DAY_MS - number),
      reviewOn: dayAbout(now, draw.one(daysAgo === 0 ? [2, 30] : [-1, 0, 0, 1, 30])),
    }
  })
}

function drawEmergency(draw: Draw, { now, classes }: Subject, number: number): Emergency {
  const post = draw.one(PLACES.posts)
  const opensAt = later(now, draw.one([0, -1, -HOUR_MS + 1, -HOUR_MS, -HOUR_MS - 1, 1]))
  return {
    id: idOf('emergency', number),
    personId: drawKeptUnder(draw),
    accountId: post.accountId,
    organisationId: draw.percent(80) ? post.organisationId : draw.one(PLACES.posts).organisationId,
    classes: draw.some(classes, 60),
    opensAt,
    closesAt: later(opensAt, HOUR_MS),
    isClosed: draw.percent(15),
  }
}
