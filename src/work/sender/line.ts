/** Over which lines a sender speaks, and how fast. What is not named is not asked. Part of its map, as `line`. */
export interface SenderLine {
  /**
   * Only over TLS, with one of these certificates: `SHA256:` and its fingerprint, or a name in it as `CN:pas` or
   * `DNS:pas.ysbyty.example`.
   */
  readonly certificates?: readonly string[]
  /** Only from these network addresses, or networks as `10.1.0.0/16`. */
  readonly addresses?: readonly string[]
  /** Also as files in these folders of the one that is watched; without it in none. */
  readonly folders?: readonly string[]
  /** Messages a second. What comes faster is answered later, so that it comes slower. */
  readonly perSecondMax?: number
}

/** Why what came under a sender's name is not believed to be its own. */
export type StrayProblem = 'feed.otherCertificate' | 'feed.otherAddress' | 'feed.otherFolder'
