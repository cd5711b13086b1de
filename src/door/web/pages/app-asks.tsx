import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Routes } from '#door/route/routes.ts'
import { type Tx, transaction, transactionInTurn } from '#ground/db/store.ts'
import type { Banner } from '#record/chart/banner.ts'
import { look } from '#record/sharing/look.ts'
import { needsPerson } from '#work/app/ask.ts'
import { howLong, letAppIn } from '#work/app/grant.ts'
import { endLaunch, findLaunch } from '#work/app/launch.ts'
import { AppAsksPage } from '../app/asks-page.tsx'
import { AppOver } from '../app/over.tsx'
import { bannersFor, peopleToOpenFor } from '../app/people-choice.ts'
import { onward, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import type { AppAsks, WebMeans } from '../means.ts'
import { notShown } from '../person/person-id.ts'
import { leadsTo } from '../security.ts'
import { typedIn } from '../typed.ts'

const PAGE = '/apps/asks/:visit'

/** Before an app is shown anything, whoever it was led here by is asked: what it asks, for whom, for how long. */
export function appAsksPages(routes: Routes, { store, apps }: WebMeans): void {
  routes.get(PAGE, { for: 'visitors', does: 'list' }, async (request, reply) => {
    const asks = await apps.asks(request, reply)
    if (asks === undefined) return over(request, reply, 'app.notOpened')
    const whom = await transaction(store, tx => whomFor(tx, request, asks))
    return whom === undefined ? over(request, reply, 'app.launchOver') : draw(request, reply, { asks, whom })
  })

  routes.post(PAGE, { for: 'visitors', does: ['list', 'look'] }, async (request, reply) => {
    const asks = await apps.asks(request, reply)
    if (asks === undefined) return over(request, reply, 'app.notOpened')
    leadsTo(request, asks.redirectUri)
    const { answer, person } = typedIn(request.body)
    if (answer !== 'yes') return onward(reply, await apps.refuse(request, reply))
    const visitor = visitorOf(request)
    const done = await transactionInTurn(store, async tx => {
      const whom = await whomFor(tx, request, asks)
      if (whom === undefined) return 'over'
      const personId = whom.isGiven ? whom.people[0]?.personId : person
      if (whom.isAsked && !whom.people.some(one => one.personId === personId)) return whom
      if (asks.launch !== undefined && whom.isGiven && !(await endLaunch(tx, asks.launch))) return 'over'
      const grant = { app: asks.app, scopes: asks.scopes, personId: whom.isAsked ? personId : undefined }
      if (grant.personId === undefined) return { grant: await letAppIn(tx, visitor, grant) }
      const asking = { doing: 'look', place: 'app' } as const
      const looked = await look(tx, visitor.actor, grant.personId, asking, () => letAppIn(tx, visitor, grant))
      return looked.ok ? { grant: looked.value } : 'over'
    })
    if (done === 'over') return over(request, reply, 'app.launchOver')
    if (!('grant' in done)) return draw(request, reply, { asks, whom: done, isMissing: true })
    const { id: grantId, endsAt } = done.grant
    const { accountId } = visitor
    return onward(reply, await apps.goOn(request, reply, { grantId, accountId, scopes: asks.scopes, endsAt }))
  })

  routes.get('/apps/not-opened', { for: 'anybody', does: 'nothing' }, (request, reply) =>
    over(request, reply, 'app.notOpened'),
  )
}

/** For whom an app may be opened. */
export interface Whom {
  readonly people: readonly Banner[]
  /** Whether it needs anybody at all. */
  readonly isAsked: boolean
  /** Whether the visitor came from somebody's page, and there is nothing to choose. */
  readonly isGiven: boolean
}

/** Undefined when they came from a page here, and that way is over, another's, or leads to nobody whom they may see. */
async function whomFor(tx: Tx, request: FastifyRequest, { app, scopes, launch }: AppAsks): Promise<Whom | undefined> {
  const visitor = visitorOf(request)
  if (launch !== undefined && scopes.includes('launch')) {
    const personId = await findLaunch(tx, visitor, app.id, launch)
    const people = personId === undefined ? [] : await bannersFor(tx, visitor, [personId])
    return people.length === 0 ? undefined : { people, isAsked: true, isGiven: true }
  }
  if (!needsPerson(scopes)) return { people: [], isAsked: false, isGiven: false }
  return { people: await peopleToOpenFor(tx, visitor), isAsked: true, isGiven: false }
}

interface Drawn {
  readonly asks: AppAsks
  readonly whom: Whom
  readonly isMissing?: boolean
}

function draw(request: FastifyRequest, reply: FastifyReply, { asks, whom, isMissing = false }: Drawn): FastifyReply {
  leadsTo(request, asks.redirectUri)
  const { pathname: path } = new URL(request.url, 'http://ours.invalid')
  const page = (
    <AppAsksPage
      {...{ path, whom, isMissing }}
      app={asks.app}
      scopes={asks.scopes}
      lasts={howLong(asks.scopes)}
      host={hostOf(asks.redirectUri)}
    />
  )
  return drawPage(request, reply, page, isMissing ? 422 : 200)
}

function over(request: FastifyRequest, reply: FastifyReply, why: 'app.notOpened' | 'app.launchOver'): FastifyReply {
  return drawPage(request, reply, <AppOver why={why} />, 400)
}

/** What people read of where they go: the host, or the scheme of an app on their own device. */
function hostOf(address: string): string {
  const url = URL.parse(address)
  if (url === null) throw notShown()
  return url.host || url.protocol
}
