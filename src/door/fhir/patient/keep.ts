import type { Patient } from 'fhir/r4.js'
import type { Tx } from '#ground/db/store.ts'
import { together } from '#ground/db/together.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { Caller } from '#record/chart/store/caller.ts'
import { isInScope, placesInScope } from '#record/chart/store/in-scope.ts'
import { placesOf } from '#record/chart/store/place.ts'
import type { ToWrite, WriteProblem, Written } from '#record/chart/store/to-write.ts'
import { isMatch, withoutVersion, writtenAs } from '#record/chart/store/write.ts'
import type { HeldRecord } from '#record/person/keep-source-record.ts'
import { ownIdentifier } from '#record/person/patient.ts'
import { contribute } from '#record/sharing/look.ts'
import { holdRecord, holdRecordOf, keepRecord } from '#work/identity/keep-record.ts'
import { getOwnerTeam } from '#work/sender/fhir-system.ts'
import { writeProblem } from '../resource/write-problem.ts'

/**
 * Keeps a Patient as the record that a system's organisation holds of somebody, under its own number for them, and finds
 * whose record it is, as of one that a message brings: linked, asked about, or new. Throws, and keeps nothing, where its NHS
 * number is somebody else's. Use in `transactionInTurn`.
 */
export async function keepPatient(tx: Tx, caller: Caller, asked: ToWrite): Promise<Outcome<Written, WriteProblem>> {
  const { actor, through } = caller
  if (actor.kind !== 'system') return refused('chart.patientBySystem')
  const { organisationId, senderId } = actor
  const { named, ifMatch, ifNoneMatch, method } = asked
  const resource = withoutVersion(asked.resource)
  const [places = []] = await placesOf(tx, named === undefined ? [] : [named])
  const ours = places.filter(place => place.contributorId === organisationId)
  const [over] = await placesInScope(tx, caller, 'u', ours)
  if (!isInScope(caller, method === 'create' ? 'c' : 'u', resource)) return refused('chart.beyondScope')
  const { newId = tx.newId() } = asked
  const own = ownIdentifier((resource as unknown as Patient).identifier ?? []) ?? `fhir/${named?.id ?? newId}`
  const [held, ownerTeamId] = await together([
    over ? holdRecordOf(tx, over.id) : holdRecord(tx, { organisationId, localId: own }),
    getOwnerTeam(tx, senderId),
  ])
  if (over === undefined && held !== undefined) return refused('chart.patientKnown')
  if (isOther(held, ifMatch) || (ifNoneMatch && held !== undefined)) return refused('chart.hasChanged')
  const logicalId = named?.id
  const kept = await keepRecord(tx, { organisationId, ownerTeamId }, held, {
    key: { organisationId, localId: held?.localId ?? own },
    change: () => resource as unknown as Patient,
    messageId: undefined,
    newId,
    byFhir: { method, logicalId, writtenBy: actor.name, senderId, app: through.app },
  })
  if (!kept.ok) throw writeProblem(kept.problem)
  const { about, version, sourceRecordId } = kept.value
  await contribute(tx, actor, about, { doing: 'write', place: 'fhir', through }, async access =>
    access.contribute(organisationId, 'demographics'),
  )
  const now = { ...resource, id: over?.logicalId ?? logicalId ?? sourceRecordId }
  return done(writtenAs(now, { version, at: tx.now, method, created: held === undefined }))
}

function isOther(held: HeldRecord | undefined, ifMatch: readonly string[] | undefined): boolean {
  return held === undefined ? ifMatch !== undefined : !isMatch(ifMatch, held.version)
}
