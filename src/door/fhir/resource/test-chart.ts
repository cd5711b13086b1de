import { personId, type Region, whoIsNamed } from '#test/kit.ts'
import { type Answer, testDoor } from '../test-door.ts'

const SURGERY = 'cyfeirio-llanfeilir'
const JSON_SENT = { 'content-type': 'application/fhir+json' }

/** The door on a region, with who asks there and what of Mair's a social worker of the council may write. */
export async function testChart(here: Region) {
  const door = await testDoor(here.store, whoIsNamed)
  const { issuer } = door
  /** Mair's record at the council, to which what Sioned writes of her hangs. */
  const [mairs] = await here.store.db
    .selectFrom('personLinkNow as link')
    .innerJoin('sourceRecord as record', 'record.id', 'link.sourceRecordId')
    .innerJoin('organisation as body', 'body.id', 'record.organisationId')
    .select('record.id')
    .where('link.personId', '=', personId('mair-pritchard'))
    .where('body.code', '=', 'cyngor-dyffryn-banadl')
    .execute()
  const subject = { reference: `Patient/${mairs?.id}` }
  return {
    door,
    mairs,
    subject,
    /** In the name of somebody in a post, or as themselves, with leave for everything. */
    as: (account: string, post?: string) =>
      issuer.token({ ...issuer.claims(account, here.clock.now(), post), scope: 'user/*.cruds' }),
    /** A system that was let in, for itself. */
    system: () =>
      issuer.token({
        ...issuer.claims(SURGERY, here.clock.now()),
        client_id: SURGERY,
        scope: 'system/*.cruds',
      }),
    send: (method: 'POST' | 'PUT', path: string, token: string, resource: object, headers = {}) =>
      door.ask(`/fhir/${path}`, token, {
        method,
        headers: { ...JSON_SENT, ...headers },
        body: JSON.stringify(resource),
      }),
    read: (path: string, token: string, headers = {}) => door.ask(`/fhir/${path}`, token, { headers }),
    goal: (text: string) => ({ resourceType: 'Goal', lifecycleStatus: 'active', description: { text }, subject }),
  }
}

/** The version that an answer is of. */
export function tagOf({ headers }: Answer): string {
  return headers.etag ?? ''
}
