import type { WorkerActor } from '#record/organisation/actor.ts'
import type { Rule } from '../agreement/compile.ts'
import { whyAllowed } from '../decision/decide.ts'
import type { Facts, SignedAgreement } from '../decision/facts.ts'
import { purposeOf } from '../decision/purpose.ts'
import { ACTIONS, type Action, type DataClass } from '../vocabulary.ts'
import type { Job, Pairing } from './pairings.ts'
import { factsOf, type Standing } from './standing.ts'

/** How sight of one class of what one contributor holds changes for the workers of one job. */
export interface SightChange extends Job {
  readonly contributor: string
  readonly dataClass: DataClass
  readonly action: Action
  /** Pairs of a worker and a person for whom it opens, and for whom it closes. */
  readonly gained: number
  readonly lost: number
  /** People about whom at least one worker of the job gains it, and loses it. */
  readonly peopleGained: number
  readonly peopleLost: number
}

/** What is in force before, and what would be after. */
export interface Compared {
  readonly before: readonly SignedAgreement[]
  readonly after: readonly SignedAgreement[]
  /** The rules that are in one and not in the other: nothing else can change. */
  readonly changed: readonly Rule[]
}

/** One class of one contributor's data and what is done with it. */
interface Thing {
  readonly contributor: string
  readonly dataClass: DataClass
  readonly action: Action
}

type Counted = { -readonly [Figure in 'gained' | 'lost' | 'peopleGained' | 'peopleLost']: number }

/** Decides each way of standing once, before and after, and adds up what changes for how many. */
export class SightCounter {
  readonly #compared: Compared
  readonly #day: string
  readonly #minutes: readonly number[]
  readonly #decided = new Map<string, readonly { readonly thing: Thing; readonly opens: boolean }[]>()
  readonly #counted = new Map<string, { readonly of: Job & Thing; readonly figures: Counted }>()

  constructor(compared: Compared, day: string, minutes: readonly number[]) {
    this.#compared = compared
    this.#day = day
    this.#minutes = minutes
  }

  count({ organisation, role, people, standings }: Pairing): void {
    const touched = new Map<Counted, { gains: boolean; loses: boolean }>()
    for (const { standing, workers } of standings) {
      for (const { thing, opens } of this.#changesFor({ organisation, role }, standing)) {
        const figures = this.#figuresOf({ organisation, role, ...thing })
        figures[opens ? 'gained' : 'lost'] += workers * people
        const seen = touched.get(figures) ?? { gains: false, loses: false }
        touched.set(figures, { gains: seen.gains || opens, loses: seen.loses || !opens })
      }
    }
    for (const [figures, { gains, loses }] of touched) {
      if (gains) figures.peopleGained += people
      if (loses) figures.peopleLost += people
    }
  }

  changes(): SightChange[] {
    return [...this.#counted.values()].map(({ of, figures }) => ({ ...of, ...figures }))
  }

  #figuresOf(of: Job & Thing): Counted {
    const key = `${of.organisation} ${of.role} ${of.contributor} ${of.dataClass} ${of.action}`
    const held = this.#counted.get(key) ?? { of, figures: { gained: 0, lost: 0, peopleGained: 0, peopleLost: 0 } }
    this.#counted.set(key, held)
    return held.figures
  }

  #changesFor(job: Job, standing: Standing): readonly { readonly thing: Thing; readonly opens: boolean }[] {
    const key = JSON.stringify([job, standing])
    const held = this.#decided.get(key)
    if (held !== undefined) return held
    const changes = thingsFor(job, this.#compared.changed).flatMap(thing => {
      const before = this.#isOpen(job, standing, thing, this.#compared.before)
      const after = this.#isOpen(job, standing, thing, this.#compared.after)
      return before === after ? [] : [{ thing, opens: after }]
    })
    this.#decided.set(key, changes)
    return changes
  }

  #isOpen(job: Job, standing: Standing, thing: Thing, agreements: readonly SignedAgreement[]): boolean {
    const actor = workerOf(job)
    return this.#minutes.some(minute => {
      const facts: Facts = { ...factsOf(standing, this.#day), minute, agreements }
      return whyAllowed({ ...thing, actor, purpose: purposeOf(actor, facts) }, facts) !== undefined
    })
  }
}

function thingsFor({ organisation, role }: Job, rules: readonly Rule[]): Thing[] {
  const things = rules
    .filter(({ receivers, roles }) => receivers.has(organisation) && roles.has(role))
    .flatMap(({ givers, classes, actions }) =>
      ACTIONS.filter(action => actions.has(action)).flatMap(action =>
        [...givers].flatMap(contributor =>
          [...classes].map((dataClass): Thing => ({ contributor, dataClass, action })),
        ),
      ),
    )
  return [...new Map(things.map(thing => [JSON.stringify(thing), thing])).values()]
}

function workerOf({ organisation, role }: Job): WorkerActor {
  const organisationCode = organisation
  return {
    kind: 'worker',
    accountId: '',
    name: '',
    organisationId: organisation,
    organisationCode,
    teamId: undefined,
    role,
  }
}
