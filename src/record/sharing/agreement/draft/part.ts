import { isDeepStrictEqual } from 'node:util'
import { type DraftContent, EMPTY_CASE, emptyClause } from './draft.ts'

/** The parts of a draft that are written one at a time; a clause or a worked case by its place in the list, from 1. */
export type Part =
  | { readonly kind: 'about' | 'parties' | 'term' | 'procedures' }
  | { readonly kind: 'clauses' | 'cases'; readonly at: number }

/** The parts that every draft has. */
export const ONLY_PARTS = ['about', 'parties', 'term', 'procedures'] as const

/** What stands in one part of a draft now; undefined when the draft has no such part. */
export function partOf(content: DraftContent, part: Part): unknown {
  switch (part.kind) {
    case 'about': {
      const { code, title, benefit } = content
      return { code, title, benefit }
    }
    case 'parties':
      return { parties: content.parties }
    case 'term': {
      const { from, reviewOn, until } = content
      return { from, reviewOn, until }
    }
    case 'procedures':
      return { procedures: content.procedures }
    case 'clauses':
    case 'cases':
      return content[part.kind][part.at - 1]
  }
}

/**
 * Where a part that somebody read in one version is in a later one: as they read it, perhaps in another place because a
 * clause before it was taken out; or `changed` by somebody else since; or `gone`. One more at the end of a list is there
 * to be written when nobody else has added or taken out any.
 */
export function findAgain(read: DraftContent, now: DraftContent, part: Part): Part | 'changed' | 'gone' {
  const before = partOf(read, part)
  if (!('at' in part)) return isDeepStrictEqual(before, partOf(now, part)) ? part : 'changed'
  const list: readonly unknown[] = now[part.kind]
  const isNext = part.at === list.length + 1 && part.at === read[part.kind].length + 1
  if (before === undefined) return isNext ? part : 'gone'
  if (isDeepStrictEqual(before, partOf(now, part))) return part
  const at = list.findIndex(value => isDeepStrictEqual(value, before)) + 1
  if (at > 0) return { kind: part.kind, at }
  return list.length === read[part.kind].length ? 'changed' : 'gone'
}

/** The draft with another value for one part; `undefined` takes a clause or a worked case out. */
export function withPart(content: DraftContent, part: Part, value: unknown): DraftContent {
  if (!('at' in part)) return { ...content, ...(value as Partial<DraftContent>) }
  const list: readonly unknown[] = content[part.kind]
  const at = part.at - 1
  const kept = [...list.slice(0, at), ...(value === undefined ? [] : [value]), ...list.slice(at + 1)]
  return { ...content, [part.kind]: kept }
}

/** The draft with one clause or worked case more, and where that is. */
export function withOneMore(content: DraftContent, kind: 'clauses' | 'cases'): { content: DraftContent; at: number } {
  return kind === 'clauses'
    ? { content: { ...content, clauses: [...content.clauses, emptyClause(content)] }, at: content.clauses.length + 1 }
    : { content: { ...content, cases: [...content.cases, EMPTY_CASE] }, at: content.cases.length + 1 }
}
