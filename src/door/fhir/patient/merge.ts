import type { FastifyRequest } from 'fastify'
import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import { sourceRecordsOf } from '#record/chart/source-records.ts'
import { findPersonOfRecord } from '#record/person/link/persons.ts'
import { getReviewOwner } from '#record/person/review/owner.ts'
import { raiseReview } from '#record/person/review/raise.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { asCaller, type InTheirName } from '../as-caller.ts'
import type { FhirMeans } from '../means.ts'
import { notFound } from '../problem.ts'
import { queryOf } from '../query.ts'
import { mergeAsked, type SaidToBeOne } from './merge-asked.ts'

/** What became of one pair. */
type Became = 'already' | 'waits'

/**
 * An app says that records are one person's. Nothing is joined on an app's word: each pair waits for a records officer,
 * unless the records are one person's already. Refused as not found, all of it, when a record is not open to the worker
 * that the token names, or is none.
 */
export async function mergePatients(request: FastifyRequest, means: FhirMeans): Promise<OperationOutcome> {
  const pairs = mergeAsked(request.body)
  const became = await asCaller(request, means, async asking => {
    queryOf(request.fhir, new Set())
    if (!(await areOpen(asking, pairs))) return undefined
    const all: Became[] = []
    for (const pair of pairs) all.push(await propose(asking.tx, pair))
    return all
  })
  // Thrown when the transaction has committed: what was asked stays written.
  if (became === undefined) throw notFound()
  const { say } = request.fhir
  const issue = became.map(
    (one): OperationOutcomeIssue => ({
      severity: 'information',
      code: 'informational',
      details: { text: say(one === 'waits' ? 'fhir.mergeWaits' : 'fhir.mergeAlready') },
    }),
  )
  return { resourceType: 'OperationOutcome', language: say.language, issue }
}

/** Whether the worker may see every record that is named: only then does the answer tell that there is such a record. */
async function areOpen({ tx, actor, through }: InTheirName, pairs: readonly SaidToBeOne[]): Promise<boolean> {
  if (actor.kind !== 'worker') return false
  const wanted = new Set(pairs.flatMap(({ recordId, otherId }) => [recordId, otherId]))
  const people = new Set<string>()
  for (const recordId of wanted) {
    // Asked about nobody, the one who asks is refused as for somebody who does not exist.
    people.add((await findPersonOfRecord(tx, recordId)) ?? recordId)
  }
  const asked = [...people].map(personId => ({ actor, personId }))
  const asking = { doing: 'search', place: 'fhir', through } as const
  const records = await lookAtMany(tx, asked, asking, accesses => sourceRecordsOf(tx, accesses))
  const open = new Set(records.flat().map(({ id }) => id))
  return [...wanted].every(id => open.has(id))
}

async function propose(tx: Tx, { recordId, otherId }: SaidToBeOne): Promise<Became> {
  if ((await findPersonOfRecord(tx, recordId)) === (await findPersonOfRecord(tx, otherId))) return 'already'
  const ownerTeamId = await getReviewOwner(tx, otherId)
  const candidates = [{ recordId }]
  await raiseReview(tx, { sourceRecordId: otherId, reason: 'proposal.asked', candidates, ownerTeamId })
  return 'waits'
}
