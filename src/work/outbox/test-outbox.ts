import type { Tx } from '#ground/db/store.ts'
import { seedId } from '#seed/seed-id.ts'
import type { CarrierName } from './outgoing.ts'

/** A destination that two people have let in: a system of Cannwyll's or somebody else's, for which the integration team answers. */
export async function letIn(
  tx: Tx,
  {
    name = 'ROTA',
    organisation = 'gofal-cannwyll',
    carrier = 'mllp',
    address = '127.0.0.1:1',
    settings = {},
  }: Partial<TestDestination> = {},
): Promise<string> {
  const id = tx.newId()
  await tx.db
    .insertInto('destination')
    .values({
      id,
      organisationId: seedId.organisation(organisation),
      name,
      carrier,
      address,
      settings: JSON.stringify(settings),
      ownerTeamId: seedId.team('tim-integreiddio'),
      registeredBy: seedId.account('steffan-howells'),
      registeredAt: tx.now,
    })
    .execute()
  await tx.db
    .insertInto('destinationStep')
    .values({
      id: tx.newId(),
      destinationId: id,
      step: 'confirmed',
      accountId: seedId.account('meinir-ellis'),
      at: tx.now,
    })
    .execute()
  return id
}

interface TestDestination {
  readonly name: string
  readonly organisation: string
  readonly carrier: CarrierName
  readonly address: string
  readonly settings: object
}
