import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { AgreementContent } from '#record/sharing/agreement/agreement.ts'
import type { PublishedAgreement } from '#record/sharing/agreement/agreements.ts'
import { ONLY_PARTS, type Part } from '#record/sharing/agreement/draft/part.ts'
import { type Draft, findDraft, readVersions, type SavedVersion } from '#record/sharing/agreement/draft/read-draft.ts'
import type { Fault } from '#record/sharing/agreement/fault.ts'
import { faultsOf } from '#record/sharing/agreement/faults.ts'
import { type Issue, issuesOf } from '#record/sharing/agreement/issues.ts'
import { knownOrganisations } from '#record/sharing/agreement/known-organisations.ts'
import { findOverlap } from '#record/sharing/agreement/overlap.ts'
import type { Names } from '../agreement/name-list.tsx'

/** A draft, and how far it is from being an agreement that can be signed. */
export interface DraftState {
  readonly draft: Draft
  readonly versions: readonly SavedVersion[]
  readonly names: Names
  /** What is missing or is not of the right kind. */
  readonly issues: readonly Issue[]
  /** The agreement it is, when nothing is missing. */
  readonly whole: AgreementContent | undefined
  readonly faults: readonly Fault[]
  /** Another version that is signed for some of the same days. */
  readonly overlap: PublishedAgreement | undefined
}

/** Reads a draft and tries it, as signing would. Undefined when there is none that this worker may see. */
export async function readDraftState(tx: Tx, worker: WorkerActor, id: string): Promise<DraftState | undefined> {
  const draft = await findDraft(tx, worker, id)
  if (draft === undefined) return undefined
  const organisations = await knownOrganisations(tx)
  const parsed = AgreementContent.safeParse(draft.content)
  const whole = parsed.success ? parsed.data : undefined
  return {
    draft,
    versions: await readVersions(tx, draft),
    names: new Map(organisations.map(({ code, name }) => [code, name])),
    issues: issuesOf(draft.content),
    whole,
    faults: whole === undefined ? [] : faultsOf(whole, organisations),
    overlap: whole === undefined ? undefined : await findOverlap(tx, { hash: undefined, content: whole }),
  }
}

/** How far one part of a draft has come. */
export function standingOf({ issues, faults, draft }: DraftState, part: Part): 'complete' | 'incomplete' | 'faulty' {
  if (issues.some(({ path }) => isIn(path, part))) return 'incomplete'
  return faults.some(fault => concerns(fault, part, draft)) ? 'faulty' : 'complete'
}

/** The part of the draft where something that is missing can be written; undefined when there is no such part yet. */
export function partOfIssue({ draft }: DraftState, { path }: Issue): Part | undefined {
  return partsOf(draft).find(part => isIn(path, part))
}

/** The part of the draft where a fault can be mended. */
export function partOfFault({ draft }: DraftState, fault: Fault): Part | undefined {
  return partsOf(draft).find(part => concerns(fault, part, draft))
}

function partsOf({ content }: Draft): Part[] {
  return [
    ...ONLY_PARTS.map(kind => ({ kind })),
    ...content.clauses.map((_, at) => ({ kind: 'clauses' as const, at: at + 1 })),
    ...content.cases.map((_, at) => ({ kind: 'cases' as const, at: at + 1 })),
  ]
}

/** The fields of the parts that are no list. */
const FIELDS = {
  about: ['code', 'title', 'benefit'],
  parties: ['parties'],
  term: ['from', 'reviewOn', 'until'],
  procedures: ['procedures'],
} as const

function isIn([first, second]: Issue['path'], part: Part): boolean {
  if ('at' in part) return first === part.kind && second === part.at - 1
  return FIELDS[part.kind].some(field => field === first)
}

function concerns({ code, clause, name }: Fault, part: Part, { content }: Draft): boolean {
  switch (part.kind) {
    case 'clauses':
      return clause !== undefined && content.clauses[part.at - 1]?.number === clause
    case 'cases':
      return code === 'case-contradicts' && name === String(part.at)
    case 'term':
      return code === 'ends-before-it-begins' || code === 'review-outside-term'
    case 'parties':
      return clause === undefined && (code === 'party-twice' || code === 'unknown-organisation')
    default:
      return false
  }
}
