import type { ValueSet } from 'fhir/r4.js'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { displayIn, type Named, namesOf } from './display.ts'
import type { HeldSystem } from './held-system.ts'
import { type Member, type Part, type Parts, partsOf } from './members.ts'
import type { TerminologyProblem } from './problem.ts'
import type { Terminology } from './terminology.ts'

/** A code as somebody wrote it. */
export interface CodeAsked {
  /** Undefined: whichever system of the value set has the code, if only one does. */
  readonly system: string | undefined
  readonly code: string
  /** What they call it. Undefined: nothing is asked of its name. */
  readonly display: string | undefined
}

export interface CodeValidated {
  readonly valid: boolean
  /** Why it is not, in a word. */
  readonly because?: 'notAmongThem' | 'inSeveralSystems' | 'calledOtherwise' | 'abstract'
  readonly system?: string
  /** What it is called, in the language that was asked for where it has a name in it. */
  readonly display?: string
}

interface How {
  readonly language: string | undefined
  /** Whether a code that only stands for a group may be recorded there. */
  readonly abstractToo: boolean
}

/** Whether a code is in a value set, under a name of its own. Refused where nobody here can tell. */
export function validateInSet(
  terminology: Terminology,
  set: ValueSet,
  asked: CodeAsked,
  how: How,
): Outcome<CodeValidated, TerminologyProblem> {
  const parts = partsOf(terminology, set)
  const left = parts.excluded
  const found = withCode(parts.included, asked).filter(
    member => withCode(left, { ...asked, system: member.system }).length === 0,
  )
  const [member, another] = found
  if (member === undefined) {
    const doubt = doubtOf(parts, asked)
    return doubt === undefined ? done({ valid: false, because: 'notAmongThem' }) : refused(doubt)
  }
  const unsure = unread(left, member.system)
  if (unsure !== undefined) return refused(unsure)
  if (another !== undefined) return done({ valid: false, because: 'inSeveralSystems' })
  return done({ system: member.system, ...judged(member, asked, how) })
}

/** Whether a code is in a code system. Refused where the system is here in part only, and the code is not in that part. */
export function validateInSystem(
  system: HeldSystem,
  asked: CodeAsked,
  how: How,
): Outcome<CodeValidated, TerminologyProblem> {
  const concept = system.find(asked.code)
  if (concept !== undefined)
    return done({ system: system.url, ...judged({ display: concept.display, concept }, asked, how) })
  if (system.isComplete) return done({ valid: false, because: 'notAmongThem' })
  return refused({ code: 'heldInPart', about: system.url })
}

function judged(
  named: Pick<Member, 'display' | 'concept'> & Named,
  { display: called }: CodeAsked,
  how: How,
): CodeValidated {
  const display = displayIn(named, how.language)
  const told = display === undefined ? {} : { display }
  if (named.concept?.abstract && !how.abstractToo) return { valid: false, because: 'abstract', ...told }
  const names = namesOf(named).map(alike)
  if (called !== undefined && names.length > 0 && !names.includes(alike(called))) {
    return { valid: false, because: 'calledOtherwise', ...told }
  }
  return { valid: true, ...told }
}

/** Names are the same but for capitals and spaces. */
function alike(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim()
}

/** The members with that code, one a system, as far as lines can be read. */
function withCode(parts: readonly Part[], { system, code }: Pick<CodeAsked, 'system' | 'code'>): Member[] {
  const found = new Map<string, Member>()
  for (const { members } of parts) {
    if (!members.ok) continue
    for (const member of membersWith(members.value, system, code)) {
      if (!found.has(member.system)) found.set(member.system, member)
    }
  }
  return [...found.values()]
}

function membersWith(members: ReadonlyMap<string, Member>, system: string | undefined, code: string): Member[] {
  if (system === undefined) return [...members.values()].filter(member => member.code === code)
  const member = members.get(`${system}|${code}`)
  return member === undefined ? [] : [member]
}

/** Why a code that was not found may yet be in the set. */
function doubtOf(parts: Parts, { system }: CodeAsked): TerminologyProblem | undefined {
  const unsure = unread(parts.included, system)
  if (unsure !== undefined) return unsure
  const open = [...parts.openIn].find(one => system === undefined || system === one)
  return open === undefined ? undefined : { code: 'heldInPart', about: open }
}

/** The first line that cannot be read and could hold a code of that system. */
function unread(parts: readonly Part[], system: string | undefined): TerminologyProblem | undefined {
  for (const part of parts) {
    const couldHold = part.system === undefined || system === undefined || part.system === system
    if (couldHold && !part.members.ok) return part.members.problem
  }
  return undefined
}
