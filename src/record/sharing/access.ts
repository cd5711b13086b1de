import type { Actor } from '#record/organisation/actor.ts'
import type { Because, Released } from './because.ts'
import type { DataClass, Purpose } from './vocabulary.ts'

/** One class of one contributor's data that the holder of an access may see or write, and why. */
export interface Grant {
  readonly contributorId: string
  readonly contributor: string
  readonly dataClass: DataClass
  readonly because: Because
}

/**
 * Leave to see or write some of one person's record, for one purpose, while one transaction lasts.
 * Only `sharing` makes one, and nothing of `chart` runs without it. It notes what is released through it, for the trail.
 */
export class Access {
  readonly actor: Actor
  readonly personId: string
  readonly purpose: Purpose
  readonly #grants: ReadonlyMap<string, Grant>
  readonly #released = new Map<string, Released>()

  /** @internal Called by `record/sharing` alone; the order test holds that. */
  constructor(actor: Actor, personId: string, purpose: Purpose, grants: readonly Grant[]) {
    this.actor = actor
    this.personId = personId
    this.purpose = purpose
    this.#grants = new Map(grants.map(grant => [keyOf(grant.contributorId, grant.dataClass), grant]))
  }

  /** Everything this access opens. */
  get grants(): readonly Grant[] {
    return [...this.#grants.values()]
  }

  /** Whether anything of this class is open, whoever contributed it. */
  opens(dataClass: DataClass): boolean {
    return this.grants.some(grant => grant.dataClass === dataClass)
  }

  /** Whether this contributor's data of this class is open. */
  covers(contributorId: string, dataClass: DataClass): boolean {
    return this.#grants.has(keyOf(contributorId, dataClass))
  }

  /** Notes that data is let through. Throws when it is not covered: that is a fault of ours, and nothing may leave. */
  release(contributorId: string, dataClass: DataClass): void {
    const key = keyOf(contributorId, dataClass)
    const grant = this.#grants.get(key)
    if (grant === undefined) throw new Error(`released without a grant: ${key}`)
    this.#released.set(key, { contributor: grant.contributor, dataClass, because: grant.because })
  }

  /** What has been let through so far. */
  get released(): readonly Released[] {
    return [...this.#released.values()]
  }
}

function keyOf(contributorId: string, dataClass: DataClass): string {
  return `${contributorId} ${dataClass}`
}
