import type { ValueSet, ValueSetExpansionContains, ValueSetExpansionParameter } from 'fhir/r4.js'
import { fold } from '#ground/fhir/search/fold.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { displayIn, namesOf } from './display.ts'
import { type Member, membersOf, partsOf } from './members.ts'
import type { TerminologyProblem } from './problem.ts'
import type { Terminology } from './terminology.ts'

/** What is asked of an expansion. Source: FHIR R4, ValueSet $expand. */
export interface ExpandAsked {
  /** Words, of which each must begin a word of one of the names of a code, or the code. */
  readonly filter: string | undefined
  readonly offset: number
  /** How many codes at most. Undefined: all of them. */
  readonly count: number | undefined
  /** Without codes that are not in use any more. */
  readonly activeOnly: boolean
  readonly includeDesignations: boolean
  readonly displayLanguage: string | undefined
}

/** How many codes are sent at once. */
export const CODES_SENT_MAX = 5000

/** Source: FHIR R4, valueset-unclosed: codes may be in the set that are not in the expansion. */
const UNCLOSED = 'http://hl7.org/fhir/StructureDefinition/valueset-unclosed'

/**
 * The value set with the codes that are in it, as they were held at `at`. Flat, in the order of the set. Refused where
 * they cannot all be named, or are more than are sent at once and no page was asked for.
 */
export function expandSet(
  terminology: Terminology,
  set: ValueSet,
  asked: ExpandAsked,
  at: Date,
): Outcome<ValueSet, TerminologyProblem> {
  const members = membersOf(terminology, set)
  if (!members.ok) return members
  const wanted = wantedOf([...members.value.values()], asked)
  if (asked.count === undefined && wanted.length - asked.offset > CODES_SENT_MAX) {
    return refused({ code: 'tooMany', about: set.url ?? '' })
  }
  const count = Math.min(asked.count ?? CODES_SENT_MAX, CODES_SENT_MAX)
  const page = wanted.slice(asked.offset, asked.offset + count)
  const { resourceType, id, url, version, name, title, status } = set
  return done({
    resourceType,
    ...(id !== undefined && { id }),
    ...(url !== undefined && { url }),
    ...(version !== undefined && { version }),
    ...(name !== undefined && { name }),
    ...(title !== undefined && { title }),
    status,
    expansion: {
      ...(partsOf(terminology, set).openIn.size > 0 && { extension: [{ url: UNCLOSED, valueBoolean: true }] }),
      timestamp: at.toISOString(),
      total: wanted.length,
      offset: asked.offset,
      parameter: [...parametersOf(asked), ...versionsOf(wanted)],
      contains: page.map(member => containedIn(member, asked)),
    },
  })
}

function wantedOf(members: readonly Member[], { filter, activeOnly }: ExpandAsked): Member[] {
  const words = fold(filter ?? '')
    .split(' ')
    .filter(word => word !== '')
  return members.filter(member => {
    if (activeOnly && member.concept?.inactive) return false
    if (words.length === 0) return true
    const begun = [member.code, ...namesOf(member)].flatMap(name => fold(name).split(/[^\p{L}\p{N}]+/u))
    return words.every(word => begun.some(one => one.startsWith(word)) || fold(member.code).startsWith(word))
  })
}

function containedIn(member: Member, asked: ExpandAsked): ValueSetExpansionContains {
  const { system, version, code, concept } = member
  const display = displayIn(member, asked.displayLanguage)
  const designation = asked.includeDesignations ? (concept?.designations ?? []) : []
  return {
    system,
    ...(version !== undefined && { version }),
    ...(concept?.abstract && { abstract: true }),
    ...(concept?.inactive && { inactive: true }),
    code,
    ...(display !== undefined && { display }),
    ...(designation.length > 0 && { designation: [...designation] }),
  }
}

/** What was asked, so that whoever keeps the answer knows what it is. */
function parametersOf(asked: ExpandAsked): ValueSetExpansionParameter[] {
  const { filter, count, activeOnly, includeDesignations, displayLanguage } = asked
  return [
    ...(filter === undefined ? [] : [{ name: 'filter', valueString: filter }]),
    ...(count === undefined ? [] : [{ name: 'count', valueInteger: count }]),
    ...(activeOnly ? [{ name: 'activeOnly', valueBoolean: true }] : []),
    ...(includeDesignations ? [{ name: 'includeDesignations', valueBoolean: true }] : []),
    ...(displayLanguage === undefined ? [] : [{ name: 'displayLanguage', valueCode: displayLanguage }]),
  ]
}

function versionsOf(members: readonly Member[]): ValueSetExpansionParameter[] {
  const used = new Set(
    members.flatMap(({ system, version }) => (version === undefined ? [] : [`${system}|${version}`])),
  )
  return [...used].map(canonical => ({ name: 'version', valueUri: canonical }))
}
