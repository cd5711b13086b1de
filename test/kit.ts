import { readFileSync } from 'node:fs'
import { receiveFrame } from '#door/feeds/hl7/receive.ts'
import { openReplayer } from '#door/feeds/replay/replayer.ts'
import { currentPosts } from '#door/signin/posts.ts'
import { type Chance, repeatableChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { openStore, type Store, type Tx, transaction } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import type { CitizenActor, WorkerActor } from '#record/organisation/actor.ts'
import type { Visitor } from '#record/organisation/visitor.ts'
import type { Access } from '#record/sharing/access.ts'
import { look, type NotShown } from '#record/sharing/look.ts'
import { people } from '#seed/region/people/index.ts'
import { accounts } from '#seed/region/staff.ts'
import { seedId } from '#seed/seed-id.ts'
import type { Replayer } from '#work/ledger/replayer.ts'
import { type Contents, freshDatabase } from './database.ts'

/** Who a token names, as the sign-in door knows it: for tests of the doors beside it. */
export { whoIsNamed } from '#door/signin/named.ts'

/** A database that one test file has to itself, with a clock that stands still and chance that repeats itself. */
export interface Ground {
  readonly store: Store
  readonly url: string
  readonly clock: ReturnType<typeof stoppedClock>
  readonly chance: Chance
  /** Drops the database. After the last test of the process it is dropped anyway. */
  close(): Promise<void>
}

/** The invented region, at nine in the morning of the day Mair was taken into hospital. No message has come in yet. */
export interface Region extends Ground {
  /** Receives a message as if it had come over the network. Answers the acknowledgement. See `asSent`. */
  send(message: string): Promise<string>
  /** Looks at somebody, both by their keys, in a transaction of its own, as a page does. */
  look<Value>(account: string, person: string, work: Looking<Value>): Promise<Outcome<Value, NotShown>>
  /** What officers put right what waits with, as the pages have it. */
  readonly replayer: Replayer
  /** Somebody signed in: as themselves, or in the first of their posts. */
  visitorOf(account: string): Promise<Visitor>
}

type Looking<Value> = (tx: Tx, access: Access) => Promise<Value>

const NOW = '2026-11-22T09:00:00Z'
const MESSAGES = new URL('../seed/region/messages/', import.meta.url)

/** A region for one test file. Ask for it at the top of the file; what one test does in it the next one finds. */
export async function region(): Promise<Region> {
  const ground = await groundWith('region')
  const { store } = ground
  return {
    ...ground,
    send: async message => String(await receiveFrame(store, Buffer.from(asSent(message)), '127.0.0.1')),
    look: (account, person, work) =>
      transaction(store, tx =>
        look(tx, actorOf(account), personId(person), { doing: 'look', place: 'record' }, access => work(tx, access)),
      ),
    replayer: openReplayer(store, fault => {
      throw fault
    }),
    visitorOf: account => visitorOf(store, account),
  }
}

/** Every table, and not a row in them, for one test file. */
export function emptyGround(): Promise<Ground> {
  return groundWith('tables')
}

async function groundWith(contents: Contents): Promise<Ground> {
  const { url, drop } = await freshDatabase(contents)
  const clock = stoppedClock(NOW)
  const chance = repeatableChance('a test')
  const store = openStore(url, { clock, chance })
  let closed = false
  return {
    store,
    url,
    clock,
    chance,
    close: async () => {
      if (closed) return
      closed = true
      await store.close()
      await drop()
    },
  }
}

/** Somebody of the region, by the key of their account, acting in the first of their posts, or as themselves. */
export function actorOf(account: string): WorkerActor | CitizenActor {
  const { key, name, posts = [] } = seeded(accounts, account)
  const accountId = seedId.account(key)
  const [post] = posts
  if (post === undefined) return { kind: 'citizen', accountId, name }
  return {
    kind: 'worker',
    accountId,
    name,
    organisationId: seedId.organisation(post.organisation),
    organisationCode: post.organisation,
    teamId: post.team === undefined ? undefined : seedId.team(post.team),
    role: post.role,
  }
}

/** The same for somebody who has no post: the person themselves, a daughter, an attorney. */
export function citizenOf(account: string): CitizenActor {
  const actor = actorOf(account)
  if (actor.kind !== 'citizen') throw new Error(`${account} has a post`)
  return actor
}

/** The id of somebody of the region, by their key. */
export function personId(person: string): string {
  return seedId.person(seeded(people, person).key)
}

/** A message of `seed/region/messages` by the name of its file, or one in full; its lines may end in line feeds. */
export function asSent(message: string): string {
  const text = /[\r\n]/.test(message) ? message : readFileSync(new URL(message, MESSAGES), 'utf8')
  return text.replaceAll('\n', '\r')
}

async function visitorOf(store: Store, account: string): Promise<Visitor> {
  const { language } = seeded(accounts, account)
  const actor = actorOf(account)
  const posts = await transaction(store, tx => currentPosts(tx, actor.accountId))
  const own = people.find(person => person.account === account)
  return {
    sessionId: `the session of ${account}`,
    accountId: actor.accountId,
    name: actor.name,
    language,
    actor,
    personId: own && seedId.person(own.key),
    post: posts.find(post => actor.kind === 'worker' && post.organisationId === actor.organisationId),
    posts,
  }
}

function seeded<Thing extends { readonly key: string }>(things: readonly Thing[], key: string): Thing {
  const found = things.find(thing => thing.key === key)
  if (found === undefined) throw new Error(`nobody in the region has the key ${key}`)
  return found
}
