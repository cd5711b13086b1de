import type { BundleLink } from 'fhir/r4.js'
import { readJson } from '#ground/fhir/json/read.ts'
import { writeJson } from '#ground/fhir/json/write.ts'
import type { Say } from '#ground/language/say.ts'
import type { Found } from '#record/chart/search/columns.ts'
import type { Results } from '#record/chart/search/search.ts'
import type { Resource } from '#record/chart/store/to-write.ts'
import { PROBLEM_SYSTEM } from '../outcome.ts'
import { shown } from '../problem.ts'
import { isWhole, type Subset, subsetOf } from '../resource/subset.ts'

/** What is told of a search besides what it found. */
export interface Around {
  /** The address of the door. */
  readonly here: string
  readonly links: readonly BundleLink[]
  /** The parameters that were left out, because whoever asks would rather have the rest. */
  readonly leftOut: readonly string[]
  readonly subset: Subset
  readonly say: Say
}

/** A Bundle of what was found, in JSON. What each holds is put in as it is kept, and not parsed where all of it is wanted. */
export function searchBundle({ found, included, total }: Results, around: Around): string {
  const head = { resourceType: 'Bundle', type: 'searchset', ...(total !== undefined && { total }), link: around.links }
  const entries = [
    ...found.map(one => entryOf(one, 'match', around)),
    ...included.map(one => entryOf(one, 'include', around)),
    ...(around.leftOut.length === 0 ? [] : [outcomeEntry(around)]),
  ]
  const text = JSON.stringify(head).slice(0, -1)
  return entries.length === 0 ? `${text}}` : `${text},"entry":[${entries.join(',')}]}`
}

function entryOf({ type, logicalId, text }: Found, mode: 'include' | 'match', { here, subset }: Around): string {
  const url = JSON.stringify(`${here}/${type}/${logicalId}`)
  return `{"fullUrl":${url},"resource":${wanted(text, subset)},"search":{"mode":"${mode}"}}`
}

function wanted(text: string, subset: Subset): string {
  if (isWhole(subset)) return text
  const read = readJson(text)
  if (!read.ok) throw new Error(`what is kept cannot be read: ${read.problem}`)
  return writeJson(subsetOf(read.value as Resource, subset), { pretty: false })
}

/** What was left out is said beside what was found. Source: FHIR R4, 3.1.1.3, search.mode outcome. */
function outcomeEntry({ leftOut, say }: Around): string {
  const issue = leftOut.map(name => ({
    severity: 'warning',
    code: 'not-supported',
    details: {
      coding: [{ system: PROBLEM_SYSTEM, code: 'unknown-parameter' }],
      text: say('fhir.searchLeftOut', { name: shown(name) }),
    },
  }))
  const resource = { resourceType: 'OperationOutcome', language: say.language, issue }
  return JSON.stringify({ resource, search: { mode: 'outcome' } })
}
