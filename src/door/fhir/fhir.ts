import type { FastifyInstance } from 'fastify'
import type { Declaration } from '#door/route/declaration.ts'
import { Routes } from '#door/route/routes.ts'
import { refuseOtherFormats, sendResource, sendText } from './answer.ts'
import { askedBy, refuseLongQuery } from './asked.ts'
import { isXmlSent, takeBundleBytes, takeFhirJson } from './body.ts'
import { bulkRoutes } from './bulk/routes.ts'
import { outcomeOf, statusOf } from './bundle/answers.ts'
import { takeSent } from './bundle/take.ts'
import { isPlan, readPlanDocument } from './care-plan/read.ts'
import { cursors } from './cursor.ts'
import { importRoutes } from './import/routes.ts'
import type { FhirMeans } from './means.ts'
import { metadata } from './metadata.ts'
import { terminologyRoutes } from './operation/terminology-routes.ts'
import { validateRoutes } from './operation/validate.ts'
import { validateInstanceRoutes } from './operation/validate-instance.ts'
import { answerOtherOrigins, openToOtherOrigins } from './other-origins.ts'
import { answerProblems } from './outcome.ts'
import { everythingAnswer } from './patient/everything.ts'
import { matchPatient } from './patient/match.ts'
import { mergePatients } from './patient/merge.ts'
import { everythingOfOne, notUnderstood } from './problem.ts'
import { readKept, resourceRoutes } from './resource/routes.ts'
import { takeBytes } from './resource/sent-resource.ts'
import { type SearchMeans, searchAnswer } from './search/answer.ts'
import { searchRoutes } from './search/routes.ts'
import { SERVED } from './served.ts'
import { subscriptionRoutes } from './subscription/routes.ts'
import { summaryAnswer } from './summary/answer.ts'
import { documentAnswer } from './summary/document-answer.ts'
import { type Bearer, bearerTaker } from './token/bearer.ts'
import { onlyAboutAll, refuseNarrowScope, refuseNarrowSystemScope } from './token/scope.ts'
import { isOwnOfSystem } from './token/system.ts'
import { sendsMessages, takeBundle } from './transaction/take.ts'

/** A plugin, for `register`: FHIR R4 at /fhir, for apps that bring a token. It stands apart from the pages, whose hooks are not for apps. */
export function fhirDoor(means: FhirMeans): (app: FastifyInstance) => Promise<void> {
  return async app => app.register(inside => open(inside, means), { prefix: '/fhir' })
}

/** For programs alone; that they asked is a look, whatever they are shown. */
const BY_TOKEN: Declaration = { for: 'systems', does: 'look' }

async function open(app: FastifyInstance, means: FhirMeans): Promise<void> {
  const takeBearer = bearerTaker(means)
  const marks = cursors(means.store.chance.secret())
  answerProblems(app)
  takeFhirJson(app)
  app.addHook('onRequest', async (request, reply) => {
    request.fhir = askedBy(request)
    openToOtherOrigins(request, reply)
    if (request.method === 'OPTIONS') return
    refuseLongQuery(request)
    refuseOtherFormats(request)
    if (request.routeOptions.config.declared?.for === 'systems')
      request.fhir.bearer = await takeBearer(request.headers.authorization)
  })
  means.sockets.openAt(app)
  const routes = new Routes(app)
  openRoutes(routes, means)
  besides(routes, means)
  patientRoutes(routes, { ...means, cursors: marks })

  await app.register(async inside => {
    takeBundleBytes(inside)
    const routes = new Routes(inside)
    const declared = { for: 'systems', does: ['write', 'look'] } as const
    for (const path of ['/', '/$process-message']) {
      routes.post(path, declared, async (request, reply) => {
        if (path === '/' && !sendsMessages(request.fhir.bearer)) return takeBundle(request, reply, means)
        refuseNarrowSystemScope(request.fhir.bearer, 'Bundle', 'c')
        // A message is kept as it came, and read as JSON.
        if (isXmlSent(request)) throw notUnderstood(415)
        const taken = await takeSent(request, means)
        return sendResource(request, reply, outcomeOf(taken, request.fhir.say), statusOf(taken))
      })
    }
  })

  for (const type of ['CarePlan', 'Composition']) {
    const path = `/${type}/:id/$document`
    routes.get<{ Params: { id: string } }>(path, { for: 'systems', does: 'export' }, async (request, reply) => {
      const { id } = request.params
      if (type === 'Composition' && !(await isPlan(means, id)))
        return sendText(request, reply, await documentAnswer(request, means, id))
      request.fhir.onlyAbout = onlyAboutAll(request.fhir.bearer, type, 'r')
      return sendResource(request, reply, await readPlanDocument(request, means, id))
    })
  }

  servedRoutes(routes, { ...means, cursors: marks })

  await app.register(async inside => {
    takeBytes(inside)
    resourceRoutes(new Routes(inside), means)
    validateRoutes(new Routes(inside), means)
    validateInstanceRoutes(new Routes(inside), means)
  })

  await app.register(async inside => importRoutes(inside, means))
  await app.register(async inside => searchRoutes(inside, { ...means, cursors: marks }))
}

