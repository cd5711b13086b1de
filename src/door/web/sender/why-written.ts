import type { Say } from '#ground/language/say.ts'

/** Why a map has a version: the words of whoever wrote it, or ours where the pages of files wrote it. */
export function whyWritten(say: Say, reason: string): string {
  return reason === 'files.columns' ? say('files.columns') : reason
}
