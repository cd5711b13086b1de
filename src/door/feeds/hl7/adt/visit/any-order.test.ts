import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Encounter } from 'fhir/r4.js'
import type { AdtTrigger } from '#ground/hl7/trigger.ts'
import { region } from '#test/kit.ts'
import { courseOf } from './course.ts'
import type { VisitEvent } from './event.ts'
import { newsBetween } from './news.ts'
import type { Course } from './stay.ts'
import { isPresent, STEPS } from './steps.ts'

const here = await region()
const TRIGGERS = (Object.keys(STEPS) as AdtTrigger[]).filter(trigger => trigger !== 'A45' && trigger !== 'A17')
const WARDS = ['DYFI', 'BANW', 'TWYMYN', 'NOT-IN-THE-MAP']
const DAY = Date.UTC(2026, 10, 22)

/** One event as a sender would tell it: minutes after midnight at which it happened, and later at which it was said. */
interface Drawn {
  readonly trigger: AdtTrigger
  readonly ward: string
  readonly bed: string
  readonly expectedHomeOn: string | null | undefined
  readonly reason: string | undefined
  readonly happened: number
  readonly said: number
}

const drawn: fc.Arbitrary<Omit<Drawn, 'happened' | 'said'>> = fc.record({
  trigger: fc.oneof(fc.constantFrom<AdtTrigger>('A01', 'A02', 'A03', 'A08', 'A13'), fc.constantFrom(...TRIGGERS)),
  ward: fc.constantFrom(...WARDS),
  bed: fc.constantFrom('1', '2'),
  expectedHomeOn: fc.constantFrom('2026-11-26', '2026-11-29', null, undefined),
  reason: fc.constantFrom('Fall at home', 'Chest pain', undefined),
})

/** A stay in the order in which it happened; some of it was entered late, after what followed. */
const stay: fc.Arbitrary<Drawn[]> = fc
  .array(fc.tuple(drawn, fc.integer({ min: 1, max: 90 }), fc.constantFrom(0, 0, 0, 200)), {
    minLength: 1,
    maxLength: 8,
  })
  .map(steps => {
    let at = 0
    return steps.map(([event, minutes, late], index) => {
      at += minutes
      return { ...event, happened: at, said: at + late + index / 60 }
    })
  })

/** The same messages as they might come: in any order, and some of them again. */
const asItCame = stay.chain(events =>
  fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 })),
)

test('whatever order a stay’s events come in, and however often, the stay is the same', () => {
  fc.assert(fc.property(asItCame, ([inOrder, came]) => assert.deepEqual(shape(read(came)), shape(read(inOrder)))))
})

test('had they been taken as they came, it would not be', () => {
  const asTheyCome = ([inOrder, came]: [Drawn[], Drawn[]]) =>
    assert.deepEqual(shape(taken(eventsOf(came))), shape(taken(eventsOf(inOrder))))
  assert.ok(fc.check(fc.property(asItCame, asTheyCome)).failed)
})

test('whatever order they come in, whoever was told last was told what is so', () => {
  fc.assert(
    fc.property(asItCame, ([, came]) => {
      const events = eventsOf(came)
      const news = events.flatMap((_, index) => newsBetween(readFirst(events, index), readFirst(events, index + 1)!))
      const course = courseOf(events)!
      const isIn = course.isAdmission && isPresent(course)
      assert.equal(believed(news).isIn, isIn, JSON.stringify(news))
      if (isIn) assert.equal(believed(news).isOnLeave, course.standing === 'onleave')
    }),
  )
})

test('the spell, the ward stay and the wards that see the person are the same too', async () => {
  let people = 0
  await fc.assert(
    fc.asyncProperty(asItCame, async ([inOrder, came]) => {
      const [calm, confused] = [`C${++people}`, `X${people}`]
      for (const [index, event] of inOrder.entries()) await send(calm, event, index)
      for (const [index, event] of came.entries()) await send(confused, event, index)
      assert.deepEqual(await kept(confused), await kept(calm))
    }),
    { numRuns: 12 },
  )
})

test('an admission that is told after the discharge puts nobody back to bed, and tells nobody', async () => {
  const says = { ward: 'DYFI', bed: '1', expectedHomeOn: undefined, reason: undefined }
  await send('LATE', { ...says, trigger: 'A03', happened: 500, said: 500 }, 1)
  await send('LATE', { ...says, trigger: 'A01', happened: 100, said: 100, reason: 'Fall at home' }, 2)
  const { stays, wards, notices } = await kept('LATE', 'with notices')
  assert.deepEqual(
    stays.map(({ status, reasonCode }) => [status, reasonCode?.[0]?.text]),
    [
      ['finished', undefined],
      ['finished', 'Fall at home'],
    ],
  )
  assert.deepEqual([wards, notices], [[], ['went-home']])
})

