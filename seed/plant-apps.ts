import type { Tx } from '#ground/db/store.ts'
import type { WorkerActor } from '#record/organisation/actor.ts'
import { registerApp } from '#work/app/register.ts'
import { takeAppStep } from '#work/app/step.ts'
import { apps } from './region/apps.ts'
import type { seedId } from './seed-id.ts'

const REGISTERS = 'steffan-howells'
const CONFIRMS = 'meinir-ellis'

/** Lets every app of the region in as officers do: one registers it, and another confirms it. */
export async function plantApps(
  tx: Tx,
  idOf: Pick<typeof seedId, 'organisation'>,
  workerOf: (key: string) => WorkerActor,
): Promise<void> {
  for (const { client, name, organisation, origin, scopes } of apps) {
    const registered = await registerApp(
      tx,
      workerOf(REGISTERS),
      {
        ...{ client, name, scopes, kind: 'public', jwks: undefined, jwksUrl: undefined },
        organisationId: idOf.organisation(organisation),
        redirectUris: [`${origin}/back`],
        launchUrl: `${origin}/launch`,
      },
      tx.newId,
    )
    if (!registered.ok) throw new Error(`${client} cannot be registered: ${registered.problem}`)
    const step = { step: 'confirmed', reason: undefined } as const
    const confirmed = await takeAppStep(tx, workerOf(CONFIRMS), registered.value.id, step)
    if (!confirmed.ok) throw new Error(`${client} cannot be confirmed: ${confirmed.problem}`)
  }
}
