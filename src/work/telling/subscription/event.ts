import type { FhirResource, Patient } from 'fhir/r4.js'
import { sql } from 'kysely'
import type { Tx } from '#ground/db/store.ts'
import { resourcesOf } from '#record/chart/read-resources.ts'
import { officialName } from '#record/person/patient.ts'
import { openToSystem, type ReceivingSystem } from '#record/sharing/to-system.ts'
import type { OutgoingAbout } from '#work/outbox/outgoing.ts'
import { aboutOf, type Tellable } from '../tellable.ts'
import type { ToldEvent } from './notification.ts'
import type { Content } from './subscription.ts'

/** What is told of one event, and what must be open for that. */
export interface EventToTell extends Pick<ToldEvent, 'focus' | 'entries'> {
  readonly about: OutgoingAbout
}

/** What a system is told of a notice that is open to it: that there is one, what it is about, or that itself. */
export async function eventOf(
  tx: Tx,
  system: ReceivingSystem,
  tellable: Tellable,
  content: Content,
): Promise<EventToTell> {
  const about = aboutOf(tellable, { isNamed: content === 'full-resource' })
  if (content === 'empty') return { focus: undefined, entries: [], about }
  const { notice, record } = tellable
  const patient = `Patient/${record.id}`
  const hangsOn = await whatItHangsOn(tx, notice.id)
  const focus = hangsOn === undefined ? patient : `${hangsOn.type}/${hangsOn.id}`
  if (content === 'id-only') return { focus, entries: [{ reference: focus, resource: undefined }], about }
  const resource = hangsOn && (await findOpen(tx, system, notice.personId, hangsOn))
  const entries = [
    ...(resource === undefined ? [] : [{ reference: focus, resource: aboutPatient(resource, focus, patient) }]),
    { reference: patient, resource: patientOf(tellable) },
  ]
  return { focus, entries, about }
}

interface HangsOn {
  readonly type: FhirResource['resourceType']
  readonly id: string
}

/** A resource or a plan. Undefined: a record. */
async function whatItHangsOn(tx: Tx, noticeId: string): Promise<HangsOn | undefined> {
  const { rows } = await sql<HangsOn>`
    select coalesce(resource.type, 'CarePlan') as type, coalesce(resource.id, notice.plan_id) as id
    from notice
    left join resource on resource.id = notice.resource_id
    where notice.id = ${noticeId} and coalesce(resource.id, notice.plan_id) is not null`.execute(tx.db)
  return rows[0]
}

/** What the notice hangs on, as far as it is open. Of a plan it is told that there is a new version, and not what it says. */
async function findOpen(
  tx: Tx,
  system: ReceivingSystem,
  personId: string,
  { type, id }: HangsOn,
): Promise<FhirResource | undefined> {
  const subject = {}
  if (type === 'CarePlan' && !(await isResource(tx, id)))
    return { resourceType: 'CarePlan', id, status: 'active', intent: 'plan', subject }
  const access = await openToSystem(tx, system, personId)
  const [held = []] = access === undefined ? [] : await resourcesOf(tx, [access], type)
  const found = held.find(one => one.id === id)
  return found && { ...found.content, id }
}

async function isResource(tx: Tx, id: string): Promise<boolean> {
  return (await tx.db.selectFrom('resource').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

/** Whom it is about is said by the record that the receiver knows, and not by its sender's. */
function aboutPatient(resource: FhirResource, focus: string, reference: string): FhirResource {
  const [, id = ''] = focus.split('/')
  const whom = { reference }
  const named = {
    ...resource,
    id,
    ...('subject' in resource && { subject: whom }),
    ...('patient' in resource && { patient: whom }),
  }
  return named as FhirResource
}

/** Who they are, and of a notice that hangs on a record what it tells. */
function patientOf({ record, identifiers, notice }: Tellable): Patient {
  const { birthDate, gender } = record.content
  const name = officialName(record.content)
  const { kind, diedOn, newHome, practice } = notice
  return {
    resourceType: 'Patient',
    id: record.id,
    identifier: [...identifiers],
    ...(name && { name: [name] }),
    ...(birthDate && { birthDate }),
    ...(gender && { gender }),
    ...(kind === 'died' && (diedOn === undefined ? { deceasedBoolean: true } : { deceasedDateTime: diedOn })),
    ...(kind === 'death-withdrawn' && { deceasedBoolean: false }),
    ...(newHome && { address: [{ use: 'home', text: newHome.lines.join(', ') }] }),
    ...(practice !== undefined && { generalPractitioner: [{ type: 'Organization', display: practice }] }),
  }
}
