import type { CodeableConcept, Narrative, Observation } from 'fhir/r4.js'
import { textAt, valueAt } from '#ground/fhir/any.ts'
import type { Bilingual, Say } from '#ground/language/say.ts'
import { xmlText } from '#ground/xml/write.ts'
import { valueText } from '#record/chart/clinical/results.ts'
import { wordsOf } from '#record/chart/clinical/words.ts'

/** One resource of a section, and who recorded it. */
export interface Row {
  readonly resource: { readonly resourceType: string }
  readonly contributor: Bilingual | undefined
}

/** A section in words, for whoever opens the document without reading its data: in the reader's language, but for what was recorded. */
export function tableOf(rows: readonly Row[], say: Say): Narrative {
  const head = [say('chart.summaryWhat'), say('chart.summaryWhen'), say('chart.summaryFound'), say('chart.summaryFrom')]
  const line = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map(text => `<${tag}>${xmlText(text)}</${tag}>`).join('')}</tr>`
  const body = rows.map(row => line(cellsOf(row, say), 'td')).join('')
  return asNarrative(say, `<table><thead>${line(head, 'th')}</thead><tbody>${body}</tbody></table>`)
}

/** One sentence. */
export function sentence(say: Say, words: string): Narrative {
  return asNarrative(say, `<p>${xmlText(words)}</p>`)
}

function asNarrative({ language }: Say, inside: string): Narrative {
  const div = `<div xmlns="http://www.w3.org/1999/xhtml" lang="${language}">${inside}</div>`
  return { status: 'generated', div }
}

const NAMES = ['code', 'medicationCodeableConcept', 'vaccineCode', 'type']
const MOMENTS = [
  ['onsetDateTime'],
  ['effectiveDateTime'],
  ['effectivePeriod', 'start'],
  ['performedDateTime'],
  ['performedPeriod', 'start'],
  ['occurrenceDateTime'],
  ['authoredOn'],
  ['recordedDate'],
  ['issued'],
  ['dateAsserted'],
]

function cellsOf({ resource, contributor }: Row, say: Say): string[] {
  const name = NAMES.map(element => wordsOf(valueAt(resource, element) as CodeableConcept | undefined)).find(Boolean)
  const when = MOMENTS.map(path => textAt(resource, ...path)).find(Boolean)
  const found = resource.resourceType === 'Observation' ? valueText(resource as Observation) : undefined
  return [
    name ?? textAt(resource, 'medicationReference', 'display') ?? say('chart.summaryUnnamed'),
    when === undefined ? '' : dayIn(when, say),
    found ?? '',
    contributor === undefined ? '' : say.of(contributor),
  ]
}

/** As exact as it was written: a year, a month or a day. */
function dayIn(when: string, say: Say): string {
  if (when.length === 4) return when
  return when.length === 7 ? say.month(when) : when.length === 10 ? say.day(when) : say.day(new Date(when))
}
