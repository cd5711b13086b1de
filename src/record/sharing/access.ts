import type { Actor } from '#record/organisation/actor.ts'
import type { About } from './about.ts'
import type { Because, Released } from './because.ts'
import type { CapacityDecision } from './representative/office.ts'
import type { Action, DataClass, Purpose } from './vocabulary.ts'

/** One class of one contributor's data that the holder of an access may read, or may add to, and why. */
export interface Grant {
  readonly contributorId: string
  readonly contributor: string
  readonly dataClass: DataClass
  readonly because: Because
}

/** What an access opens for each action. */
export type Grants = Readonly<Record<Action, readonly Grant[]>>

/** The decisions that an access's holder makes in the person's stead, by themselves and together with others. */
export interface Deciding {
  readonly alone: ReadonlyMap<CapacityDecision, string>
  readonly together: ReadonlyMap<CapacityDecision, string>
}

const NOBODY_ELSES: Deciding = { alone: new Map(), together: new Map() }

/**
 * Leave to read or add to some of one person's record, for one purpose, while one transaction lasts.
 * Only `sharing` makes one, and nothing of `chart` runs without it. It notes what is released through it, for the trail.
 */
export class Access {
  readonly actor: Actor
  /** The person as they are now, whichever of their ids was asked for: what is read is read by this. */
  readonly personId: string
  /** The id under which what is written through this access is kept. Another than `personId` only for two who are one. */
  readonly keptUnder: string
  readonly purpose: Purpose
  /** The decisions that the holder makes in the person's stead, each with the office by which. Mostly there are none. */
  readonly decidesFor: ReadonlyMap<CapacityDecision, string>
  /** Those that the holder makes only together with others who hold the same office, each with the holder's own. */
  readonly decidesTogether: ReadonlyMap<CapacityDecision, string>
  readonly #read: ReadonlyMap<string, Grant>
  readonly #contribute: ReadonlyMap<string, Grant>
  readonly #released = new Map<string, Released>()

  /** @internal Called by `record/sharing` alone; the order test holds that. */
  constructor(
    actor: Actor,
    { personId, keptUnder }: About,
    purpose: Purpose,
    grants: Grants,
    { alone, together }: Deciding = NOBODY_ELSES,
  ) {
    this.actor = actor
    this.personId = personId
    this.keptUnder = keptUnder
    this.purpose = purpose
    this.decidesFor = alone
    this.decidesTogether = together
    this.#read = byKey(grants.read)
    this.#contribute = byKey(grants.contribute)
  }

  /** Everything this access opens for reading. */
  get grants(): readonly Grant[] {
    return [...this.#read.values()]
  }

  /** Whether anything of this class is open, whoever contributed it. */
  opens(dataClass: DataClass): boolean {
    return this.grants.some(grant => grant.dataClass === dataClass)
  }

  /** The id of a contributor, by the code that agreements name it by. Undefined where nothing of theirs is open or may be added to. */
  contributorIdOf(code: string): string | undefined {
    for (const grants of [this.#read, this.#contribute])
      for (const { contributor, contributorId } of grants.values()) if (contributor === code) return contributorId
    return undefined
  }

  /** Whether this contributor's data of this class is open. */
  covers(contributorId: string, dataClass: DataClass): boolean {
    return this.#read.has(keyOf(contributorId, dataClass))
  }

  /** Whether the holder may add to this contributor's data of this class: write, propose, agree, disagree. */
  mayContribute(contributorId: string, dataClass: DataClass): boolean {
    return this.#contribute.has(keyOf(contributorId, dataClass))
  }

  /** Notes that data is let through. Throws when it is not covered: that is a fault of ours, and nothing may leave. */
  release(contributorId: string, dataClass: DataClass): void {
    this.#note(this.#read, contributorId, dataClass)
  }

  /** Notes that data is added. Throws when that is not covered: that is a fault of ours, and nothing may be written. */
  contribute(contributorId: string, dataClass: DataClass): void {
    this.#note(this.#contribute, contributorId, dataClass)
  }

  /** What has been let through so far. */
  get released(): readonly Released[] {
    return [...this.#released.values()]
  }

  #note(grants: ReadonlyMap<string, Grant>, contributorId: string, dataClass: DataClass): void {
    const key = keyOf(contributorId, dataClass)
    const grant = grants.get(key)
    if (grant === undefined) throw new Error(`released without a grant: ${key}`)
    this.#released.set(key, { contributor: grant.contributor, dataClass, because: grant.because })
  }
}

function byKey(grants: readonly Grant[]): ReadonlyMap<string, Grant> {
  return new Map(grants.map(grant => [keyOf(grant.contributorId, grant.dataClass), grant]))
}

function keyOf(contributorId: string, dataClass: DataClass): string {
  return `${contributorId} ${dataClass}`
}
