/** Ids of what is there, for bodies that name something. */
export interface Known {
  /** Mair's record at the council, which whoever asks may write to. */
  readonly record: string
  /** A goal of hers that is there and may be changed. */
  readonly goal: string
  /** A subscription of the system's own. */
  readonly subscription: string
}

/** One way in for a body: a route, how it is asked, and a body that nothing is wrong with. */
export interface Way {
  readonly name: string
  /** Below the origin. */
  readonly address: string
  readonly method?: 'PUT' | 'PATCH'
  readonly type: string
  readonly headers?: Readonly<Record<string, string>>
  readonly as: 'worker' | 'partner' | 'surgery' | 'messenger'
  /** The body around a goal, as it stands in JSON; where no resource is carried, the body itself. */
  readonly body: (goal: string) => string
  /** What the body is answered when nothing is wrong with it. */
  readonly well: number
  /** What becomes of a goal that is carried: it is kept, or only judged. */
  readonly carries?: 'kept' | 'judged'
  /** Whether each part is answered by itself, within an answer that is well, or later: what is in a body that can be read. */
  readonly answersEach?: 'in a bundle' | 'later'
  /** Tables in which something is kept of whatever comes, on purpose: by pattern. */
  readonly keeps?: RegExp
}

/** The ways into each route that takes a body, by method and path. */
export type Ways = Readonly<Record<string, readonly Way[]>>
