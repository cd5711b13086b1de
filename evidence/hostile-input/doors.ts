import { type TestIssuer, testIssuer } from '#door/fhir/test-issuer.ts'
import { testProvider } from '#door/signin/test-provider.ts'
import { repeatableChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { type Store, transactionInTurn } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import { freshDatabase } from '#test/database.ts'
import { actorOf } from '#test/kit.ts'
import { keepDrop, startDrop } from '#work/drop/keep-drop.ts'
import type { Draw } from '../draw.ts'
import { ORIGIN, type Served, served } from '../served.ts'
import { type Change, sow } from '../sow.ts'
import { audit, HOSTILE } from './audit.ts'
import { BODY, BUNDLE, type Input } from './inputs.ts'
import { isAnswer } from './reading.ts'
import { type SocketExtent, type SocketsTried, trySockets } from './sockets.ts'

const NOW = '2026-11-22T09:00:00Z'
type Product = NonNullable<Parameters<typeof served>[1]['product']>

/** Who asks, in pages and through an app. */
const WORKER = 'sioned-evans'

/** The system that sends bundles. */
const SYSTEM = 'cyfeirio-llanfeilir'

/** The doors of one product, to which anything may be sent. */
export interface Doors {
  /** Sends it, and answers what was wrong with how it was answered; undefined when nothing was. */
  send(input: Input): Promise<string | undefined>
  /** What is wrong with what was kept of everything that was sent to the feeds, each in a sentence. */
  audit(): Promise<string[]>
  /** Does what may be done to the port of messages. */
  sockets(draw: Draw, extent: SocketExtent): Promise<SocketsTried>
  close(): Promise<void>
}

/** Opens the doors of the product, or of a copy that was sown. */
export async function openDoors(changes: readonly Change[]): Promise<Doors> {
  const database = await freshDatabase('region')
  const issuer = await testIssuer(`${ORIGIN}/fhir`)
  const provider = await testProvider()
  const at = sow(changes)
  const { serve } = (await import(at('src/serve.ts'))) as { serve: Product }
  const { receiveFrame } = (await import(at('src/door/feeds/hl7/receive.ts'))) as Receiving
  const { takeDrop } = (await import(at('src/door/feeds/csv/take-drop.ts'))) as TakingDrops
  const { feedsDoor } = (await import(at('src/door/feeds/feeds.ts'))) as typeof import('#door/feeds/feeds.ts')
  const here = await served(database.url, {
    clock: stoppedClock(NOW),
    chance: repeatableChance('hostile input'),
    product: serve,
    settings: { ...provider.settings, FHIR_ISSUER: issuer.issuer, FHIR_AUDIENCE: issuer.audience },
  })
  const { store } = here
  const asks = await asker(here, issuer)
  const sent: Buffer[] = []
  const answer = async (input: Input) => {
    if (input.door === 'fhir' || input.door === 'bundle' || input.door === 'query') return asks(input)
    if (input.door === 'csv') return takeDrop(store, await dropped(store, input), () => true)
    sent.push(input.bytes)
    const answers = await receiveFrame(store, input.bytes, 'hostile')
    const isAnswered = answers.length > 0 ? answers.every(isAnswer) : asksForNoAnswer(input.bytes)
    return isAnswered ? undefined : `was answered ${answers.map(String)}`
  }
  return {
    send: async input => (await answer(input).catch((fault: unknown) => `threw ${fault}`)) ?? undefined,
    audit: () => audit(store, sent),
    sockets: (draw, extent) => trySockets(draw, store, feedsDoor, extent),
    async close() {
      await here.stop()
      await issuer.stop()
      await provider.stop()
      await database.drop()
    },
  }
}

type Receiving = typeof import('#door/feeds/hl7/receive.ts')
type TakingDrops = typeof import('#door/feeds/csv/take-drop.ts')

/** Asks over HTTP, as a page of somebody signed in and as an app in their name, and answers what was wrong. */
async function asker(here: Served, issuer: TestIssuer) {
  const { accountId } = actorOf(WORKER)
  const session = await here.signIn(accountId, 'hostile input')
  const posts = here.store.db.selectFrom('post').select('id').where('accountId', '=', accountId)
  const { id: postId } = await posts.executeTakeFirstOrThrow()
  const token = issuer.token(issuer.claims(WORKER, new Date(NOW), postId))
  const asApp = { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json' }
  const asPage = { cookie: `__Host-cydofal=${session}` }
  const asSystem = {
    ...asApp,
    authorization: `Bearer ${issuer.token({ ...issuer.claims(SYSTEM, new Date(NOW)), client_id: SYSTEM, scope: 'system/Bundle.c' })}`,
  }
  return async (input: Extract<Input, { door: 'fhir' | 'bundle' | 'query' }>): Promise<string | undefined> => {
    if (input.door === 'query') {
      const headers = input.path.startsWith('/fhir') ? asApp : asPage
      const { statusCode } = await here.app.inject({ url: input.path, method: 'GET', headers })
      return statusCode >= 500 ? `was answered ${statusCode}` : undefined
    }
    const isBundle = input.door === 'bundle'
    const [url, headers] = isBundle
      ? (['/fhir/$process-message', asSystem] as const)
      : (['/fhir/Patient/$match', asApp] as const)
    const { statusCode, body } = await here.app.inject({ url, method: 'POST', headers, body: input.body })
    const isUnderstood = statusCode === 200 || (input.body !== BODY && input.body !== BUNDLE)
    return statusCode >= 500 || !isUnderstood ? `was answered ${statusCode} ${body.slice(0, 300)}` : undefined
  }
}

async function dropped(store: Store, { folder, kind, bytes }: Extract<Input, { door: 'csv' }>): Promise<string> {
  const senderId = seedId.sender('FILES', folder)
  const drop = { senderId, kind, fileName: `${kind}.csv`, way: 'page', broughtBy: HOSTILE } as const
  const id = await transactionInTurn(store, tx => keepDrop(tx, drop, [bytes]))
  await transactionInTurn(store, tx => startDrop(tx, id, { name: HOSTILE }))
  return id
}

/** Whoever fills MSH-16 says when they want to be answered, and that may be never. Source: HL7 v2.5.1, 2.9.2. */
function asksForNoAnswer(bytes: Buffer): boolean {
  const [header = ''] = bytes
    .toString('latin1')
    .replaceAll('\0', '')
    .split(/[\r\n]/)
  return (header.slice(header.indexOf('MSH')).split(header.charAt(header.indexOf('MSH') + 3))[15] ?? '') !== ''
}
