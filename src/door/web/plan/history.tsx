import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { HistoryEntry } from '#work/plan/read-history.ts'
import { useSay } from '../asked.ts'

/** What has happened to an item, newest first: every version of its words is kept and can be read. */
export function History({ entries }: { entries: readonly HistoryEntry[] }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-m">{say('plan.history')}</h2>
      <ol class="app-history">
        {entries.map(entry => (
          <li key={`${entry.what} ${entry.at.toISOString()}`} class="app-history__entry">
            <p class="app-voice__who">{sentenceOf(say, entry)}</p>
            <p class="app-item__written">{say.moment(entry.at)}</p>
            {entry.words !== undefined && (
              <p class="app-voice__words" lang={entry.language}>
                {entry.words}
              </p>
            )}
            <dl class="app-facts">
              {entry.why !== undefined && <Fact name={say('plan.why')} value={entry.why} />}
              {entry.answer !== undefined && <Fact name={say('plan.theAnswer')} value={entry.answer} />}
            </dl>
          </li>
        ))}
      </ol>
    </>
  )
}

function sentenceOf(say: Say, { what, by: name, proposedBy: proposer, version }: HistoryEntry): string {
  switch (what) {
    case 'written':
      if (proposer !== undefined) return say('plan.accepted', { name, proposer })
      return version === 1 ? say('plan.firstWritten', { name }) : say('plan.changed', { name })
    case 'declined':
      return say('plan.declined', { name, proposer: proposer ?? '' })
    case 'agreed':
      return say('plan.agreed', { name })
    case 'disagreed':
      return say('plan.disagreed', { name })
  }
}

function Fact({ name, value }: { name: string; value: string }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
