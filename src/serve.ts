import { readFile } from 'node:fs/promises'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Config } from '#config'
import { receiveBundle } from '#door/feeds/fhir/receive.ts'
import { openReplayer } from '#door/feeds/replay/replayer.ts'
import { fhirDoor } from '#door/fhir/fhir.ts'
import type { FhirMeans } from '#door/fhir/means.ts'
import { answerUnreadable } from '#door/fhir/outcome.ts'
import { isForSocket, SubscriptionSockets } from '#door/fhir/socket/sockets.ts'
import { logDoor } from '#door/log/log.ts'
import { metricsDoor } from '#door/metrics/metrics.ts'
import type { OutboxMeans } from '#door/outbox/outbox.ts'
import type { Relay } from '#door/outbox/smtp.ts'
import { onlyDeclared, Routes } from '#door/route/routes.ts'
import { publicOrigin } from '#door/signin/address.ts'
import type { Named } from '#door/signin/named.ts'
import { signinDoor } from '#door/signin/routes.ts'
import { refuseOtherSites } from '#door/signin/same-site.ts'
import { smartDoor } from '#door/smart/smart.ts'
import { closeWithServer, LiveHub } from '#door/web/live/hub.ts'
import { webDoor } from '#door/web/web.ts'
import { listen } from '#ground/db/announce.ts'
import type { Store, Tx } from '#ground/db/store.ts'
import { faultInLog } from '#ground/fault-in-log.ts'
import type { TlsOut } from '#ground/mllp/client.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { SigningKey } from '#ground/signing-key.ts'
import type { TokenKey } from '#ground/token-keys.ts'
import { offeredAccounts, offeredSystems } from '#seed/offered.ts'
import { grantHolds } from '#work/app/grant.ts'
import type { Replayer } from '#work/ledger/replayer.ts'
import { keepChores } from './chores.ts'
import { ifFree } from './if-free.ts'
import { type FeedsProblem, openFeeds } from './open-feeds.ts'
import { type OpenRegion, openRegion, type RegionWrong } from './open-region.ts'

export interface Serving {
  /** The address people type. */
  readonly url: string
  readonly mllpPort: number
  /** Undefined when nobody is received over TLS. */
  readonly mllpTlsPort: number | undefined
  /** Ends every door, answering what is in hand first. */
  stop(): Promise<void>
}

export type ServeProblem = { readonly code: 'portBusy'; readonly port: number } | FeedsProblem | RegionWrong

/** The keys of this product: one seals the trail, the others sign who somebody is for apps. */
export interface Keys {
  readonly trailKey: SigningKey
  readonly tokenKeys: readonly TokenKey[]
}

/** Opens every door on a database that is ready: pages, sign-in, the log, the listener for agencies' systems. Keeps the chores. */
export async function serve(
  config: Config,
  store: Store,
  databaseUrl: string,
  { trailKey, tokenKeys }: Keys,
): Promise<Outcome<Serving, ServeProblem>> {
  const region = openRegion(config)
  if (!region.ok) return region
  const app = fastify({
    logger: { level: 'warn', serializers: { fault: faultInLog } },
    trustProxy: config.PUBLIC_URL !== undefined,
    http: { shouldUpgradeCallback: isForSocket },
    frameworkErrors: (fault, request, reply) => unreadable(fault, request, reply as unknown as FastifyReply),
  })
  const failed = (fault: unknown) => app.log.error({ fault }, 'a message, a live page or a chore failed')
  const replayer = openReplayer(store, failed)
  const { live, sockets } = await openPages(app, {
    config,
    store,
    trailKey,
    tokenKeys,
    failed,
    replayer,
    region: region.value,
  })
  const chores = keepChores(store, {
    live,
    trailKey,
    outbox: outboxMeansOf(config),
    origin: () => publicOrigin(app, config),
    profiles: region.value.profiles,
    dropDir: config.DROP_DIR,
    failed,
  })
  const announcements = await listen(databaseUrl, {
    announced: announcement => {
      live.announced(announcement)
      sockets.heard(announcement)
      chores.heard(announcement)
    },
    missed: () => {
      live.missed()
      sockets.missed()
    },
  })
  const feeds = await openFeeds(config, store, failed)
  const pages = feeds.ok ? await ifFree(app.listen({ port: config.PORT, host: config.HOST })) : undefined

  async function stop(): Promise<void> {
    await chores.stop()
    await app.close()
    await replayer.stop()
    if (feeds.ok) await feeds.value.close()
    await announcements.stop()
  }
  if (!feeds.ok || pages === undefined) {
    await stop()
    return feeds.ok ? refused({ code: 'portBusy', port: config.PORT }) : feeds
  }
  const url = config.PUBLIC_URL ?? `http://localhost:${new URL(pages).port}`
  return done({ url, mllpPort: feeds.value.port, mllpTlsPort: feeds.value.tlsPort, stop })
}

