import type { FastifyInstance } from 'fastify'
import type { Store, Tx } from '#ground/db/store.ts'
import type { Terminology } from '#ground/fhir/terminology/terminology.ts'
import type { Profiles } from '#ground/fhir/validate/profile/profiles.ts'
import type { Language } from '#ground/language/say.ts'
import type { Actor } from '#record/organisation/actor.ts'

/** What this door needs of the rest: the store, the address people know, and who a token names. */
export interface FhirMeans {
  readonly store: Store
  /** The origin people reach the product at. Known once the server listens. */
  origin(): string
  /** Whose tokens are taken, and for whom they must be. Undefined: nobody's. Known once the server listens. */
  findTrust(): TokenTrust | undefined
  /** A token that was given here to an app that somebody let in, and holds. */
  findGiven(token: string): Promise<GivenToken | undefined>
  /** Where and how an app asks to be let in. Source: SMART App Launch 2.2, `.well-known/smart-configuration`. */
  smartConfiguration(): SmartConfiguration
  /** The code systems, value sets and maps that are held. */
  terminology(): Terminology
  /** What resources are judged by besides FHIR R4 itself. Undefined: nothing. */
  readonly profiles: Profiles | undefined
  /** Systems that listen to their subscriptions. */
  readonly sockets: Sockets
  /** Takes in a bundle that a system sent, with the address it came from; settles once it is safe. */
  takeBundle(sent: BundleSent, from: string): Promise<TakenBundle>
  /** Who a token names, as they are in this transaction. Undefined: nobody who may act in that way now. */
  whoIsNamed(
    tx: Tx,
    named: { readonly subject: string; readonly postId: string | undefined; readonly grantId?: string | undefined },
  ): Promise<Caller | undefined>
}

/** Where systems listen, and the tokens by which they come to. */
export interface Sockets {
  /** Takes whoever comes to the server for this, until it stops. */
  openAt(app: FastifyInstance): void
  /** Gives a token by which a socket is bound to subscriptions, once and soon, for as long as an access token holds. */
  giveToken(bindable: Bindable): { readonly token: string; readonly expiresAt: Date }
}

/** What a binding token stands for: the access token it was given for, and the subscriptions that may be listened to. */
export interface Bindable {
  readonly authorization: string
  readonly client: string
  readonly ids: readonly string[]
}

/** As much of it as /fhir/metadata repeats, and all the rest. */
export interface SmartConfiguration {
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly introspection_endpoint: string
  readonly revocation_endpoint: string
  readonly management_endpoint: string
}

/** What a token of our own says. */
export interface GivenToken {
  readonly subject: string
  readonly postId: string | undefined
  readonly app: string
  readonly tokenId: string
  readonly scopes: readonly string[]
  /** What somebody let the app in for; looked up again in the transaction that acts on it. */
  readonly grantId: string | undefined
  /** The one person that the app was opened for. */
  readonly patient: string | undefined
}

/** Who gives out the tokens that are taken, by what name they call us, and how to reach them from here. */
export interface TokenTrust {
  readonly issuer: string
  readonly audience: string
  readonly reach?: (url: string, options: RequestInit) => Promise<Response>
}

/** Somebody in whose name an app asks. */
export interface Caller {
  readonly actor: Actor
  readonly language: Language
}

/** A bundle as it came, and what its sender called the request; without a key the bundle's own identifier names it. */
export interface BundleSent {
  /** The client of the token. */
  readonly client: string
  readonly key: string | undefined
  readonly body: Buffer
}

/** What became of it; why not, as a code, where it was not applied. */
export interface TakenBundle {
  readonly outcome: 'applied' | 'duplicate' | 'quarantined' | 'refused'
  readonly reason?: string
}
