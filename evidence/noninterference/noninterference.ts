import { type TestIssuer, testIssuer } from '#door/fhir/test-issuer.ts'
import { testProvider } from '#door/signin/test-provider.ts'
import { idFor } from '#ground/chance.ts'
import { makeAnew } from '#record/index/reindex.ts'
import { accounts } from '#seed/region/staff.ts'
import { actorOf, personId } from '#test/kit.ts'
import type { Evidence, Size } from '../evidence.ts'
import { ORIGIN } from '../served.ts'
import { sown } from '../sow.ts'
import { type Asker, Asking, type Ids, type Reach } from './ask.ts'
import { FAULTS } from './faults.ts'
import { FAULTS_OF_CHART } from './faults-of-chart.ts'
import { HIDINGS } from './hidden.ts'
import { addLooks } from './hidden-looks.ts'
import type { Leak } from './leak.ts'
import { tellBoth } from './live.ts'
import type { Put } from './put.ts'
import { letInSystem, SYSTEM } from './system.ts'
import { NOW, type Pair, pairOfWorlds } from './world.ts'

/** Who must learn nothing: of each kind of caller one, and nobody at all. */
const A_FEW = ['sioned-evans', 'ffion-gittins', 'mair-pritchard', 'steffan-howells']
const MORE = [
  SYSTEM,
  'elin-pritchard',
  'dewi-prosser',
  'catrin-morgan',
  'meinir-ellis',
  'alun-meredith',
  'owen-griffiths',
]

/** More than a page of a trail holds. */
const LOOKS = 60

const REACH: Readonly<Record<Size, Reach>> = {
  smoke: { pages: 8, values: 4 },
  nightly: { pages: 300, values: 60 },
  soak: { pages: 3000, values: 1000 },
}

/**
 * Two worlds that differ in nothing but what a caller may not see, and the same questions to both: every route, by ids
 * of what is seen, hidden and nobody's, with every name of a query, every form, and what a live page is told. The
 * answers are the same to the byte.
 */
export const noninterference: Evidence = async ({ size, say }) => {
  const issuer = await testIssuer(`${ORIGIN}/fhir`)
  const provider = await testProvider()
  const settings = { ...provider.settings, FHIR_ISSUER: issuer.issuer, FHIR_AUDIENCE: issuer.audience }
  try {
    const failures: string[] = []
    const covered = new Set<string>()
    const callers = [...A_FEW, ...(size === 'smoke' ? [] : MORE), undefined]
    let trials = 0
    for (const caller of callers) {
      const wanted = {
        caller,
        reach: REACH[size],
        covered,
        settings,
        issuer,
        isChanged: size !== 'smoke' || caller === A_FEW[0],
      }
      for await (const put of compared(wanted)) {
        trials++
        if (put.difference === undefined) continue
        failures.push(sentence(put))
        say(sentence(put).slice(0, 600))
      }
      say(`${caller ?? 'nobody'}: ${trials} questions, ${failures.length} answered in two ways`)
    }
    const kills: Record<string, boolean> = {}
    for (const [name, leak] of Object.entries(FAULTS)) {
      const first = await firstLeak({ settings, issuer }, leak)
      kills[name] = first !== undefined
      say(`${name}: ${first ?? 'was not seen'}`)
    }
    for await (const [name, first] of turnedOn({ settings, issuer })) {
      kills[name] = first !== undefined
      say(`${name}: ${first ?? 'was not seen'}`)
    }
    const figures = { callers: callers.length, hidings: Object.keys(HIDINGS).length, parameters: covered.size }
    return { trials, failures, kills, figures }
  } finally {
    await issuer.stop()
    await provider.stop()
  }
}

/** Some of a type alone: what is hidden is among it. */
const NARROWLY = 'Encounter.rs?status=in-progress'

const CHART_PATH = '/fhir/:type/:id'
const CHART = /^\/fhir\/:type/

interface Trusted {
  readonly settings: Readonly<Record<string, string>>
  readonly issuer: TestIssuer
}

