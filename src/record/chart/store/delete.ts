import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { versionNamed } from '../provenance/told.ts'
import { type NewVersion, writeVersions } from '../write-version.ts'
import { type Caller, organisationOf } from './caller.ts'
import { holdPlace } from './hold.ts'
import { placesInScope } from './in-scope.ts'
import { noteNotShown, opening } from './open.ts'
import { type Named, placesOf } from './place.ts'
import type { WriteProblem } from './to-write.ts'
import { contributorOfThePerson, isMatch } from './write.ts'

/**
 * Deletes the caller's own resource: its newest version says that it was deleted and holds nothing else, and every version
 * before it stays. Answers the version that says so; of one that was deleted already, that. Use in `transactionInTurn`.
 */
export async function deleteFromChart(
  tx: Tx,
  caller: Caller,
  named: Named,
  ifMatch?: readonly string[],
): Promise<Outcome<{ readonly versionId: string }, WriteProblem>> {
  if (versionNamed(named) !== undefined) return refused('chart.onlyTold')
  const [all = []] = await placesOf(tx, [named])
  const places = await placesInScope(tx, caller, 'd', all)
  return opening(tx, caller, 'write', places, async open => {
    const place = open.find(places)
    if (place === undefined) {
      if (!open.isAboutSomebody) await noteNotShown(tx, caller, 'write', places)
      return refused('chart.notFound')
    }
    if (caller.onlyAbout !== undefined && place.personId === undefined) return refused('chart.mayNotAdd')
    const access = open.accessTo(place)
    const own = organisationOf(caller) ?? (access && contributorOfThePerson(access))
    if (place.type === 'Patient') return refused('chart.patientStays')
    if (place.contributorId !== own) return refused('chart.notYours')
    if (access?.mayContribute(own, place.dataClass as DataClass) === false) return refused('chart.mayNotAdd')
    if (place.deleted) return done({ versionId: String(place.version) })
    await holdPlace(tx, place)
    if (!isMatch(ifMatch, place.version)) return refused('chart.hasChanged')
    access?.contribute(own, place.dataClass as DataClass)
    const { id, type, logicalId, sourceRecordId, dataClass, contributorId } = place
    const version = place.version + 1
    const next: NewVersion = {
      ...{ id, type, version, sourceRecordId, dataClass, contributorId },
      businessKey: `deleted/${id}`,
      content: { resourceType: type, id: logicalId } as { resourceType: string },
      writtenBy: caller.actor,
      byFhir: { method: 'delete', app: caller.through.app, logicalId: logicalId === id ? undefined : logicalId },
    }
    writeVersions(tx, [next])
    return done({ versionId: String(version) })
  })
}