test('somebody lies in one bed: the stay that moved last says which, and an attendance besides has its own place', async () => {
  const says = { bed: '1', expectedHomeOn: undefined, reason: undefined }
  const admitted = { ...says, trigger: 'A01', ward: 'DYFI', happened: 100, said: 100 } as const
  await send('BED', admitted, 1, 'never closed')
  await send('BED', { ...admitted, ward: 'BANW', happened: 300, said: 300 }, 2, 'second')
  assert.deepEqual((await kept('BED')).wards, ['ward-banw'])
  await send('BED', { ...admitted, trigger: 'A04', ward: 'TWYMYN', happened: 400, said: 400 }, 3, 'clinic')
  assert.deepEqual((await kept('BED')).wards, ['ward-banw', 'ward-twymyn'])
  await send('BED', { ...admitted, trigger: 'A03', ward: 'TWYMYN', happened: 420, said: 420 }, 4, 'clinic')
  assert.deepEqual((await kept('BED')).wards, ['ward-banw'])
  await send('BED', { ...admitted, trigger: 'A03', ward: 'BANW', happened: 500, said: 500 }, 5, 'second')
  assert.deepEqual((await kept('BED')).wards, [])
})

function read(came: readonly Drawn[]): Course {
  return courseOf(eventsOf(came)) ?? assert.fail('no course')
}

function readFirst(events: readonly VisitEvent[], count: number): Course | undefined {
  return courseOf(events.slice(0, count))
}

/** What a reader would make of it who took each event as it came. */
function taken(events: readonly VisitEvent[]): Course {
  const [first, ...others] = events
  const start = courseOf(first ? [first] : []) ?? assert.fail('no course')
  return others.reduce((course, event) => STEPS[event.trigger]?.(course, event) ?? course, start)
}

function shape(course: Course): unknown {
  return JSON.parse(JSON.stringify(course))
}

function eventsOf(came: readonly Drawn[]): VisitEvent[] {
  return came.map(({ trigger, ward, bed, expectedHomeOn, reason, happened, said }, index) => ({
    trigger,
    recordId: 'a record',
    happenedAt: instant(happened),
    saidAt: instant(said),
    controlId: String(index),
    hospital: { id: 'a hospital', name: 'Ysbyty' },
    place: { ward, display: `${ward}, ${bed}` },
    placeToBe: { ward, display: `${ward}, ${bed}` },
    said: { ...(expectedHomeOn !== undefined && { expectedHomeOn }), ...(reason && { reason: { text: reason } }) },
  }))
}

function instant(minutes: number): string {
  return new Date(DAY + minutes * 60_000).toISOString()
}

/** What somebody believes who was told these things, one after another. */
function believed(news: readonly string[]): { isIn: boolean; isOnLeave: boolean } {
  const said = { isIn: false, isOnLeave: false }
  for (const kind of news) {
    if (kind === 'admitted') Object.assign(said, { isIn: true, isOnLeave: false })
    if (kind === 'went-home' || kind === 'admission-cancelled') said.isIn = false
    if (kind === 'on-leave') said.isOnLeave = true
    if (kind === 'back-from-leave') said.isOnLeave = false
  }
  return said
}

async function send(who: string, event: Drawn, count: number, visit = 'stay'): Promise<void> {
  const hl7 = (minutes: number) => instant(minutes).replace(/[-:TZ]|\.\d+/g, '')
  const home = event.expectedHomeOn === null ? '""' : (event.expectedHomeOn ?? '').replaceAll('-', '')
  const at = `${event.ward}^^${event.bed}`
  const said = `${hl7(event.said)}+0000`
  const answer = await here.send(
    [
      `MSH|^~\\&|GHPAS|YGH|||${said}||ADT^${event.trigger}|${who}.${visit}.${count}|P|2.5.1`,
      `EVN||${said}||||${hl7(event.happened)}+0000`,
      `PID|1||${who}^^^GHB^PI`,
      `PV1|1|I|${at}${'|'.repeat(16)}${who}.${visit}${'|'.repeat(23)}${at}`,
      `PV2|||${event.reason ? `^${event.reason}` : ''}||||||${home}`,
      '',
    ].join('\n'),
  )
  assert.match(answer, /\rMSA\|AA\|/)
}

async function kept(who: string, withNotices?: 'with notices') {
  const { db } = here.store
  const { id } = await db.selectFrom('sourceRecord').select('id').where('localId', '=', who).executeTakeFirstOrThrow()
  const resources = await db
    .selectFrom('resource')
    .select('content')
    .where('sourceRecordId', '=', id)
    .orderBy('businessKey')
    .execute()
  const ties = await db
    .selectFrom('relationshipNow as tie')
    .innerJoin('sourceRecord as record', 'record.homePersonId', 'tie.personId')
    .innerJoin('team', 'team.id', 'tie.teamId')
    .select('team.code')
    .where('record.id', '=', id)
    .orderBy('team.code')
    .execute()
  const notices = await db
    .selectFrom('notice')
    .select('kind')
    .where('sourceRecordId', '=', id)
    .orderBy('recordedAt')
    .execute()
  const text = JSON.stringify(resources.map(({ content }) => content))
  const stays: Encounter[] = JSON.parse(
    text.replaceAll(who, 'who').replace(/(?<!Location.|Organization.)[0-9a-f]{8}-[0-9a-f-]{27}/g, 'an id'),
  )
  return {
    stays,
    wards: ties.map(({ code }) => code),
    ...(withNotices && { notices: notices.map(({ kind }) => kind) }),
  } as {
    stays: import('fhir/r4.js').Encounter[]
    wards: string[]
    notices?: string[]
  }
}