interface Wanted extends Trusted {
  /** The key of an account; nobody when there is none. */
  readonly caller: string | undefined
  readonly reach: Reach
  /** Takes up which names of which query were tried. */
  readonly covered: Set<string>
  /** Whether all is asked again when what is hidden has become other, and less. */
  readonly isChanged: boolean
  readonly leak?: Leak
}

/** Asks everything in two worlds that differ by all that is hidden from the caller: added, then altered and taken away. */
async function* compared({ caller, reach, covered, isChanged, leak, ...trusted }: Wanted): AsyncGenerator<Put> {
  const { settings, issuer } = trusted
  const callers = caller === undefined || caller === SYSTEM ? [] : [caller]
  const product = leak && (await sown(leak.changes))
  const pair = await pairOfWorlds({ settings, callers, ...(product && { product }) })
  try {
    if (caller === SYSTEM) for (const { store } of [pair.one, pair.other]) await letInSystem(store)
    const hidings = Object.values(HIDINGS).filter(({ seenBy }) => caller === undefined || !seenBy.includes(caller))
    const asking = new Asking(pair, askerOf(caller, pair, issuer), reach)
    const ids = await idsIn(pair)
    for (const hiding of hidings) {
      await hiding.add(pair.other.store)
      await hiding.instead?.(pair.one.store)
    }
    // What may be seen goes on happening, after what is hidden: no number that it is given may tell.
    for (const { store } of [pair.one, pair.other])
      await addLooks(store.db, personId('mair-pritchard'), ids.nobodys, LOOKS)
    // What is hidden was put into the tables by hand: it is searched by all the same.
    for (const { store } of [pair.one, pair.other]) await makeAnew(store)
    yield* asking.all(ids, leak?.at)
    if (caller !== undefined && (leak?.at ?? CHART).test(CHART_PATH)) yield* asking.chart(ids, leak && 'writing')
    if (leak === undefined || leak.at.test('live')) yield* tellBoth(pair, askerOf(caller, pair, issuer))
    if (isChanged) {
      for (const hiding of hidings) await hiding.alter?.(pair.other.store)
      for (const hiding of hidings) await hiding.remove?.(pair.other.store)
      for (const { store } of [pair.one, pair.other]) await makeAnew(store)
      yield* asking.all(ids, leak?.at)
    }
    for (const one of asking.covered) covered.add(one)
  } finally {
    await pair.stop()
  }
}

async function firstLeak(trusted: Trusted, leak: Leak): Promise<string | undefined> {
  const wanted = {
    ...trusted,
    caller: leak.caller,
    reach: REACH.smoke,
    covered: new Set<string>(),
    isChanged: false,
    leak,
  }
  for await (const put of compared(wanted)) {
    if (put.difference !== undefined) return sentence(put)
  }
  return undefined
}

/** Whose faults are turned on: one world for both is made of what is hidden from both. */
const TURNED_FOR = ['sioned-evans', SYSTEM]

/**
 * Turns on one fault of the chart after another in one pair of worlds that has them all, and answers where each was seen. Before
 * each the same is asked without it, and must be answered in one way: what is seen then is that fault's.
 */
async function* turnedOn({ settings, issuer }: Trusted): AsyncGenerator<readonly [string, string | undefined]> {
  const turned = globalThis as { turnedOn?: string | undefined }
  const product = await sown(
    Object.entries(FAULTS_OF_CHART).flatMap(([name, { changes }]) =>
      changes(`(globalThis.turnedOn === ${JSON.stringify(name)})`),
    ),
  )
  const callers = TURNED_FOR.filter(caller => caller !== SYSTEM)
  const pair = await pairOfWorlds({ settings, callers, product })
  try {
    for (const { store } of [pair.one, pair.other]) await letInSystem(store)
    const ids = await idsIn(pair)
    for (const hiding of Object.values(HIDINGS).filter(({ seenBy }) => !seenBy.some(one => TURNED_FOR.includes(one)))) {
      await hiding.add(pair.other.store)
      await hiding.instead?.(pair.one.store)
    }
    for (const { store } of [pair.one, pair.other]) await makeAnew(store)
    for (const [name, { caller, by }] of Object.entries(FAULTS_OF_CHART)) {
      const first = async () => {
        const asking = new Asking(pair, askerOf(caller, pair, issuer), REACH.smoke)
        for await (const put of asking.chart(ids, by)) if (put.difference !== undefined) return sentence(put)
        return undefined
      }
      const without = await first()
      turned.turnedOn = name
      const seen = await first()
      turned.turnedOn = undefined
      yield [name, without === undefined ? seen : undefined]
    }
  } finally {
    turned.turnedOn = undefined
    await pair.stop()
  }
}

