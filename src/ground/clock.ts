/** Where the time comes from. Nothing below `main.ts` asks the machine for it. */
export interface Clock {
  now(): Date
}

/** The time of the machine itself. */
export const machineClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved: for tests and for planting the invented region. */
export function stoppedClock(at: string): Clock & { move(to: string): void } {
  let moment = new Date(at)
  return {
    now: () => moment,
    move: to => {
      moment = new Date(to)
    },
  }
}
