/** An app that asks in somebody's name, known by the token it shows. The person reads of it in their trail. */
export interface Through {
  /** How the app is known to whoever gave the token (its client id). */
  readonly app: string
  /** The token's own name (its `jti`), so that every use of one token can be found. Never the token. */
  readonly token: string
  /** What was asked: path and query, as they came. */
  readonly request: string
}
