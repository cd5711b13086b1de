import type { JSX } from 'preact'
import type { BecameOf } from '#work/ledger/read-history.ts'
import { useSay } from '../asked.ts'
import { reasonIn } from './reason.ts'

/** What became of a message, step by step: when, by whom and why. */
export function History({ history }: { history: readonly BecameOf[] }): JSX.Element {
  const say = useSay()
  return (
    <ol class="nhsuk-list app-history">
      {history.map(({ outcome, reason, decidedAt, decidedBy, words }) => (
        <li key={decidedAt.toISOString()}>
          <p class="app-close">
            <strong>{say.code('messages', `outcome-${outcome}`)}</strong>{' '}
            {reason !== undefined && reasonIn(say, reason)}
          </p>
          {words !== undefined && (
            <p class="app-close">
              <q>{words}</q>
            </p>
          )}
          <p class="nhsuk-hint app-close">
            {decidedBy === undefined
              ? say('replay.onArrival', { when: say.moment(decidedAt) })
              : say('replay.byOfficer', { who: decidedBy, when: say.moment(decidedAt) })}
          </p>
        </li>
      ))}
    </ol>
  )
}
