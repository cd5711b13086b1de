import type { JSX } from 'preact'
import { useSay } from '../asked.ts'
import { reasonWords } from './joined-words.ts'

/** A code of ours in words, or what somebody wrote, as they wrote it. */
export function Reason({ reason }: { reason: string }): JSX.Element {
  const said = reasonWords(useSay(), reason)
  return said === undefined ? <q>{reason}</q> : <span>{said}</span>
}
