/** Work that is done over and over until it is stopped. */
export interface Kept {
  /** Does it at once, or as soon as what is in hand is done. */
  now(): void
  /** Nothing more is begun; settles when what is in hand is done. */
  stop(): Promise<void>
}

/**
 * Does `work` now and then every so many milliseconds, never twice at once: what takes longer than that is waited for.
 * What fails is told, and tried again the next time.
 */
export function keepDoing(work: () => Promise<unknown>, everyMs: number, failed: (fault: unknown) => void): Kept {
  let inHand: Promise<void> | undefined
  let again = false
  const begin = () => {
    inHand ??= work()
      .then(() => {}, failed)
      .finally(() => {
        inHand = undefined
        if (!again) return
        again = false
        begin()
      })
  }
  begin()
  const beginning = setInterval(begin, everyMs)
  return {
    now() {
      if (inHand === undefined) begin()
      else again = true
    },
    async stop() {
      clearInterval(beginning)
      again = false
      await inHand
    },
  }
}
