import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import { ProblemError } from '#ground/problem.ts'
import { DATA_CLASSES } from '#record/sharing/vocabulary.ts'
import { decideSharing } from '#record/sharing/wish/decide-sharing.ts'
import { liftPause, pauseSharing } from '#record/sharing/wish/pause.ts'
import type { WishProblem } from '#record/sharing/wish/wish.ts'
import { onward, useAsked } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Textarea } from '../parts/textarea.tsx'
import { PersonBanner } from '../person/person-banner.tsx'
import { idFrom } from '../person/person-id.ts'
import { LawFirst } from '../sharing/law-first.tsx'
import { type AboutSharing, citizenOf, readPage, type SharingPage, sharingProblem } from '../sharing/read-page.ts'
import { typedIn } from '../typed.ts'

const PAUSE = '/people/:person/sharing/pause'

/** Stopping all sharing: first what it means, then a button; the same page lets it go on again. */
export function sharingPausePage(routes: Routes, { store }: WebMeans): void {
  routes.get<AboutSharing>(PAUSE, { for: 'citizens', does: 'look' }, async (request, reply) =>
    drawPage(request, reply, <PausePage shown={await readPage(request, store)} />),
  )

  routes.post<AboutSharing>(PAUSE, { for: 'citizens', does: 'write' }, async (request, reply) => {
    const personId = idFrom(request.params.person)
    const actor = citizenOf(request)
    const { act, words = '' } = typedIn(request.body)
    if (act !== 'stop' && act !== 'lift') throw new ProblemError('problem.notUnderstood', 400)
    const did = await transaction(store, tx =>
      decideSharing<undefined, WishProblem>(tx, actor, personId, () =>
        act === 'stop' ? pauseSharing(tx, actor, personId, words) : liftPause(tx, actor, personId),
      ),
    )
    if (!did.ok) throw sharingProblem(did.problem)
    return onward(reply, `/people/${personId}/sharing?done=${act === 'stop' ? 'paused' : 'lifted'}`)
  })
}

function PausePage({ shown: { banner, sharing } }: { shown: SharingPage }): JSX.Element {
  const { say } = useAsked()
  const own = `/people/${banner.personId}`
  const isStopped = sharing.pause !== undefined
  const title = say(isStopped ? 'sharing.liftTitle' : 'sharing.pauseTitle')
  return (
    <Page
      title={title}
      back={{ href: `${own}/sharing`, text: say('sharing.back') }}
      banner={<PersonBanner banner={banner} href={own} />}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {isStopped ? <p>{say('sharing.liftMeans')}</p> : <Means />}
      {!isStopped && <LawFirst overriding={sharing.overriding} about={DATA_CLASSES} />}
      <form method="post" action={`${own}/sharing/pause`}>
        <input type="hidden" name="act" value={isStopped ? 'lift' : 'stop'} />
        {!isStopped && (
          <Textarea
            name="words"
            label={say('sharing.words')}
            labelSize="s"
            hint={say('sharing.wordsHint')}
            rows={3}
            maxLength={1000}
            lang={say.language}
          />
        )}
        <Button preventDoubleClick>{say(isStopped ? 'sharing.lift' : 'sharing.pauseDo')}</Button>
      </form>
      <p>
        <a href={`${own}/sharing`}>{say('sharing.pauseNot')}</a>
      </p>
    </Page>
  )
}

function Means(): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <p>{say('sharing.pauseMeans')}</p>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {MEANS.map(key => (
          <li key={key}>{say(key)}</li>
        ))}
      </ul>
      <p>{say('sharing.pauseBack')}</p>
    </>
  )
}

const MEANS = [
  'sharing.pauseNobody',
  'sharing.pauseStill',
  'sharing.pauseHospital',
  'sharing.pauseEmergency',
  'sharing.pauseLaw',
  'sharing.pauseOwn',
] as const
