import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { contentHash } from '#door/feeds/keep-message.ts'
import { testIssuer } from '#door/fhir/test-issuer.ts'
import { testProvider } from '#door/signin/test-provider.ts'
import { repeatableChance } from '#ground/chance.ts'
import { stoppedClock } from '#ground/clock.ts'
import { transactionInTurn } from '#ground/db/store.ts'
import { seedId } from '#seed/plant.ts'
import { freshDatabase } from '#test/database.ts'
import { actorOf } from '#test/kit.ts'
import { keepDrop, startDrop } from '#work/drop/keep-drop.ts'
import { ORIGIN, served } from '../served.ts'
import { type Change, sow } from '../sow.ts'
import { BODY, type Input } from './inputs.ts'
import { isAnswer } from './reading.ts'

const NOW = '2026-11-22T09:00:00Z'
type Product = NonNullable<Parameters<typeof served>[1]['product']>

/** Who asks, in pages and through an app. */
const WORKER = 'sioned-evans'

/** The doors of one product, to which anything may be sent. */
export interface Doors {
  /** Sends it, and answers what was wrong with how it was answered; undefined when nothing was. */
  send(input: Input): Promise<string | undefined>
  /** What is wrong with what was kept of everything that was sent to the feeds, each in a sentence. */
  audit(): Promise<string[]>
  close(): Promise<void>
}

/** Opens the doors of the product, or of a copy that was sown. */
export async function openDoors(changes: readonly Change[]): Promise<Doors> {
  const database = await freshDatabase('region')
  const issuer = await testIssuer(`${ORIGIN}/fhir`)
  const provider = await testProvider()
  const at = sow(changes)
  const { serve } = (await import(at('src/serve.ts'))) as { serve: Product }
  const { receiveFrame } = (await import(
    at('src/door/feeds/hl7/receive.ts')
  )) as typeof import('#door/feeds/hl7/receive.ts')
  const { takeDrop } = (await import(
    at('src/door/feeds/csv/take-drop.ts')
  )) as typeof import('#door/feeds/csv/take-drop.ts')
  const here = await served(database.url, {
    clock: stoppedClock(NOW),
    chance: repeatableChance('hostile input'),
    product: serve,
    settings: {
      ...provider.settings,
      FHIR_ISSUER: issuer.issuer,
      FHIR_AUDIENCE: issuer.audience,
    },
  })
  const { store } = here
  const { accountId } = actorOf(WORKER)
  const session = await here.signIn(accountId, 'hostile input')
  const post = await store.db
    .selectFrom('post')
    .select('id')
    .where('accountId', '=', accountId)
    .executeTakeFirstOrThrow()
  const token = issuer.token(issuer.claims(WORKER, new Date(NOW), post.id))
  const sent: Buffer[] = []

  async function answer(input: Input): Promise<string | undefined> {
    switch (input.door) {
      case 'hl7': {
        sent.push(input.bytes)
        const answers = await receiveFrame(store, input.bytes, 'hostile')
        const isAnswered = answers.length > 0 ? answers.every(isAnswer) : asksForNoAnswer(input.bytes)
        return isAnswered ? undefined : `was answered ${answers.map(String)}`
      }
      case 'csv': {
        const { folder, kind, bytes } = input
        const senderId = seedId.sender('FILES', folder)
        const drop = { senderId, kind, fileName: `${kind}.csv`, way: 'page', broughtBy: 'hostile' } as const
        const id = await transactionInTurn(store, tx => keepDrop(tx, drop, [bytes]))
        await transactionInTurn(store, tx => startDrop(tx, id, { name: 'hostile' }))
        await takeDrop(store, id, () => true)
        return undefined
      }
      case 'fhir':
      case 'query': {
        const isApp = input.door === 'fhir' || input.path.startsWith('/fhir')
        const { statusCode, body } = await here.app.inject({
          url: input.door === 'fhir' ? '/fhir/Patient/$match' : input.path,
          method: input.door === 'fhir' ? 'POST' : 'GET',
          headers: isApp
            ? { authorization: `Bearer ${token}`, 'content-type': 'application/fhir+json' }
            : { cookie: `__Host-cydofal=${session}` },
          ...(input.door === 'fhir' && { body: input.body }),
        })
        if (input.door === 'fhir' && input.body === BODY && statusCode !== 200)
          return `was answered ${statusCode} ${body}`
        return statusCode >= 500 ? `was answered ${statusCode}` : undefined
      }
    }
  }
  return {
    send: input => answer(input).catch((fault: unknown) => `threw ${fault}`),
    async audit() {
      await wait(50)
      const { rows } = await sql<{ fault: string }>`
        select message.control_id || ' ' || fault as fault from (
          select id, coalesce(control_id, '-') as control_id from message) as message
        join lateral (
          select 'has not one state' as fault where (select count(*) from message_outcome where message_id = message.id) <> 1
          union all
          select became.outcome || ' without a reason' from message_outcome as became
          where message_id = message.id and outcome in ('quarantined', 'refused') and reason is null
          union all
          select 'made us fail: ' || became.detail from message_outcome as became
          where message_id = message.id and reason = 'feed.failed'
        ) as found on true
        limit 50`.execute(store.db)
      const hashes = await sql<{ hash: string }>`select distinct content_hash as hash from message`.execute(store.db)
      const kept = new Set(hashes.rows.map(({ hash }) => hash))
      const gone = sent.filter(bytes => !kept.has(contentHash(bytes))).slice(0, 20)
      const { rows: drops } = await sql<{ fault: string }>`
        select 'a file of ' || kind || ' is neither taken in nor refused' as fault from file_drop
        where brought_by = 'hostile' and not exists (select from file_drop_end where drop_id = file_drop.id) limit 20`.execute(
        store.db,
      )
      return [
        ...[...rows, ...drops].map(({ fault }) => fault),
        ...gone.map(bytes => `${JSON.stringify(String(bytes).slice(0, 300))} was not kept`),
      ]
    },
    async close() {
      await here.stop()
      await issuer.stop()
      await provider.stop()
      await database.drop()
    },
  }
}

/** Whoever fills MSH-16 says when they want to be answered, and that may be never. Source: HL7 v2.5.1, 2.9.2. */
function asksForNoAnswer(bytes: Buffer): boolean {
  const [header = ''] = bytes
    .toString('latin1')
    .replaceAll('\0', '')
    .split(/[\r\n]/)
  return (header.slice(header.indexOf('MSH')).split(header.charAt(header.indexOf('MSH') + 3))[15] ?? '') !== ''
}
