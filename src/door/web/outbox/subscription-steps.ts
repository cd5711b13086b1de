import { z } from 'zod'
import type { Routes } from '#door/route/routes.ts'
import { transactionInTurn } from '#ground/db/store.ts'
import { ProblemError } from '#ground/problem.ts'
import { steerSubscription } from '#work/telling/subscription/steer.ts'
import { onward, workerOf } from '../asked.ts'
import type { WebMeans } from '../means.ts'
import { idFrom, notShown } from '../person/person-id.ts'
import { typedIn } from '../typed.ts'

interface OneSubscription {
  readonly Params: { readonly destination: string; readonly subscription: string }
}

const Fields = z.discriminatedUnion('step', [
  z.object({ step: z.literal('again') }),
  z.object({ step: z.literal('off'), reason: z.string().trim().min(1).max(500) }),
])

/** What an officer does about one subscription of a system: has it tried now, or turns it off. */
export function outboxSubscriptionSteps(routes: Routes, { store }: WebMeans): void {
  routes.post<OneSubscription>(
    '/outbox/destinations/:destination/subscriptions/:subscription',
    { for: ['integration-officer'], does: 'nothing' },
    async (request, reply) => {
      const destinationId = idFrom(request.params.destination)
      const id = idFrom(request.params.subscription)
      const fields = Fields.safeParse(typedIn(request.body))
      if (!fields.success) throw new ProblemError('outbox.reasonMissing', 422)
      const { data } = fields
      const done = await transactionInTurn(store, tx =>
        steerSubscription(tx, workerOf(request), { destinationId, id }, data),
      )
      if (!done.ok) throw notShown()
      return onward(reply, `/outbox/destinations/${destinationId}/told?done=${data.step}#subscription-${id}`)
    },
  )
}
