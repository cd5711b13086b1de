import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { transaction } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import { enterCode } from '#record/sharing/relationship/invitation.ts'
import { onward, useAsked, visitorOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Input } from '../parts/input.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { citizenOf } from '../sharing/read-page.ts'
import { typedIn } from '../typed.ts'

interface WithDone {
  readonly Querystring: { readonly done?: string }
}

/** Entering a code that somebody was given. The answer is one for every code that cannot be used. */
export function familyCodePage(routes: Routes, { store, visits }: WebMeans): void {
  routes.get<WithDone>('/code', { for: 'citizens', does: 'nothing', changes: true }, async (request, reply) => {
    const kept = await visits.takeHeldForm(visitorOf(request), request.url)
    const isDone = request.query.done === 'entered'
    return drawPage(request, reply, <CodePage code={kept?.code} isDone={isDone} problem={undefined} />)
  })

  routes.post('/code', { for: 'citizens', does: 'nothing' }, async (request, reply) => {
    const actor = citizenOf(request)
    const { code = '' } = typedIn(request.body)
    const entered = await transaction(store, tx => enterCode(tx, actor, code.slice(0, 100)))
    if (entered.ok) return onward(reply, '/code?done=entered')
    return drawPage(request, reply, <CodePage code={code} isDone={false} problem={entered.problem} />, 422)
  })
}

interface CodeProps {
  readonly code: string | undefined
  readonly isDone: boolean
  readonly problem: Key | undefined
}

function CodePage({ code, isDone, problem }: CodeProps): JSX.Element {
  const { say } = useAsked()
  const title = say('family.codeTitle')
  const wrong = problem === undefined ? undefined : say.plain(problem)
  return (
    <Page
      title={title}
      problems={wrong !== undefined ? [{ message: wrong, field: 'code' }] : undefined}
      back={{ href: '/people', text: say('people.family') }}
    >
      {isDone && <NotificationBanner success message={say('family.codeDone')} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>{say('family.codeLede')}</p>
      <form method="post" action="/code" noValidate>
        <Input
          name="code"
          label={say('family.codeLabel')}
          labelSize="m"
          hint={say('family.codeHint')}
          width={10}
          code
          autocomplete="off"
          value={code}
          error={wrong}
        />
        <Button preventDoubleClick>{say('family.codeSend')}</Button>
      </form>
    </Page>
  )
}
