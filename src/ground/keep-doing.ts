/** Work that is done over and over until it is stopped. */
export interface Kept {
  /** Does it at once, or as soon as what is in hand is done; nothing once it has been told to stop. */
  now(): void
  /** Nothing more is begun; settles when what is in hand is done. */
  stop(): Promise<void>
}

/**
 * Does `work` now and then every so many milliseconds, never twice at once: what takes longer than that is waited for.
 * What fails is told, and tried again the next time. Between two times that it is asked for at once there is a pause, so
 * that much that happens in a moment is dealt with together.
 */
export function keepDoing(
  work: () => Promise<unknown>,
  everyMs: number,
  failed: (fault: unknown) => void,
  pauseMs = 0,
): Kept {
  let inHand: Promise<void> | undefined
  let pausing: NodeJS.Timeout | undefined
  let again = false
  let stopped = false
  const begin = () => {
    if (stopped) return
    inHand ??= work()
      .then(() => {}, failed)
      .finally(() => {
        inHand = undefined
        if (pauseMs > 0 && !stopped) pausing ??= setTimeout(goOn, pauseMs)
        else goOn()
      })
  }
  const goOn = () => {
    pausing = undefined
    if (!again) return
    again = false
    begin()
  }
  begin()
  const beginning = setInterval(begin, everyMs)
  return {
    now() {
      if (inHand === undefined && pausing === undefined) begin()
      else again = true
    },
    async stop() {
      clearInterval(beginning)
      clearTimeout(pausing)
      stopped = true
      await inHand
    },
  }
}