/** Where mails go out, when a relay is set. */
function relayOf({ SMTP_URL, MAIL_FROM }: Config): Relay | undefined {
  return SMTP_URL === undefined || MAIL_FROM === undefined ? undefined : { url: SMTP_URL, from: MAIL_FROM }
}

/** What carriers are told. In the demo partners may be on this machine. */
function outboxMeansOf(config: Config): OutboxMeans {
  const named = config.HTTPS_PRIVATE_HOSTS.split(',').map(host => host.trim().toLowerCase())
  const ownMachine = config.SEED === 'demo' ? ['localhost', '127.0.0.1', '[::1]'] : []
  return { relay: relayOf(config), privateHosts: [...named, ...ownMachine], readKeys: () => readKeysOut(config) }
}

/** The files of what is trusted and shown when messages leave over TLS. */
async function readKeysOut(config: Config): Promise<TlsOut> {
  const { MLLP_OUT_CA_FILE: ca, MLLP_OUT_CERT_FILE: cert, MLLP_OUT_KEY_FILE: key } = config
  const read = async (file: string | undefined) => (file === undefined ? undefined : readFile(file))
  return { ca: await read(ca), cert: await read(cert), key: await read(key) }
}

/** What the server cannot make a request of reaches no door. It is answered in the words of the one it was meant for. */
function unreadable(fault: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  if (!answerUnreadable(request, reply)) reply.code(fault.statusCode ?? 400).send(fault)
}

async function openPages(
  app: FastifyInstance,
  {
    config,
    store,
    trailKey,
    tokenKeys,
    failed,
    replayer,
    region,
  }: Keys & {
    readonly config: Config
    readonly store: Store
    readonly replayer: Replayer
    readonly region: OpenRegion
    failed(fault: unknown): void
  },
): Promise<{ readonly live: LiveHub; readonly sockets: SubscriptionSockets }> {
  const isDemo = config.SEED === 'demo'
  const signin = signinDoor({ store, config, systems: isDemo ? offeredSystems() : [] })
  const live = new LiveHub(store, signin.visits.openSessions, failed)
  const offered = isDemo ? offeredAccounts() : []
  onlyDeclared(app)
  await app.register(cookie)
  await app.register(compress, { encodings: ['br', 'gzip'] })
  const origin = () => publicOrigin(app, config)
  const { whoIsNamed } = signin.visits
  const takeBundle: FhirMeans['takeBundle'] = (sent, from) => receiveBundle(store, sent, from)
  const mayAct = async (tx: Tx, named: Named) => (await whoIsNamed(tx, named)) !== undefined
  const smart = smartDoor({ store, origin, keys: tokenKeys, isDemo, mayAct, failed })
  closeWithServer(app, live)
  const findTrust = () => signin.findTrust(app)
  const sockets = new SubscriptionSockets({ store, findTrust, findGiven: smart.findGiven, failed })
  await app.register(
    fhirDoor({
      store,
      origin,
      // What was taken back opens nothing, in the same moment.
      whoIsNamed: async (tx, named) =>
        named.grantId === undefined || (await grantHolds(tx, named.grantId)) ? whoIsNamed(tx, named) : undefined,
      takeBundle,
      ...region,
      findTrust,
      sockets,
      findGiven: smart.findGiven,
      smartConfiguration: smart.configuration,
    }),
  )
  await app.register(smart.routes)
  logDoor(new Routes(app), store, trailKey)
  metricsDoor(new Routes(app), store, config.METRICS_TOKEN_FILE)
  // Apart from the others: its hooks ask whose browser it is, which is not asked of programs.
  await app.register(async pages => {
    pages.addHook('preParsing', refuseOtherSites(config))
    await webDoor(pages, {
      store,
      origin,
      live,
      replayer,
      hasMailRelay: relayOf(config) !== undefined,
      visits: signin.visits,
      offered,
      providerSource: signin.providerSource,
      apps: smart.visits,
    })
    await pages.register(signin.routes)
  })
  return { live, sockets }
}
