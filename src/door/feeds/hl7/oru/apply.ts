import type { DiagnosticReport, Observation, Reference } from 'fhir/r4.js'
import { type About, classFor, type KeepAboutProblem, keep, keepAbout } from '#door/feeds/keep-about.ts'
import type { Told } from '#door/feeds/told.ts'
import type { Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import type { OruEvent, SentReport, SentResult } from '#ground/hl7/oru-event.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { ownOf } from '#record/chart/own-resource.ts'
import { holdResource, writeHeld, writeResource } from '#record/chart/write-resource.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { observationAfter, withdrawn } from './observation.ts'
import { allOf, reportAfter } from './report.ts'

export type OruApplyProblem = KeepAboutProblem | 'oru.nothingToFinish'

/** Keeps what was found: a DiagnosticReport for each test or panel, and an Observation for each of its results. */
export function applyOru(tx: Tx, told: Told<OruEvent>): Promise<Outcome<undefined, OruApplyProblem>> {
  return keepAbout(tx, told, async about => {
    for (const report of told.event.reports) {
      const kept = await keepReport(about, told.event, report)
      if (!kept.ok) return kept
    }
    return done(undefined)
  })
}

/** A report as it is to be kept: under which number, in which class, and since when it was so. */
interface Keeping {
  readonly report: SentReport
  readonly key: string
  readonly dataClass: DataClass
  readonly saidAt: Date
}

async function keepReport(
  about: About,
  event: OruEvent,
  report: SentReport,
): Promise<Outcome<undefined, OruApplyProblem>> {
  const key = reportKey(report)
  const { specialty, location } = event.visit ?? {}
  const codes = [
    report.service.code,
    report.service.other?.code,
    ...report.results.flatMap(({ code }) => [code.code, code.other?.code]),
    report.section,
    specialty?.code,
    location?.ward,
  ]
  const thing = { type: 'DiagnosticReport', businessKey: key, rules: about.sender.classes.results, codes } as const
  const dataClass = await classFor(about, thing)
  if (!dataClass.ok) return dataClass
  const saidAt = (report.reportedAt ?? event.saidAt).at
  const keeping = { report, key, dataClass: dataClass.value, saidAt }
  const results = await keepResults(about, keeping)
  if (!results.ok) return results
  const written = await keep(about, { ...thing, dataClass: dataClass.value }, saidAt, held =>
    reportAfter(held, report, { subject: about.subject, naming: about.naming, results: results.value }),
  )
  await completeReport(about, keeping, written.now, results.value)
  return done(undefined)
}

/** One number may stand for several tests of one sample; a test has its number once. */
function reportKey({ fillerNumber, placerNumber, service }: SentReport): string {
  const number = fillerNumber === undefined ? `placer/${placerNumber?.value}` : fillerNumber.value
  return `report/${number}/${service.code ?? service.text ?? service.words ?? ''}`
}

async function keepResults(
  about: About,
  { report, key, dataClass, saidAt }: Keeping,
): Promise<Outcome<Reference[], 'oru.nothingToFinish'>> {
  const { tx, access, sender, sourceRecordId, subject, messageId } = about
  const own = { type: 'Observation', contributorId: sender.organisationId, sourceRecordId, dataClass } as const
  const keys = resultKeys(key, report.results)
  const held = await together(keys.map(businessKey => holdResource(tx, { ...own, businessKey })))
  const references: Reference[] = []
  for (const [place, result] of report.results.entries()) {
    const one = held[place]!
    if (one.before === undefined && onlyFinishes(result)) return refused('oru.nothingToFinish')
    const after = (before: Observation | undefined) => observationAfter(before, report, result, subject)
    const { id } = writeHeld(tx, access, one, after, messageId, saidAt)
    references.push({ reference: `Observation/${id}` })
  }
  return done(references)
}

/** A name that comes again in a report is told apart by which time it is. */
function resultKeys(key: string, results: readonly SentResult[]): string[] {
  const times = new Map<string, number>()
  return results.map(result => {
    const name = resultName(result)
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return `${key}/${name}${time > 1 ? `#${time}` : ''}`
  })
}

function resultName({ code, subId }: SentResult): string {
  const name = code.code ?? code.text ?? code.words ?? code.other?.code ?? ''
  return subId === undefined ? name : `${name}/${subId}`
}

/** U says that what came before is final now; where nothing came before, somebody must find it. */
function onlyFinishes({ status, value }: SentResult): boolean {
  return status === 'U' && value === undefined
}

/**
 * A message that was overtaken may still bring results that no later one did: they are part of the report all the same.
 * Whatever is part of it, by whichever message, is as private as the whole is now, and is taken back with it.
 */
async function completeReport(
  about: About,
  { key, dataClass, saidAt }: Keeping,
  now: DiagnosticReport,
  told: readonly Reference[],
): Promise<void> {
  const { tx, access, sender, sourceRecordId, messageId } = about
  const contributorId = sender.organisationId
  const held = now.result ?? []
  const result = allOf(held, told)
  if (result.length > held.length) {
    const report = { type: 'DiagnosticReport', contributorId, sourceRecordId, businessKey: key, dataClass } as const
    await writeResource(tx, access, report, () => ({ ...now, result }), messageId)
  }
  const isWithdrawn = now.status === 'entered-in-error'
  const ids = result.flatMap(({ reference }) => reference?.replace('Observation/', '') ?? [])
  for (const part of await ownOf(tx, { type: 'Observation', contributorId }, ids)) {
    if (part.dataClass === dataClass && (part.withdrawn || !isWithdrawn)) continue
    await keep(about, { type: 'Observation', businessKey: part.businessKey, dataClass }, saidAt, before => {
      if (before === undefined) throw new Error(`the observation ${part.id} has gone from under its own key`)
      return isWithdrawn ? withdrawn(before) : before
    })
  }
}
