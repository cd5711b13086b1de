import { readFileSync } from 'node:fs'
import type { JSX } from 'preact'

const NAMES = [
  'calendar',
  'checklist',
  'eye',
  'flag',
  'heart',
  'helping-hand',
  'home',
  'hospital',
  'letter',
  'money',
  'people',
  'phone',
  'pill',
  'question',
  'shield',
  'speech',
  'star',
  'umbrella',
  'warning',
] as const
export type PictureName = (typeof NAMES)[number]

/** A simple drawing beside words that say the same, so it is silent to screen readers. */
export function Pictogram({ name }: { name: PictureName }): JSX.Element {
  return <span class="booklet-picture" aria-hidden="true" dangerouslySetInnerHTML={{ __html: PICTURES[name] }} />
}

/** Each is one file, drawn for this booklet; they are read once. */
const PICTURES = Object.fromEntries(
  NAMES.map(name => [name, readFileSync(new URL(`pictograms/${name}.svg`, import.meta.url), 'utf8')]),
) as Record<PictureName, string>
