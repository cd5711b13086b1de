import { listAt, textAt, valueAt } from '../any.ts'
import type { Taking } from './taking.ts'

/** What can be known of one thing in a plan besides its words. */
export const FACT_NAMES = [
  'status',
  'progress',
  'reason',
  'target',
  'due',
  'starts',
  'ends',
  'when',
  'where',
  'who',
  'role',
  'dose',
  'note',
] as const
export type FactName = (typeof FACT_NAMES)[number]

/** One thing that a plan says, in its author's words. */
export interface Line {
  readonly words: string
  /** Of the words, where it is said. */
  readonly language: string | undefined
  readonly facts: readonly { readonly name: FactName; readonly value: string }[]
}

/** A resource in words, with what is known of it. Undefined where nothing of it can be read. */
export function lineOf(resource: unknown, taking: Taking): Line | undefined {
  const words = wordsOf(resource, taking)
  if (words === undefined) return undefined
  return { words, language: languageOf(resource), facts: factsOf(resource, taking) }
}

/** Words alone, of which no more is known. */
export function plainLine(words: string, facts: Line['facts'] = []): Line {
  return { words, language: undefined, facts }
}

/** What something is called, by whichever name its kind of resource has for it; the first that is there. */
export function wordsOf(resource: unknown, taking: Taking): string | undefined {
  const statement = textAt(resource, 'sourceAttachment', 'contentType')?.startsWith('text/plain')
    ? taking.text(resource, 'sourceAttachment', 'data')
    : undefined
  return (
    (statement && Buffer.from(statement, 'base64').toString('utf8')) ??
    taking.concept(resource, 'description') ??
    taking.text(resource, 'description') ??
    taking.text(resource, 'valueString') ??
    taking.concept(resource, 'medicationCodeableConcept') ??
    taking.text(resource, 'medicationReference', 'display') ??
    taking.text(resource, 'payload', 'contentString') ??
    taking.text(resource, 'payload', 'contentReference', 'display') ??
    taking.concept(resource, 'vaccineCode') ??
    taking.concept(resource, 'code') ??
    taking.concept(resource, 'serviceType') ??
    taking.concept(resource, 'productCodeableConcept') ??
    taking.concept(resource, 'category') ??
    personNameOf(resource, taking) ??
    taking.text(resource, 'name')
  )
}

/** The name of a person, as it is written or put together. */
function personNameOf(resource: unknown, taking: Taking): string | undefined {
  const name = valueAt(resource, 'name')
  if (typeof name !== 'object' || name === null) return undefined
  const whole = taking.text(name, 'text')
  if (whole !== undefined) return whole
  const parts = [...taking.texts(name, 'prefix'), ...taking.texts(name, 'given'), taking.text(name, 'family')]
  return parts.filter(part => part !== undefined).join(' ') || undefined
}

function factsOf(resource: unknown, taking: Taking): Line['facts'] {
  const facts: readonly (readonly [FactName, string | undefined])[] = [
    ['status', taking.text(resource, 'lifecycleStatus') ?? taking.text(resource, 'status')],
    ['progress', taking.concept(resource, 'achievementStatus') ?? taking.concept(resource, 'businessStatus')],
    ['reason', taking.concept(resource, 'statusReason') ?? taking.text(resource, 'statusReason')],
    ...listAt(resource, 'target').map(target => ['target', targetOf(target, taking)] as const),
    ...listAt(resource, 'target').map(target => ['due', taking.text(target, 'dueDate')] as const),
    ['due', taking.text(resource, 'restriction', 'period', 'end')],
    ['starts', taking.text(resource, 'startDate') ?? taking.text(resource, 'scheduledPeriod', 'start')],
    ['ends', taking.text(resource, 'scheduledPeriod', 'end')],
    ['when', taking.text(resource, 'scheduledString') ?? taking.text(resource, 'occurrenceDateTime')],
    ['where', taking.text(resource, 'location', 'display')],
    ...listAt(resource, 'performer').map(one => ['who', taking.text(one, 'display')] as const),
    ['who', taking.text(resource, 'owner', 'display')],
    ...listAt(resource, 'dosageInstruction').map(one => ['dose', taking.text(one, 'text')] as const),
    ...listAt(resource, 'note').map(note => ['note', taking.text(note, 'text')] as const),
  ]
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))
}

/** What is to be reached: of what, how much. */
function targetOf(target: unknown, taking: Taking): string | undefined {
  const measure = taking.concept(target, 'measure')
  const quantity = (value: unknown) => {
    const parts = [taking.text(value, 'comparator'), taking.text(value, 'value'), taking.text(value, 'unit')]
    return parts.filter(part => part !== undefined).join(' ')
  }
  const [low, high] = ['low', 'high'].map(end => quantity(valueAt(target, 'detailRange', end)))
  const range = low || high ? `${low || '…'} – ${high || '…'}` : ''
  const detail =
    quantity(valueAt(target, 'detailQuantity')) ||
    range ||
    (taking.text(target, 'detailString') ?? taking.concept(target, 'detailCodeableConcept'))
  return [measure, detail].filter(part => part).join(': ') || undefined
}

function languageOf(resource: unknown): string | undefined {
  const holders = ['description', 'code'].map(name => valueAt(resource, name, '_text'))
  const beside = [...holders, valueAt(resource, '_description'), valueAt(resource, '_valueString')]
  const spoken = beside.flatMap(one => listAt(one, 'extension')).map(one => textAt(one, 'valueCode'))
  return spoken.find(code => code !== undefined) ?? textAt(resource, 'sourceAttachment', 'language')
}
