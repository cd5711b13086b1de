import type { ComponentChildren, JSX } from 'preact'
import { dayOf } from '#ground/day.ts'
import type { CollectedFact } from '#work/assessment/known/collected.ts'
import { type Recorded, type Reply, TEXT_LENGTH_MAX } from '#work/assessment/record.ts'
import { useAsked, useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'

/** A text of a record under its name, in the language it was written in; what is empty says so. */
export function Told(props: {
  name: string
  language?: 'en' | 'cy' | undefined
  children: string | undefined
}): JSX.Element {
  const say = useSay()
  const text = props.children ?? ''
  return (
    <section class="app-record__part">
      <h2 class="nhsuk-heading-s">{props.name}</h2>
      {text === '' ? (
        <p class="app-item__written">{say('assessment.notWritten')}</p>
      ) : (
        <p class="app-lines" lang={props.language}>
          {text}
        </p>
      )}
    </section>
  )
}

/** Who wrote it, when, and of which team. */
export function WrittenBy({ record }: { record: Recorded }): JSX.Element {
  const say = useSay()
  const { by: name, at, organisation, team } = record
  return (
    <p class="app-item__written">
      {say('assessment.writtenBy', { name, day: say.day(dayOf(at)) })}
      <br />
      {say.of(organisation)}
      {team !== undefined && `, ${say.of(team)}`}
    </p>
  )
}

/** What the person and theirs say of it, each in their own words. */
export function Replies({ replies }: { replies: readonly Reply[] }): JSX.Element | null {
  const say = useSay()
  if (replies.length === 0) return null
  return (
    <section>
      <h2 class="nhsuk-heading-m">{say('assessment.replies')}</h2>
      <ul class="app-voices">
        {replies.map((reply, place) => (
          <li key={String(place)} class={reply.agrees ? 'app-voice' : 'app-voice app-voice--against'}>
            <p class="app-voice__who">
              {say(reply.agrees ? 'assessment.agrees' : 'assessment.disagrees', { name: reply.by })}
            </p>
            <p class="app-item__written">{say.moment(reply.at)}</p>
            {reply.words !== undefined && <p class="app-voice__words">{reply.words}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

export interface ReplyFormProps {
  readonly action: string
  readonly typed: Typed
  readonly problems: Problems
}

/** Agreeing or disagreeing with what was written about oneself. */
export function ReplyForm({ action, typed, problems }: ReplyFormProps): JSX.Element {
  const say = useSay()
  const wrong = (field: string) => problems[field] && say.plain(problems[field])
  return (
    <form method="post" action={action} noValidate class="app-form">
      <h2 class="nhsuk-heading-m">{say('assessment.replyTitle')}</h2>
      <Radios
        name="agrees"
        legend={say('assessment.replyAsked')}
        legendSize="s"
        options={[
          { value: 'yes', label: say('assessment.replyAgree') },
          { value: 'no', label: say('assessment.replyDisagree') },
        ]}
        value={typed.agrees}
        error={wrong('agrees')}
      />
      <Textarea
        name="words"
        label={say('assessment.replyWords')}
        labelSize="s"
        hint={say('assessment.replyHint')}
        rows={4}
        maxLength={TEXT_LENGTH_MAX}
        value={typed.words}
        error={wrong('words')}
      />
      <Button preventDoubleClick>{say('assessment.replySend')}</Button>
    </form>
  )
}

/** What was known when it was written, from whom, and what became of it: not what it was. */
export function Collected({ collected }: { collected: readonly CollectedFact[] }): JSX.Element | null {
  const say = useSay()
  if (collected.length === 0) return null
  return (
    <Details summary={say('collect.told')}>
      <dl class="app-known__facts">
        {collected.map(({ field, source, asOf, how, instead }, place) => (
          <div key={`${field} ${place}`} class="app-known__fact">
            <dt>{say.code('collect', `field-${field}`)}</dt>
            <dd>
              <p class="app-close">{say.code('collect', `how-${how}`)}</p>
              {instead !== undefined && <p class="app-lines">{instead}</p>}
              <p class="app-item__written">
                {source === undefined
                  ? say('collect.fromPerson', { day: say.day(asOf) })
                  : say('collect.from', { source: say.of(source), day: say.day(asOf) })}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </Details>
  )
}

/** A strip of what the reader may do next. */
export function Ways({ children }: { children: ComponentChildren }): JSX.Element {
  const { say } = useAsked()
  return (
    <nav class="app-plan-ways" aria-label={say('plan.ways')}>
      <ul>{children}</ul>
    </nav>
  )
}
