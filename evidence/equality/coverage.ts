import { checksOf } from '../oracle/oracle.ts'
import type { AskedWorld } from './ask.ts'

/** What must have happened at least once, or equality says little: each kind of reason, and each check that alone closed. */
const KINDS = [
  'by_clause',
  'by_clause_against_a_wish',
  'by_wish_worker',
  'by_wish_citizen',
  'by_emergency',
  'by_own',
  'by_representative',
]
const CHECKS = [
  'current',
  'notEnded',
  'signed',
  'class',
  'giver',
  'may',
  'receiver',
  'role',
  'purpose',
  'tie',
  'days',
  'hours',
  'cohort',
  'home',
  'notRefused',
  'notPaused',
]

/** Counts what the worlds had in them, by what the oracle says. */
export class Coverage {
  readonly #counts = new Map([...KINDS, ...CHECKS.map(aloneName)].map(name => [name, 0]))
  #asked = 0
  #open = 0

  note({ world, asked }: AskedWorld): void {
    for (const { caller, answers } of asked) {
      for (const { question, reasons } of answers) {
        this.#asked++
        const [reason] = reasons
        if (reason !== undefined) {
          this.#open++
          this.#count(kindName(reason, caller.actor.kind))
        } else if (caller.actor.kind === 'worker') {
          for (const agreement of world.agreements) {
            for (const clause of agreement.content.clauses) {
              const checks = Object.entries(checksOf(world, question, caller.actor, agreement, clause))
              const [failed, ...others] = checks.filter(([, is]) => !is)
              if (failed !== undefined && others.length === 0) this.#count(aloneName(failed[0]))
            }
          }
        }
      }
    }
  }

  /** Everything counted, and how many in a hundred were open. */
  get figures(): Readonly<Record<string, number>> {
    const percent = Math.round((1000 * this.#open) / this.#asked) / 10
    return { asked: this.#asked, open: this.#open, open_percent: percent, ...Object.fromEntries(this.#counts) }
  }

  /** What never happened, as sentences. */
  get gaps(): string[] {
    return [...this.#counts].filter(([, count]) => count === 0).map(([name]) => `in no world was anything ${name}`)
  }

  #count(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }
}

function kindName({ kind, overrode }: { readonly kind: string; readonly overrode: boolean }, actor: string): string {
  if (kind === 'wish') return `by_wish_${actor}`
  return overrode ? 'by_clause_against_a_wish' : `by_${kind}`
}

function aloneName(check: string): string {
  return `closed_by_${check}_alone`
}
