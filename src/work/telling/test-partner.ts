import type { Tx } from '#ground/db/store.ts'
import { transaction } from '#ground/db/store.ts'
import type { SystemActor, WorkerActor } from '#record/organisation/actor.ts'
import { seedId } from '#seed/seed-id.ts'
import { actorOf, type Ground } from '#test/kit.ts'
import type { Carrier } from '#work/outbox/carrier.ts'
import { sendNext } from '#work/outbox/send-next.ts'
import { letIn } from '#work/outbox/test-outbox.ts'
import { FHIR_FACILITY } from '#work/sender/fhir-system.ts'
import { writeTold } from './told.ts'
import { TOPICS, type Topic } from './topic.ts'

const STEFFAN = actorOf('steffan-howells') as WorkerActor

/** The system of Mair's landlord, let in for its housing officers and told of whatever is open to them. */
export async function letInLandlord(
  tx: Tx,
  {
    name = 'GWENNOL',
    topics = TOPICS,
    carrier = 'mllp',
    address = '127.0.0.1:1',
    settings = {},
  }: Partial<TestPartner> = {},
): Promise<string> {
  const organisation = 'cartrefi-gwennol'
  const id = await letIn(tx, {
    name,
    organisation,
    carrier,
    address,
    settings: { toldFor: 'housing-officer', ...settings },
  })
  const told = await writeTold(tx, STEFFAN, {
    destinationId: id,
    from: 0,
    topics,
    reason: 'They look after homes by it',
  })
  if (!told.ok) throw new Error(told.problem)
  return id
}

/** Lets in a client of tokens for which the landlord's system asks and sends over FHIR. Answers the sender that it is. */
export async function letInLandlordsClient(tx: Tx, client: string): Promise<SystemActor> {
  const organisationCode = 'cartrefi-gwennol'
  const organisationId = seedId.organisation(organisationCode)
  const senderId = seedId.sender(client, FHIR_FACILITY)
  const ownerTeamId = seedId.team('tim-integreiddio')
  await tx.db
    .insertInto('sender')
    .values({ id: senderId, application: client, facility: FHIR_FACILITY, organisationId, ownerTeamId })
    .execute()
  return { kind: 'system', senderId, name: client, organisationId, organisationCode }
}

interface TestPartner {
  readonly name: string
  readonly topics: readonly Topic[]
  readonly carrier: 'mllp' | 'https'
  readonly address: string
  readonly settings: object
}

/** Sends whatever is due for a destination to a receiver that takes all of it. Answers what arrived, as text. */
export async function arrivedAt(here: Ground, destinationId: string): Promise<string[]> {
  const arrived: string[] = []
  const carry: Carrier = async ({ body }) => {
    arrived.push(body.toString('utf8').replaceAll('\r', '\n'))
    return { result: 'accepted', code: 'AA', said: '' }
  }
  while ((await sendNext(here.store, { mllp: carry, https: carry }, destinationId)) !== undefined);
  return arrived
}

/** How many ended in each way there. */
export async function outcomesAt(here: Ground, destinationId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await transaction(here.store, tx =>
    tx.db
      .selectFrom('outgoingOutcome as became')
      .innerJoin('outgoing', 'outgoing.id', 'became.outgoingId')
      .select(['became.outcome'])
      .where('outgoing.destinationId', '=', destinationId)
      .execute(),
  )
  return Object.fromEntries(
    [...Map.groupBy(rows, ({ outcome }) => outcome)].map(([outcome, all]) => [outcome, all.length]),
  )
}
