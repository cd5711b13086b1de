import type { Parameters, Subscription } from 'fhir/r4.js'
import { sql } from 'kysely'
import { type Tx, transactionInTurn } from '#ground/db/store.ts'
import type { Region } from '#test/kit.ts'
import { raiseNotice } from '#work/notice/raise.ts'
import { tellNotices } from '#work/telling/tell-notices.ts'
import type { TestDoor } from '../test-door.ts'

const IG = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/'

/** A token of the landlord's system, for its subscriptions. */
export function systemToken(
  { issuer }: TestDoor,
  here: Region,
  besides: Readonly<Record<string, unknown>> = {},
): string {
  const claims = issuer.claims('gwennol', here.clock.now())
  return issuer.token({ ...claims, client_id: 'gwennol', scope: 'system/Subscription.cruds', ...besides })
}

/** A subscription that its system listens to. Answers its id. */
export async function listenedTo(
  door: TestDoor,
  token: string,
  {
    content = 'id-only',
    topic = 'admission',
    heartbeat,
  }: { content?: string; topic?: string; heartbeat?: number } = {},
): Promise<string> {
  const extended = (url: string, value: object) => ({ extension: [{ url: `${IG}${url}`, ...value }] })
  const asked = {
    resourceType: 'Subscription',
    status: 'requested',
    reason: 'To look after homes that stand empty',
    criteria: `https://cydofal.example/fhir/SubscriptionTopic/${topic}`,
    channel: {
      ...(heartbeat && extended('backport-heartbeat-period', { valueUnsignedInt: heartbeat })),
      type: 'websocket',
      payload: 'application/fhir+json',
      _payload: extended('backport-payload-content', { valueCode: content }),
    },
  }
  const { status, resource, text } = await door.ask('/fhir/Subscription', token, {
    method: 'POST',
    headers: { 'content-type': 'application/fhir+json' },
    body: JSON.stringify(asked),
  })
  if (status !== 201) throw new Error(text)
  return (resource as Subscription).id ?? ''
}

/** A token by which these may be listened to. */
export async function bindingToken(door: TestDoor, token: string, id: string): Promise<string> {
  const { resource } = await door.ask(`/fhir/Subscription/${id}/$get-ws-binding-token`, token)
  return (resource as Parameters).parameter?.find(({ name }) => name === 'token')?.valueString ?? ''
}

/** Raises as many notices like the first there was, and numbers them for whoever subscribes. */
export async function happensAgain(here: Region, count = 1): Promise<void> {
  await transactionInTurn(here.store, async tx => {
    for (let raised = 0; raised < count; raised++) await raiseAnother(tx)
  })
  await tellNotices(here.store)
}

/** Raises a notice like the first there was. */
export async function raiseAnother(tx: Tx): Promise<void> {
  const { rows } = await sql<{ sourceRecordId: string; resourceId: string }>`
    select source_record_id, resource_id from notice where kind = 'admitted' order by recorded_at limit 1`.execute(
    tx.db,
  )
  await raiseNotice(tx, { kind: 'admitted', happenedAt: tx.now, ...rows[0]! })
}

/** Through which event a subscription has been told over a socket. */
export async function reached({ store }: Region, id: string): Promise<number> {
  const row = await store.db.selectFrom('subscriptionNow').select('reached').where('id', '=', id).executeTakeFirst()
  return row?.reached ?? 0
}

/** How often it is looked whether something has come: for a minute, far longer than it takes on a busy machine. */
const LOOKS_MAX = 3000

/** Waits until it is so. Throws where it does not become so. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let looks = 0; !(await isSo()); looks++) {
    if (looks === LOOKS_MAX) throw new Error(`it is still not so: ${isSo}`)
    await new Promise(again => setTimeout(again, 20))
  }
}
