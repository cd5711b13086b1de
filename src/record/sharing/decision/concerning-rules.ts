import type { Role } from '#record/organisation/role.ts'
import type { Rule } from '../agreement/compile.ts'
import type { DataClass } from '../vocabulary.ts'
import type { SignedAgreement } from './facts.ts'

/** What a rule must name to concern a request at all. */
interface Concerned {
  readonly role: Role
  readonly organisation: string
  readonly giver: string
  readonly dataClass: DataClass
}

/** A rule, and the place of its agreement in the list. */
interface Placed {
  readonly at: number
  readonly rule: Rule
}

/** A class of a contributor's data. */
export interface NamedClass {
  readonly contributor: string
  readonly dataClass: DataClass
}

interface Index {
  readonly rules: ReadonlyMap<string, readonly Placed[]>
  /** Each once, by role and receiver. */
  readonly classes: ReadonlyMap<string, readonly NamedClass[]>
}

/**
 * The rules of these agreements that could concern a request, in the order of the agreements: those that name the role,
 * the receiver, the giver and the class. It only narrows: every check is still asked of each.
 *
 * The index is made of the rules' text alone and kept for the last list of agreements and for the last texts, so it says
 * nothing of signatures, days or people, and can never be out of date.
 */
export function rulesConcerning(agreements: readonly SignedAgreement[], concerned: Concerned): readonly Placed[] {
  return indexOf(agreements).rules.get(keyOf(concerned)) ?? NONE
}

/** All that any rule names for whoever is in this role there: by a clause nothing else can be open to them. */
export function classesNamedFor(
  agreements: readonly SignedAgreement[],
  job: Pick<Concerned, 'role' | 'organisation'>,
): readonly NamedClass[] {
  return indexOf(agreements).classes.get(jobOf(job)) ?? NONE
}

const NONE: readonly never[] = []
const byList = new WeakMap<readonly SignedAgreement[], Index>()
let latest: { readonly texts: readonly (readonly Rule[])[]; readonly index: Index } = {
  texts: [],
  index: { rules: new Map(), classes: new Map() },
}

function indexOf(agreements: readonly SignedAgreement[]): Index {
  const held = byList.get(agreements)
  if (held !== undefined) return held
  const isSame =
    latest.texts.length === agreements.length && agreements.every(({ rules }, at) => rules === latest.texts[at])
  if (!isSame) latest = { texts: agreements.map(({ rules }) => rules), index: makeIndex(agreements) }
  byList.set(agreements, latest.index)
  return latest.index
}

function makeIndex(agreements: readonly SignedAgreement[]): Index {
  const rules = new Map<string, Placed[]>()
  const classes = new Map<string, NamedClass[]>()
  for (const [at, { rules: own }] of agreements.entries()) {
    for (const rule of own) {
      for (const concerned of concernedBy(rule)) {
        const placed = listAt(rules, keyOf(concerned))
        placed.push({ at, rule })
        const { giver: contributor, dataClass } = concerned
        if (placed.length === 1) listAt(classes, jobOf(concerned)).push({ contributor, dataClass })
      }
    }
  }
  return { rules, classes }
}

function listAt<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const known = lists.get(key)
  if (known !== undefined) return known
  const made: Value[] = []
  lists.set(key, made)
  return made
}

function* concernedBy({ classes, roles, receivers, givers }: Rule): Generator<Concerned> {
  for (const dataClass of classes) {
    for (const role of roles) {
      for (const organisation of receivers) {
        for (const giver of givers) yield { dataClass, role, organisation, giver }
      }
    }
  }
}

function keyOf({ role, organisation, giver, dataClass }: Concerned): string {
  return `${dataClass} ${role} ${organisation} ${giver}`
}

function jobOf({ role, organisation }: Pick<Concerned, 'role' | 'organisation'>): string {
  return `${role} of ${organisation}`
}
