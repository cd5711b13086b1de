import type { JSX } from 'preact'
import type { TrailEntry } from '#record/sharing/trail/entry.ts'
import type { MayBeShown } from '#record/sharing/wish/who-may-see.ts'
import { useAsked } from '../asked.ts'
import { sentenceOf } from '../looks/sentence.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Hidden } from '../parts/hidden.tsx'

/** Somebody of the circle, and their last looks. */
export interface InCircle {
  readonly line: MayBeShown
  readonly looks: readonly TrailEntry[]
}

/** One of the circle, as the person sees them: what they may see and until when, what they looked at, and the way to stop it. */
export function CircleCard({ one, own }: { one: InCircle; own: string }): JSX.Element {
  const { say } = useAsked()
  const { line, looks } = one
  const name = line.name ?? ''
  const tie = line.ties.find(({ kind }) => kind === 'family')
  return (
    <Card heading={name} headingLevel={2} headingSize="m">
      <p class="nhsuk-hint">
        {tie && say('circle.chosen')}
        {tie && line.office && '. '}
        {line.office && say('circle.mayAct', { office: say.code('office', line.office.kind) })}
      </p>
      {line.opens.size === 0 ? (
        <p>{say('circle.seesNothing', { name })}</p>
      ) : (
        <>
          <p>
            <strong>{say('circle.sees', { name })}</strong>
            {tie &&
              `, ${tie.until === undefined ? say('circle.untilStopped') : say('circle.untilDay', { day: say.weekday(tie.until) })}`}
          </p>
          <ul class="app-classes">
            {[...line.opens.keys()].map(dataClass => (
              <li key={dataClass}>{say.code('dataClass', dataClass)}</li>
            ))}
          </ul>
        </>
      )}
      <h3 class="nhsuk-heading-s">{say('circle.looked', { name })}</h3>
      {looks.length === 0 ? (
        <p>{say('circle.notLooked')}</p>
      ) : (
        <ul class="nhsuk-list">
          {looks.map(look => (
            <li key={look.id}>
              {sentenceOf(say, look)}
              <span class="nhsuk-hint app-block">{say.moment(look.at)}</span>
            </li>
          ))}
        </ul>
      )}
      {tie && <Ways line={line} own={own} />}
    </Card>
  )
}

function Ways({ line, own }: { line: MayBeShown; own: string }): JSX.Element {
  const { say } = useAsked()
  const name = line.name ?? ''
  return (
    <>
      <p>
        <a href={`${own}/sharing/wish?kind=allow&line=${line.key}`}>{say('circle.change', { name })}</a>
      </p>
      <form method="post" action={`${own}/circle`}>
        <input type="hidden" name="account" value={line.accountId} />
        <Button variant="warning" small preventDoubleClick>
          {say('circle.stop')}
          <Hidden> ({name})</Hidden>
        </Button>
      </form>
    </>
  )
}
