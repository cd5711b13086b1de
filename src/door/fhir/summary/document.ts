import type { Composition, CompositionSection, Device } from 'fhir/r4.js'
import type { Say } from '#ground/language/say.ts'
import type { Found } from '#record/chart/search/columns.ts'
import type { SummaryRead } from '#record/chart/whole/summary.ts'
import { type DocumentEntry, documentBundle } from './bundle.ts'
import { type Row, sentence, tableOf } from './narrative.ts'
import { SECTIONS, type Section, SUMMARY_CODE } from './sections.ts'

/** What a summary is written with. */
export interface SummaryMeans {
  readonly say: Say
  /** The address of the door. */
  readonly here: string
  readonly now: Date
  /** The ids of the Composition, and of the program as its author. */
  readonly ids: readonly [composition: string, author: string]
}

/**
 * The summary as a document in JSON: a Composition with every required section, then all that it refers to. A section with
 * nothing in it is `unavailable`, whether there is nothing or nothing that is open: the two are one answer.
 */
export function summaryDocument(read: SummaryRead, means: SummaryMeans): string {
  const composition = compositionOf(read, means)
  const entries: DocumentEntry[] = [
    { resource: composition },
    { found: read.patient },
    { resource: authorOf(means) },
    ...[...read.found, ...read.included].map(found => ({ found })),
  ]
  return documentBundle(entries, { here: means.here, at: means.now, id: composition.id ?? '' })
}

function compositionOf(read: SummaryRead, { say, now, ids: [id, author] }: SummaryMeans): Composition {
  const resources = new Map(read.found.map(found => [found, JSON.parse(found.text) as Row['resource']]))
  return {
    resourceType: 'Composition',
    id,
    language: say.language,
    text: sentence(say, say('chart.summaryTitle')),
    status: 'final',
    type: { coding: [SUMMARY_CODE] },
    subject: { reference: `Patient/${read.patient.logicalId}` },
    date: now.toISOString(),
    author: [{ reference: `Device/${author}` }],
    title: say('chart.summaryTitle'),
    section: SECTIONS.flatMap(section => {
      const found = read.found.filter(one => {
        const resource = resources.get(one)
        return section.types.includes(one.type) && resource !== undefined && section.holds(resource)
      })
      const rows = found.map(one => ({ resource: resources.get(one)!, contributor: read.names.get(one.contributorId) }))
      return found.length > 0 || section.isRequired ? [sectionOf(section, found, rows, say)] : []
    }),
  }
}

function sectionOf(section: Section, found: readonly Found[], rows: readonly Row[], say: Say): CompositionSection {
  const head = { title: say.plain(section.title), code: { coding: [section.code] } }
  if (found.length === 0) {
    const system = 'http://terminology.hl7.org/CodeSystem/list-empty-reason'
    const emptyReason = { coding: [{ system, code: 'unavailable' }] }
    return { ...head, text: sentence(say, say('chart.summaryNothing')), emptyReason }
  }
  return {
    ...head,
    text: tableOf(rows, say),
    entry: found.map(({ type, logicalId }) => ({ reference: `${type}/${logicalId}` })),
  }
}

function authorOf({ ids: [, id], say }: SummaryMeans): Device {
  return {
    resourceType: 'Device',
    id,
    deviceName: [{ name: say('frame.service'), type: 'user-friendly-name' }],
  }
}
