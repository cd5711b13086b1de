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

type Index = ReadonlyMap<string, readonly Placed[]>

/**
 * The rules of these agreements that could concern a request, in the order of the agreements: those that name the role,
 * the receiver, the giver and the class. It only narrows: every check is still asked of each.
 *
 * The index is made of the rules' text alone and kept for the last list of agreements and for the last texts, so it says
 * nothing of signatures, days or people, and can never be out of date.
 */
export function rulesConcerning(agreements: readonly SignedAgreement[], concerned: Concerned): readonly Placed[] {
  return indexOf(agreements).get(keyOf(concerned)) ?? NONE
}

const NONE: readonly Placed[] = []
const byList = new WeakMap<readonly SignedAgreement[], Index>()
let latest: { readonly texts: readonly (readonly Rule[])[]; readonly index: Index } = { texts: [], index: new Map() }

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
  const index = new Map<string, Placed[]>()
  for (const [at, { rules }] of agreements.entries()) {
    for (const rule of rules) {
      for (const key of keysOf(rule)) {
        const placed = index.get(key)
        if (placed === undefined) index.set(key, [{ at, rule }])
        else placed.push({ at, rule })
      }
    }
  }
  return index
}

function* keysOf({ classes, roles, receivers, givers }: Rule): Generator<string> {
  for (const dataClass of classes) {
    for (const role of roles) {
      for (const organisation of receivers) {
        for (const giver of givers) yield keyOf({ dataClass, role, organisation, giver })
      }
    }
  }
}

function keyOf({ role, organisation, giver, dataClass }: Concerned): string {
  return `${dataClass} ${role} ${organisation} ${giver}`
}
