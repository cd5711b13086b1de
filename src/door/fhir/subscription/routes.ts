import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Routes } from '#door/route/routes.ts'
import { transactionInTurn } from '#ground/db/store.ts'
import type { Outcome } from '#ground/outcome.ts'
import { eventsAsked, type WantedEvents } from '#work/telling/subscription/asked-events.ts'
import { changeSubscription, type SubscribeProblem, subscribe, unsubscribe } from '#work/telling/subscription/keep.ts'
import { findSubscription, subscriptionsOfClient } from '#work/telling/subscription/read.ts'
import type { Subscription } from '#work/telling/subscription/subscription.ts'
import { sendResource } from '../answer.ts'
import { isId } from '../id.ts'
import type { FhirMeans } from '../means.ts'
import { notFound, subscriptionRefused, wrongValue } from '../problem.ts'
import { onlyOne, queryOf } from '../query.ts'
import type { Letter } from '../token/scope.ts'
import { contentCalled, subscriptionAsked } from './asked.ts'
import { bindingTokenRoutes } from './binding-token.ts'
import { clientOf } from './client.ts'
import { eventsTold, standingOf, subscriptionOf, subscriptionsFound } from './shape.ts'

const SYSTEMS = { for: 'systems', does: 'nothing' } as const
/** What it answers may tell of people. */
const TELLS = { for: 'systems', does: 'tell' } as const
const ONE = '/Subscription/:subscription'

interface OneSubscription {
  readonly Params: { readonly subscription: string }
}

/** A system's own subscriptions: it makes, reads, changes and ends them, and asks how they stand and for what it missed. */
export function subscriptionRoutes(routes: Routes, means: FhirMeans): void {
  const { store } = means
  bindingTokenRoutes(routes, means)

  async function read(request: FastifyRequest<OneSubscription>, letter: Letter): Promise<Subscription> {
    const client = clientOf(request, letter)
    queryOf(request.fhir, new Set())
    return transactionInTurn(store, async tx => found(await findSubscription(tx, client, idOf(request))))
  }

  routes.post('/Subscription', SYSTEMS, async (request, reply) => {
    const client = clientOf(request, 'c')
    const asked = subscriptionAsked(request)
    const made = await transactionInTurn(store, async tx => {
      const id = taken(await subscribe(tx, client, asked))
      return found(await findSubscription(tx, client, id))
    })
    reply.header('location', `${means.origin()}/fhir/Subscription/${made.id}`)
    return sendResource(request, reply, subscriptionOf(made, request.fhir.say), 201)
  })

  routes.get('/Subscription', SYSTEMS, async (request, reply) => {
    const client = clientOf(request, 's')
    queryOf(request.fhir, new Set())
    const all = await transactionInTurn(store, tx => subscriptionsOfClient(tx, client))
    return sendResource(request, reply, subscriptionsFound(all, means.origin(), request.fhir.say))
  })

  routes.get<OneSubscription>(ONE, SYSTEMS, async (request, reply) =>
    sendResource(request, reply, subscriptionOf(await read(request, 'r'), request.fhir.say)),
  )

  routes.put<OneSubscription>(ONE, SYSTEMS, async (request, reply) => {
    const client = clientOf(request, 'u')
    const asked = subscriptionAsked(request)
    const changed = await transactionInTurn(store, async tx => {
      taken(await changeSubscription(tx, client, idOf(request), asked))
      return found(await findSubscription(tx, client, idOf(request)))
    })
    return sendResource(request, reply, subscriptionOf(changed, request.fhir.say))
  })

  routes.delete<OneSubscription>(ONE, SYSTEMS, async (request, reply: FastifyReply) => {
    const client = clientOf(request, 'd')
    taken(await transactionInTurn(store, tx => unsubscribe(tx, client, idOf(request))))
    return reply.code(204).send()
  })

  routes.get<OneSubscription>(`${ONE}/$status`, SYSTEMS, async (request, reply) =>
    sendResource(request, reply, standingOf(await read(request, 'r'), means.origin(), request.fhir.say)),
  )

  // HEAD would write in the trail what it does not tell.
  routes.get<OneSubscription>(`${ONE}/$events`, TELLS, async (request, reply) => {
    const client = clientOf(request, 'r')
    const told = await transactionInTurn(store, async tx => {
      const one = found(await findSubscription(tx, client, idOf(request)))
      const events = await eventsAsked(tx, one, wantedIn(request, one))
      return eventsTold(one, events, { bundleId: tx.newId(), at: tx.now })
    })
    return sendResource(request, reply, told)
  })
}

function idOf({ params: { subscription } }: FastifyRequest<OneSubscription>): string {
  if (!isId(subscription)) throw notFound()
  return subscription
}

/** Somebody else's, one that has ended long ago and one that never was are the same. */
function found(one: Subscription | undefined): Subscription {
  if (one === undefined) throw notFound()
  return one
}

function taken<Value>(outcome: Outcome<Value, SubscribeProblem>): Value {
  if (outcome.ok) return outcome.value
  if (outcome.problem === 'subscription.notFound') throw notFound()
  throw subscriptionRefused(outcome.problem)
}

const EVENT_PARAMETERS = new Set(['eventsSinceNumber', 'eventsUntilNumber', 'content'])

/** Source: HL7 Subscriptions R5 Backport 1.1.0, operation `$events`. */
function wantedIn({ fhir }: FastifyRequest, one: Subscription): WantedEvents {
  const query = queryOf(fhir, EVENT_PARAMETERS)
  const number = (name: string) => {
    const value = onlyOne(query, name)
    if (value !== undefined && !/^[1-9]\d{0,14}$/.test(value)) throw wrongValue(name)
    return value === undefined ? undefined : Number(value)
  }
  const said = onlyOne(query, 'content')
  const content = said === undefined ? one.content : contentCalled(said)
  if (content === undefined) throw wrongValue('content')
  return { since: number('eventsSinceNumber'), until: number('eventsUntilNumber'), content }
}
