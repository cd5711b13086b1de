import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import type { Bilingual } from '#ground/language/say.ts'
import type { Access } from '#record/sharing/access.ts'
import { lookAtMany } from '#record/sharing/look.ts'
import { answersFor } from '../officer.ts'

/** A record that may be of the person a page is about, and is joined to somebody else or to nobody. */
export interface SecondRecord {
  readonly organisation: Bilingual
  readonly personId: string
  /** The task in which the reader may decide about it. Undefined for whoever may not. */
  readonly taskId: string | undefined
}

/**
 * The records that may be of the same person and wait for somebody to say so, each at its organisation once, as far as
 * the reader may know: who both are said to be must be open to them, here and, decided on its own, there. That they saw it
 * is in the other's trail. Whether there is one or none, the same is asked: nobody else's page is slower for it.
 */
export async function secondRecordsOf(tx: Tx, access: Access): Promise<SecondRecord[]> {
  const waiting = (await waitingFor(tx, access.personId)).filter(({ ownOrganisationId }) =>
    access.covers(ownOrganisationId, 'demographics'),
  )
  const people = new Set(waiting.map(({ personId }) => personId))
  const asked = people.size === 0 ? [access.personId] : [...people]
  const pairs = asked.map(personId => ({ actor: access.actor, personId }))
  return lookAtMany(tx, pairs, { doing: 'list', place: 'second-record' }, async accesses => {
    const seen = new Map<string, SecondRecord>()
    for (const { personId, organisationId, organisation, taskId, ownerTeamId } of waiting) {
      const there = accesses.find(one => one.personId === personId)
      if (there?.covers(organisationId, 'demographics') !== true) continue
      there.release(organisationId, 'demographics')
      const { actor } = access
      const decides = actor.kind === 'worker' && answersFor(actor, ownerTeamId)
      seen.set(`${personId} ${organisationId}`, { organisation, personId, taskId: decides ? taskId : undefined })
    }
    return [...seen.values()]
  })
}

interface Waiting {
  readonly taskId: string
  readonly ownerTeamId: string
  readonly ownOrganisationId: string
  readonly personId: string
  readonly organisationId: string
  readonly organisation: Bilingual
}

/** The pairs that wait of which one is a record of this person, from their side. */
async function waitingFor(tx: Tx, personId: string): Promise<Waiting[]> {
  const { rows } = await sql<Omit<Waiting, 'organisation'> & { nameEn: string; nameCy: string }>`
    with own as materialized (
      select link.source_record_id as id, record.organisation_id
      from person_link_now as link join source_record as record on record.id = link.source_record_id
      where link.person_id = ${personId}
    ), pair as (
      select task.id as task_id, task.owner_team_id, candidate.id as candidate_id, own.organisation_id,
             candidate.source_record_id as other_id
      from own
      join review_task as task on task.source_record_id = own.id
      join review_candidate as candidate on candidate.review_task_id = task.id
      union all
      select task.id, task.owner_team_id, candidate.id, own.organisation_id, task.source_record_id
      from own
      join review_candidate as candidate on candidate.source_record_id = own.id
      join review_task as task on task.id = candidate.review_task_id
    )
    select pair.task_id, pair.owner_team_id, pair.organisation_id as own_organisation_id, link.person_id,
           other.organisation_id, body.name_en, body.name_cy
    from pair
    join review_candidate_now as waits on waits.id = pair.candidate_id and not waits.is_doubt
    join source_record as other on other.id = pair.other_id
    join person_link_now as link on link.source_record_id = other.id
    join organisation as body on body.id = other.organisation_id
    order by body.code, link.person_id, pair.task_id`.execute(tx.db)
  return rows.map(({ nameEn, nameCy, ...row }) => ({ ...row, organisation: { en: nameEn, cy: nameCy } }))
}