/** Reading and searching what is told from elsewhere than the chart. */
function servedRoutes(routes: Routes, means: SearchMeans): void {
  for (const { type, read, search } of SERVED) {
    routes.get(`/${type}`, BY_TOKEN, async (request, reply) => {
      if (isOfKept(type, request.fhir.bearer))
        return sendText(request, reply, await searchAnswer(request, means, { type }))
      request.fhir.onlyAbout = onlyAboutAll(request.fhir.bearer, type, 's')
      return sendResource(request, reply, await search(request, means, means.cursors))
    })
    routes.get<{ Params: { id: string } }>(`/${type}/:id`, BY_TOKEN, async (request, reply) => {
      const { id } = request.params
      if (type === 'CarePlan' && !(await isPlan(means, id))) return readKept(request, reply, means, { type, id })
      request.fhir.onlyAbout = onlyAboutAll(request.fhir.bearer, type, 'r')
      return sendResource(request, reply, await read(request, means, request.params.id))
    })
  }
}

/** Whether a search is of what was sent: a system has no plan of anybody, and finds the care plans that are its own. */
function isOfKept(type: string, bearer: Bearer | undefined): boolean {
  return type === 'CarePlan' && bearer !== undefined && isOwnOfSystem(bearer)
}

/** What is asked of no one resource: codes, everything at once, and what a system is told of. */
function besides(routes: Routes, means: FhirMeans): void {
  terminologyRoutes(routes, means)
  bulkRoutes(routes, means)
  subscriptionRoutes(routes, means)
}

/** What is told to everybody: what is served, and how an app asks to be let in. */
function openRoutes(routes: Routes, means: FhirMeans): void {
  routes.options('/*', { for: 'systems', does: 'nothing' }, answerOtherOrigins)
  routes.get('/.well-known/smart-configuration', { for: 'anybody', does: 'nothing' }, async (_request, reply) =>
    reply.type('application/json').send(means.smartConfiguration()),
  )
  routes.get('/metadata', { for: 'anybody', does: 'nothing' }, (request, reply) =>
    sendResource(request, reply, metadata(request, means)),
  )
}

/** Whom a description may be of, that two records are one person’s, and all that is held of one. */
function patientRoutes(routes: Routes, means: SearchMeans): void {
  routes.post('/Patient/$match', { for: 'systems', does: 'search' }, async (request, reply) => {
    refuseNarrowScope(request.fhir.bearer, 'Patient', 's')
    return sendResource(request, reply, await matchPatient(request, means))
  })

  routes.post('/Patient/$merge', { for: 'systems', does: 'search' }, async (request, reply) => {
    refuseNarrowScope(request.fhir.bearer, 'Patient', 'u')
    return sendResource(request, reply, await mergePatients(request, means), 202)
  })

  const takesAway = { for: 'systems', does: 'export' } as const
  for (const method of ['get', 'post'] as const) {
    routes[method]('/Patient/$everything', { for: 'systems', does: 'nothing' }, async () => {
      throw everythingOfOne()
    })
    routes[method]<{ Params: { record: string } }>('/Patient/:record/$everything', takesAway, async (request, reply) =>
      sendText(request, reply, await everythingAnswer(request, means, request.params.record)),
    )
    routes[method]<{ Params: { record: string } }>('/Patient/:record/$summary', takesAway, async (request, reply) =>
      sendText(request, reply, await summaryAnswer(request, means, request.params.record)),
    )
  }
}
