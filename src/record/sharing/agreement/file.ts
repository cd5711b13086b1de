import { AgreementContent, hashOf } from './agreement.ts'
import { DraftContent as Draft, type DraftContent } from './draft/draft.ts'

/** An agreement as a file that people can read: UTF-8, every part in its place, both languages. */
export function fileOf(content: AgreementContent): string {
  return written(AgreementContent.parse(content))
}

/** A draft as such a file, as far as it has been written. */
export function draftFileOf(content: DraftContent): string {
  return written(Draft.parse(content))
}

/** What the file of an agreement is called: its code and the beginning of its fingerprint. */
export function fileNameOf(content: AgreementContent): string {
  return `${content.code}-${hashOf(content).slice(0, 8)}.json`
}

/** Where a text stops being JSON: its line, from 1, where the reader can tell. */
export interface NotJson {
  readonly line: number | undefined
}

/** Reads a file back, whatever it says. It is for `issuesOf` to tell whether that is an agreement. */
export function readFile(text: string): { readonly content: unknown } | NotJson {
  try {
    return { content: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown }
  } catch (fault) {
    const [, line] = /line (\d+)/.exec(String(fault)) ?? []
    return { line: line === undefined ? undefined : Number(line) }
  }
}

function written(content: unknown): string {
  return `${JSON.stringify(content, undefined, 2)}\n`
}
