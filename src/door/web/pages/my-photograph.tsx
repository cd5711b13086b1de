import type { FastifyReply, FastifyRequest } from 'fastify'
import { h, type JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import {
  findOwnPhotographId,
  findPhotograph,
  givePhotograph,
  PHOTOGRAPH_BYTES_MAX,
  takePhotographOff,
} from '#record/organisation/photograph.ts'
import { handOutMedia } from '../about-me/hand-out-media.ts'
import { onward, useAsked, workerOf } from '../asked.ts'
import { ASSETS } from '../assets.ts'
import { drawPage } from '../draw.tsx'
import { UPLOAD_LIMITS, uploadIn } from '../files/upload.ts'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { FileUpload } from '../parts/file-upload.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { notShown } from '../person/person-id.ts'

const PAGE = '/my-photograph'
const LIMITS = { ...UPLOAD_LIMITS, fileSize: PHOTOGRAPH_BYTES_MAX }

interface WithDone {
  readonly Querystring: { readonly done?: string }
}

/** The photograph that somebody at work gives of themselves, and takes off again, for those with whom they are. */
export function myPhotographPages(routes: Routes, { store }: WebMeans): void {
  routes.get<WithDone>(PAGE, { for: 'workers', does: 'nothing' }, (request, reply) => {
    const { done } = request.query
    return draw(request, reply, store, { done: done === 'given' || done === 'off' ? done : undefined })
  })
  routes.post(PAGE, { for: 'workers', does: 'nothing' }, async (request, reply) => {
    const { bytes, isTooLarge } = await uploadIn(request, LIMITS)
    if (isTooLarge) return draw(request, reply, store, { problem: 'careTeam.photographTooLarge' })
    const given = await transaction(store, tx => givePhotograph(tx, workerOf(request), Buffer.concat(bytes)))
    return given.ok ? onward(reply, `${PAGE}?done=given`) : draw(request, reply, store, { problem: given.problem })
  })
  routes.post(`${PAGE}/off`, { for: 'workers', does: 'nothing' }, async (request, reply) => {
    await transaction(store, tx => takePhotographOff(tx, workerOf(request)))
    return onward(reply, `${PAGE}?done=off`)
  })
  // Where somebody comes back to who had to sign in before the form could be taken.
  routes.get(`${PAGE}/off`, { for: 'workers', does: 'nothing' }, (_, reply) => onward(reply, PAGE))
  routes.get(`${PAGE}/shown`, { for: 'workers', does: 'nothing' }, async (request, reply) => {
    const found = await transaction(store, async tx => {
      const id = await findOwnPhotographId(tx, workerOf(request))
      return id && (await findPhotograph(tx, id))
    })
    if (!found) throw notShown()
    return handOutMedia(request, reply, found)
  })
}

interface State {
  readonly done?: 'given' | 'off' | undefined
  readonly problem?: Key
}

async function draw(request: FastifyRequest, reply: FastifyReply, store: Store, state: State): Promise<FastifyReply> {
  const id = await transaction(store, tx => findOwnPhotographId(tx, workerOf(request)))
  const page = <PhotographPage isGiven={id !== undefined} state={state} />
  return drawPage(request, reply, page, state.problem === undefined ? 200 : 422)
}

function PhotographPage({ isGiven, state }: { isGiven: boolean; state: State }): JSX.Element {
  const { say, visitor } = useAsked()
  const title = say('careTeam.photographMine')
  const problem = state.problem && say.plain(state.problem)
  return (
    <Page
      title={problem === undefined ? title : say('careTeam.photographError', { page: title })}
      problems={problem !== undefined ? [{ message: problem, field: 'file' }] : undefined}
      back={{ href: '/people', text: say('people.title') }}
    >
      {state.done && (
        <NotificationBanner
          success
          message={say(state.done === 'given' ? 'careTeam.photographGiven' : 'careTeam.photographIsOff')}
        />
      )}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say('careTeam.photographLede')}</p>
      {isGiven && (
        <div class="app-photograph">
          <img
            class="app-face app-face--large"
            src={`${PAGE}/shown`}
            alt={say('careTeam.photographOf', { name: visitor?.name ?? '' })}
          />
          <form method="post" action={`${PAGE}/off`}>
            <Button variant="secondary" preventDoubleClick>
              {say('careTeam.photographOff')}
            </Button>
          </form>
        </div>
      )}
      <form method="post" action={PAGE} encType="multipart/form-data" noValidate class="app-form">
        <SmallerPicture>
          <FileUpload
            name="file"
            label={say(isGiven ? 'careTeam.photographAnother' : 'careTeam.photographChoose')}
            labelSize="s"
            hint={say('careTeam.photographHint')}
            accept="image/jpeg,image/png"
            error={problem}
          />
        </SmallerPicture>
        <Button preventDoubleClick>{say('careTeam.photographGive')}</Button>
      </form>
    </Page>
  )
}

/** Where scripts run, what is chosen within is made smaller before it is sent. */
function SmallerPicture({ children }: { children: JSX.Element }): JSX.Element {
  const { nonce } = useAsked()
  return h('smaller-picture', {}, [children, <script key="script" type="module" nonce={nonce} src={ASSETS.smaller} />])
}
