import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Routes } from '#door/route/routes.ts'
import { type Store, transaction } from '#ground/db/store.ts'
import type { Key } from '#ground/language/say.ts'
import {
  type LanguageSkill,
  SKILL_LEVEL_MAX,
  SKILLS,
  type SkilledWorker,
  saySkill,
  workersToSayOf,
} from '#record/organisation/language-skill.ts'
import { onward, useAsked, workerOf } from '../asked.ts'
import { drawPage } from '../draw.tsx'
import { Page } from '../frame.tsx'
import type { WebMeans } from '../means.ts'
import { Button } from '../parts/button.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import { Select } from '../parts/select.tsx'
import { idFrom } from '../person/person-id.ts'
import { type Typed, typedIn } from '../typed.ts'

const PAGE = '/my-welsh'

interface WithDone {
  readonly Querystring: { readonly done?: string }
}

/** How much Welsh somebody at work knows, said by themselves; whoever leads a team says it for its members too. */
export function languageSkillPage(routes: Routes, { store }: WebMeans): void {
  routes.get<WithDone>(PAGE, { for: 'workers', does: 'nothing' }, (request, reply) =>
    draw(request, reply, store, { isDone: request.query.done === 'kept', problem: undefined }),
  )

  routes.post(PAGE, { for: 'workers', does: 'nothing' }, async (request, reply) => {
    const by = workerOf(request)
    const typed = typedIn(request.body)
    const said = { accountId: idFrom(typed.account ?? ''), skill: skillIn(typed) }
    const did = await transaction(store, tx => saySkill(tx, by, said))
    if (did.ok) return onward(reply, `${PAGE}?done=kept`)
    return draw(request, reply, store, { isDone: false, problem: did.problem })
  })
}

/** A level that is missing is none that is allowed. */
function skillIn(typed: Typed): LanguageSkill {
  const level = (name: string) => (/^\d$/.test(typed[name] ?? '') ? Number(typed[name]) : -1)
  return {
    listening: level('listening'),
    speaking: level('speaking'),
    reading: level('reading'),
    writing: level('writing'),
  }
}

interface State {
  readonly isDone: boolean
  readonly problem: Key | undefined
}

async function draw(request: FastifyRequest, reply: FastifyReply, store: Store, state: State): Promise<FastifyReply> {
  const workers = await transaction(store, tx => workersToSayOf(tx, workerOf(request)))
  const page = <SkillPage workers={workers} state={state} />
  return drawPage(request, reply, page, state.problem === undefined ? 200 : 422)
}

function SkillPage({ workers, state }: { workers: readonly SkilledWorker[]; state: State }): JSX.Element {
  const { say } = useAsked()
  const title = say('languageSkill.title')
  const problem = state.problem && say.plain(state.problem)
  return (
    <Page
      title={title}
      problems={problem !== undefined ? [{ message: problem }] : undefined}
      back={{ href: '/people', text: say('people.title') }}
    >
      {state.isDone && <NotificationBanner success message={say('languageSkill.saved')} />}
      <h1 class="nhsuk-heading-xl">{title}</h1>
      <p class="nhsuk-lede-text">{say('languageSkill.lede')}</p>
      {workers.map((worker, place) => (
        <WorkerForm key={worker.accountId} worker={worker} isOwn={place === 0} />
      ))}
    </Page>
  )
}

function WorkerForm({ worker, isOwn }: { worker: SkilledWorker; isOwn: boolean }): JSX.Element {
  const { say } = useAsked()
  const { accountId, name, skill } = worker
  return (
    <form method="post" action={PAGE} class="app-skill">
      <h2 class="nhsuk-heading-m">{isOwn ? say('languageSkill.yours', { name }) : name}</h2>
      {skill === undefined && <p>{say('languageSkill.none')}</p>}
      <input type="hidden" name="account" value={accountId} />
      <div class="app-skill__levels">
        {SKILLS.map(one => (
          <Select
            key={one}
            id={`${one}-${accountId}`}
            name={one}
            label={say.code('languageSkill', one)}
            options={[
              { value: '', label: say('languageSkill.choose') },
              ...Array.from({ length: SKILL_LEVEL_MAX + 1 }, (_, level) => ({
                value: String(level),
                label: say.code('languageSkill', `level${level}`),
              })),
            ]}
            value={skill === undefined ? '' : String(skill[one])}
          />
        ))}
      </div>
      <Button variant="secondary" small preventDoubleClick>
        {say('languageSkill.save')}
        <Hidden> ({name})</Hidden>
      </Button>
    </form>
  )
}
