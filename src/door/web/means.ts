import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Store } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Visitor } from '#record/organisation/visitor.ts'
import type { App } from '#work/app/app.ts'
import type { Replayer } from '#work/ledger/replayer.ts'
import type { LiveHub } from './live/hub.ts'

/** What the pages need of the rest: the store, who is asking, what is kept of a form, and what happens while they are open. */
export interface WebMeans {
  readonly store: Store
  /** The origin people reach the product at. Known once the server listens. */
  origin(): string
  readonly visits: Visits
  readonly live: LiveHub
  /** Puts right what waits in quarantine. */
  readonly replayer: Replayer
  /** Whether mails go out; without a relay they wait. */
  readonly hasMailRelay: boolean
  /** Whom a visitor to the demo may be; none in a real region. */
  readonly offered: readonly OfferedAccount[]
  /** What apps ask of people whom they led here. */
  readonly apps: AppVisits
  /** Where signing out may lead, as a source of a content security policy. */
  readonly providerSource: string
}

/** What a browser that came from an app is asked, and how it goes on: the pages ask, the door of the apps answers them. */
export interface AppVisits {
  /** Undefined when there is no such visit, it is over, or the app has been closed meanwhile. */
  asks(request: FastifyRequest, reply: FastifyReply): Promise<AppAsks | undefined>
  /** Goes on with what was let in. Answers where to. */
  goOn(request: FastifyRequest, reply: FastifyReply, letIn: LetIn): Promise<string>
  /** Goes back to the app with a no. Answers where to. */
  refuse(request: FastifyRequest, reply: FastifyReply): Promise<string>
}

/** What an app asks. */
export interface AppAsks {
  readonly app: App
  /** As much of what it asked as may be put to anybody. */
  readonly scopes: readonly string[]
  /** By which way from here it was opened. */
  readonly launch: string | undefined
  /** Where the answer leads. */
  readonly redirectUri: string
}

/** What somebody let it in for. */
export interface LetIn {
  readonly grantId: string
  readonly accountId: string
  readonly scopes: readonly string[]
  readonly endsAt: Date
}

/** Who is asking, as the sign-in door knows it. */
export interface Visits {
  whoAsks(request: FastifyRequest): Promise<Visitor | undefined>
  holdForm(request: FastifyRequest, path: string, fields: Record<string, string>): Promise<boolean>
  takeHeldForm(visitor: Visitor, path: string): Promise<Record<string, string> | undefined>
}

/** Somebody whom a visitor to the demo may be for a while. */
export interface OfferedAccount {
  readonly subject: string
  readonly name: string
  readonly who: Bilingual
  readonly why: Bilingual
}
