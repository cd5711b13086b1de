import type { FastifyRequest } from 'fastify'
import type { Bundle, BundleEntry, Patient } from 'fhir/r4.js'
import { type MatchedPerson, matchPeople } from '#record/chart/match-people.ts'
import { type OpenRecord, sourceRecordsOf } from '#record/chart/source-records.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { asCaller, type InTheirName } from '../as-caller.ts'
import type { FhirMeans } from '../means.ts'
import { queryOf } from '../query.ts'
import { matchAsked } from './match-asked.ts'

/** Source: FHIR R4, match-grade. */
const GRADE = 'http://hl7.org/fhir/StructureDefinition/match-grade'

/**
 * Whom a Patient may be: those open to the worker that the token names, the likeliest first, each by the record that
 * fits best, with `link` to the other records of the same person that are open too. Whoever is not open is absent, and so
 * is everybody for an app that acts for no worker. Each that is answered is in that person's trail.
 */
export async function matchPatient(request: FastifyRequest, means: FhirMeans): Promise<Bundle<Patient>> {
  const asked = matchAsked(request.body)
  return asCaller(request, means, async ({ tx, actor, through }: InTheirName) => {
    queryOf(request.fhir, new Set())
    const found = actor.kind === 'worker' ? await matchPeople(tx, actor, asked.described) : []
    const certain = found.filter(({ decision }) => decision === 'link')
    const wanted = asked.onlyCertain ? (certain.length === 1 ? certain : []) : found.slice(0, asked.count)
    const pairs = wanted.map(({ personId }) => ({ actor, personId }))
    const asking = { doing: 'search', place: 'fhir', through } as const
    const records = await lookAtMany(tx, pairs, asking, accesses => sourceRecordsOf(tx, accesses))
    return bundleOf(wanted, records.flat(), means.origin())
  })
}

function bundleOf(wanted: readonly MatchedPerson[], records: readonly OpenRecord[], origin: string): Bundle<Patient> {
  const entry = wanted.flatMap((matched): BundleEntry<Patient>[] => {
    const record = records.find(({ id }) => id === matched.sourceRecordId)
    if (record === undefined) return []
    const siblings = records.filter(({ id, personId }) => personId === record.personId && id !== record.id)
    const link = siblings.map(({ id }) => ({ other: { reference: `Patient/${id}` }, type: 'seealso' as const }))
    return [
      {
        fullUrl: `${origin}/fhir/Patient/${record.id}`,
        resource: { ...record.content, ...(link.length > 0 && { link }) },
        search: {
          mode: 'match',
          score: Math.round(matched.probability * 10_000) / 10_000,
          extension: [{ url: GRADE, valueCode: gradeOf(matched) }],
        },
      },
    ]
  })
  return { resourceType: 'Bundle', type: 'searchset', total: entry.length, ...(entry.length > 0 && { entry }) }
}

function gradeOf({ decision, probability }: MatchedPerson): 'certain' | 'probable' | 'possible' {
  if (decision === 'link') return 'certain'
  return probability >= 0.5 ? 'probable' : 'possible'
}
