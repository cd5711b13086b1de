import type { FastifyRequest } from 'fastify'
import type { Store } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Visitor } from '#record/organisation/visitor.ts'
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
  /** Where signing out may lead, as a source of a content security policy. */
  readonly providerSource: string
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