function askerOf(caller: string | undefined, { sessions }: Pair, issuer: TestIssuer): Asker {
  if (caller === undefined)
    return { name: 'nobody', standing: 'nobody', session: undefined, token: undefined, narrow: undefined }
  if (caller === SYSTEM) {
    const claims = { ...issuer.claims(SYSTEM, new Date(NOW)), client_id: SYSTEM }
    const given = (scope: string) => issuer.token({ ...claims, scope })
    const tokens = { token: given('system/*.cruds'), narrow: given(`system/${NARROWLY}`) }
    return { name: caller, standing: 'nobody', session: undefined, ...tokens }
  }
  const actor = actorOf(caller)
  const account = accounts.find(({ key }) => key === caller)
  const [post] = account?.posts ?? []
  // A worker's token is one for a post; without it the door would answer that it is none, whatever is asked.
  const claims = issuer.claims(account?.key ?? caller, new Date(NOW), post && postId(caller, post))
  return {
    name: caller,
    standing: actor.kind === 'worker' ? actor.role : 'citizen',
    session: sessions.get(caller),
    token: issuer.token({ ...claims, scope: 'user/*.cruds' }),
    narrow: issuer.token({ ...claims, scope: `user/${NARROWLY}` }),
  }
}

function postId(caller: string, { organisation, role }: { organisation: string; role: string }): string {
  return idFor(`post ${caller} ${organisation} ${role}`)
}

/** What is there in both worlds, for the places of addresses. */
async function idsIn({ one: { store } }: Pair): Promise<Ids> {
  const mair = personId('mair-pritchard')
  const items = await store.db
    .selectFrom('planItem as item')
    .innerJoin('plan', 'plan.id', 'item.planId')
    .select('item.id')
    .where('plan.personId', '=', mair)
    .orderBy('item.place')
    .execute()
  const [agreement] = await store.db.selectFrom('agreement').select('contentHash').orderBy('code').execute()
  const [message] = await store.db.selectFrom('message').select('id').orderBy('sequence').execute()
  const [look] = await store.db
    .selectFrom('trailEntry')
    .select('id')
    .where('personId', '=', mair)
    .orderBy('sequence')
    .execute()
  const [plan] = await store.db.selectFrom('plan').select('id').where('personId', '=', mair).execute()
  const records = await store.db
    .selectFrom('personLinkNow as link')
    .innerJoin('sourceRecord as held', 'held.id', 'link.sourceRecordId')
    .select('held.id')
    .where('link.personId', '=', mair)
    .orderBy('held.arrival')
    .execute()
  const seen = {
    type: ['Encounter'],
    vid: ['1'],
    record: [records[0]?.id ?? ''],
    person: [mair],
    item: [items.at(3)?.id ?? '', items.at(-1)?.id ?? ''],
    hash: [agreement?.contentHash ?? ''],
    id: [message?.id ?? ''],
    entry: [look?.id ?? ''],
    plan: [plan?.id ?? ''],
    language: ['en'],
  }
  return { seen, records: records.map(({ id }) => id), nobodys: idFor('nobody has this') }
}

function sentence({ caller, question, difference }: Put): string {
  return `${caller}: ${question}: ${difference}`
}
