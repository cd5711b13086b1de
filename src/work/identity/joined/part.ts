import type { Tx } from '#ground/db/store.ts'
import { done, type Outcome, refused } from '#ground/outcome.ts'
import { tellApart } from '#record/person/link/apart.ts'
import type { Because } from '#record/person/link/because.ts'
import { linksOf, type RecordLink } from '#record/person/link/links-of.ts'
import { personOf } from '#record/person/link/persons.ts'
import { separate, unlinkRecords } from '#record/person/link/unlink.ts'
import type { Access } from '#record/sharing/access.ts'
import { reasonFrom, type WordsProblem } from '../words.ts'
import { officerWith } from './near.ts'
import { recordBodies } from './record-bodies.ts'

export type PartProblem = WordsProblem | 'record.notShown'

/**
 * A records officer ends one link of a person they may see. Other links may still join the two, and matching may propose
 * it anew. One person may: to part opens nothing that was closed. Run it in turn.
 */
export async function endLink(
  tx: Tx,
  access: Access,
  { linkId, words }: { readonly linkId: string; readonly words: string },
): Promise<Outcome<undefined, PartProblem>> {
  const links = await openLinks(tx, access)
  if (!links.some(({ id }) => id === linkId)) return refused('record.notShown')
  const because = becauseOf(access, words)
  if (!because.ok) return because
  const ended = await unlinkRecords(tx, linkId, because.value)
  return ended.ok ? done(undefined) : refused('record.notShown')
}

/**
 * A records officer takes a record away from a person: every link of it ends, and it is told apart from each that it was
 * linked to, so that no score joins them again. One person may. Run it in turn.
 */
export async function takeAway(
  tx: Tx,
  access: Access,
  { recordId, words }: { readonly recordId: string; readonly words: string },
): Promise<Outcome<undefined, PartProblem>> {
  const links = (await openLinks(tx, access)).filter(({ recordA, recordB }) => [recordA, recordB].includes(recordId))
  if (links.length === 0) return refused('record.notShown')
  const because = becauseOf(access, words)
  if (!because.ok) return because
  const parted = await separate(tx, recordId, because.value)
  if (!parted.ok) return refused('record.notShown')
  for (const { recordA, recordB } of links) {
    const apart = await tellApart(tx, recordA, recordB, because.value)
    if (!apart.ok) throw new Error(`${recordId} is joined still: ${await personOf(tx, recordId)}`)
  }
  return done(undefined)
}

/** The links in force of the person, both ends of which are open to the officer. None to anybody else. */
async function openLinks(tx: Tx, access: Access): Promise<RecordLink[]> {
  if (officerWith(access) === undefined) return []
  const links = (await linksOf(tx, access.personId)).filter(({ ended }) => ended === null)
  const bodies = await recordBodies(
    tx,
    links.flatMap(({ recordA, recordB }) => [recordA, recordB]),
  )
  return links.filter(({ recordA, recordB }) =>
    [recordA, recordB].every(id => access.covers(bodies.get(id)?.organisationId ?? '', 'demographics')),
  )
}

function becauseOf(access: Access, words: string): Outcome<Because, WordsProblem> {
  const reason = reasonFrom(words)
  const officer = officerWith(access)
  if (!reason.ok) return reason
  if (officer === undefined) throw new Error('only an officer parts records here')
  return done({ decidedBy: officer.name, accountId: officer.accountId, reason: reason.value })
}
