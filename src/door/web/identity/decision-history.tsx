import type { JSX } from 'preact'
import type { ToldDecision } from '#work/identity/told.ts'
import { useSay } from '../asked.ts'
import { Details } from '../parts/details.tsx'
import { ReverseForm, type Sent } from './forms.tsx'

interface DecisionHistoryProps {
  readonly decisions: readonly ToldDecision[]
  readonly base: string
  readonly sent: Sent | undefined
}

/** What has been decided about a pair, by whom and why; what stands can be taken back here. */
export function DecisionHistory({ decisions, base, sent }: DecisionHistoryProps): JSX.Element | null {
  const say = useSay()
  if (decisions.length === 0) return null
  return (
    <>
      <h3 class="nhsuk-heading-m">{say('identity.decided')}</h3>
      <ol class="nhsuk-list app-decisions">
        {decisions.map(decision => (
          <li key={decision.id} class="app-decisions__one">
            <Decision decision={decision} />
            {decision.isReversible && (
              <Details summary={say('identity.takeBack')} open={sent?.form === decision.id}>
                <p>{say('identity.takeBackWhat')}</p>
                <ReverseForm action={`${base}/decisions/${decision.id}/reverse`} id={decision.id} sent={sent} />
              </Details>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

function Decision({ decision }: { decision: ToldDecision }): JSX.Element {
  const say = useSay()
  const { said, by, at, words, language, second, needsSecond, reversed } = decision
  return (
    <>
      <p>
        <strong>{say.code('identity', `told-${said}`)}</strong>{' '}
        {say('identity.byAt', { name: by, moment: say.moment(at) })}
      </p>
      <blockquote class="app-words-said" lang={language}>
        {words}
      </blockquote>
      {needsSecond && second === undefined && <p>{say('identity.waitsForSecondLong')}</p>}
      {second !== undefined && (
        <p>
          {say.code('identity', second.confirms ? 'confirmed' : 'stopped')}{' '}
          {say('identity.byAt', { name: second.by, moment: say.moment(second.at) })} <q>{second.words}</q>
        </p>
      )}
      {reversed !== undefined && (
        <p>
          <strong>{say('identity.takenBack')}</strong>{' '}
          {say('identity.byAt', { name: reversed.by, moment: say.moment(reversed.at) })} <q>{reversed.reason}</q>
        </p>
      )}
    </>
  )
}
