import type { Patient } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import { parseNhsNumber } from '#ground/nhs-number.ts'
import type { CitizenActor } from '#record/organisation/actor.ts'
import { nhsNumberIdentifier } from '#record/person/patient.ts'
import { seedId } from '#seed/seed-id.ts'
import type { DrawnRecord, History, Step } from './history.ts'
import type { Product } from './product.ts'

/** The day on which every history begins, and how long a step takes, milliseconds. */
const BEGINS = Date.parse('2026-11-22T09:00:00Z')
const STEP_MS = 60_000

/** What one step made, as far as later steps name it. */
export interface Made {
  readonly isRefused: boolean
  /** Of a link, a tie, a wish, or what was told apart. */
  readonly id?: string
  /** Of a wish: who was one person when it was said. */
  readonly together?: readonly number[]
}

/**
 * The few people of one history in one of its two worlds. Both are in one database. Every id that a world makes begins
 * with the world's own mark and goes on with the step that made it, so that two worlds tell the same when they tell the
 * same but for the mark.
 */
export class World {
  readonly mark: string
  readonly product: Product
  readonly drawn: readonly DrawnRecord[]
  readonly steps: readonly Step[]
  readonly recordIds: string[] = []
  readonly homes: string[] = []
  readonly accounts: string[] = []
  readonly made: Made[] = []
  /** The links that should be in force, by their id, as the numbers of their records. */
  readonly links = new Map<string, readonly [number, number]>()
  readonly #tx: Tx

  constructor(tx: Tx, product: Product, { records, steps }: History, number: number) {
    this.#tx = tx
    this.product = product
    this.drawn = records
    this.steps = steps
    this.mark = (0xe0000000 + number).toString(16)
  }

  /** The transaction as it is during a step: with its moment, and ids of the world's own. */
  at(step: number): Tx {
    let count = 0
    return {
      ...this.#tx,
      now: new Date(BEGINS + step * STEP_MS),
      newId: () => `${this.mark}-${four(step)}-4${four(++count).slice(1)}-8000-000000000000`,
    }
  }

  /** The text without the mark: what a reader in the one world and in the other must be told alike. */
  plain(text: string): string {
    return text.replaceAll(this.mark, 'the-mark').replaceAll(this.family, 'Family')
  }

  /** The family name of everybody in it, which nobody else has. */
  get family(): string {
    return `Prawf${this.mark.replace(/\d/g, digit => 'ghijklmnop'.charAt(Number(digit)))}`
  }

  /** Those whose records the links should join to this one's, itself among them, the first to arrive first. */
  together(record: number): number[] {
    const found = new Set([record])
    for (const at of found) {
      for (const [one, other] of this.links.values()) {
        if (one === at) found.add(other)
        if (other === at) found.add(one)
      }
    }
    return [...found].toSorted((one, other) => one - other)
  }

  /** Whether what a step made was undone by another before that one. */
  isUndone(which: number, until: number): boolean {
    return this.steps.slice(0, until).some(step => 'which' in step && step.which === which)
  }

  citizen(home: number): CitizenActor {
    return { kind: 'citizen', accountId: this.accounts[home]!, name: `citizen ${home}` }
  }

  /** What the keeper of a record holds, as it was told in a step. */
  patient(record: number, step: number): Patient {
    const { born, isNumbered } = this.drawn[record]!
    const given = ['Un', 'Dau', 'Tri', 'Pedwar'][record]!
    return {
      resourceType: 'Patient',
      identifier: [
        { value: `${this.mark} ${record}` },
        ...(isNumbered ? [nhsNumberIdentifier(NUMBERS[record]!, true)] : []),
      ],
      name: [{ use: 'official', text: `${given} ${this.family}`, family: this.family, given: [given] }],
      birthDate: born,
      address: [{ use: 'home', line: [`${step} Heol y Prawf`], postalCode: 'GH3 2YB' }],
      telecom: [{ system: 'phone', value: `01632 96${four(record)}` }],
    }
  }

  key(record: number) {
    return { organisationId: seedId.organisation(this.drawn[record]!.keeper), localId: `${this.mark} ${record}` }
  }
}

/** Numbers that are never issued, valid, one for each record of a history. */
const NUMBERS = ['9990000042', '9990004331', '9990011370', '9990023964'].map(digits => parseNhsNumber(digits)!)

function four(number: number): string {
  return number.toString(16).padStart(4, '0')
}
