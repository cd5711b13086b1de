import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { DifferenceTold } from '#record/person/model/read-models.ts'
import { useSay } from '../asked.ts'
import { Details } from '../parts/details.tsx'
import { Table } from '../parts/table.tsx'
import { certaintyIn } from './numbers.ts'

/** Where a model differs from what is linked, with why, and not a word of whose records they are. */
export function Differences({ differences }: { differences: readonly DifferenceTold[] }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('matching.differences')}</h2>
      {differences.length === 0 ? <p>{say('matching.differencesNone')}</p> : <p>{say('matching.differencesMost')}</p>}
      {(['gained', 'lost'] as const).map(change => (
        <Changes key={change} change={change} all={differences.filter(one => one.change === change)} />
      ))}
    </>
  )
}

function Changes({ change, all }: { change: DifferenceTold['change']; all: readonly DifferenceTold[] }) {
  const say = useSay()
  if (all.length === 0) return null
  return (
    <Details summary={say.code('matching', `differences-${change}`)}>
      <Table
        caption={say.code('matching', `differences-${change}`)}
        captionClass="nhsuk-u-visually-hidden"
        responsive
        compact
        columns={[
          { heading: say('matching.between'), width: 'one-quarter' },
          { heading: say('matching.certainty'), numeric: true },
          { heading: say('matching.because') },
        ]}
        rows={all.map(({ organisations: [one, other], probability, explanation }) => ({
          cells: [
            say('matching.two', { one: say.of(one), other: say.of(other) }),
            certaintyIn(say, probability),
            { content: <Because say={say} explanation={explanation} /> },
          ],
        }))}
      />
    </Details>
  )
}

/** What the two say of each other: what is the same in a line, and whatever is not in one of its own. */
function Because({ say, explanation }: { say: Say; explanation: DifferenceTold['explanation'] }) {
  const { parts, guards } = explanation
  const same = parts
    .filter(({ level }) => level === 'same')
    .map(({ comparison }) => say.code('matchingField', comparison))
  return (
    <ul class="nhsuk-list nhsuk-u-margin-bottom-0">
      {same.length > 0 && <li>{say('matching.same', { fields: same.join(', ') })}</li>}
      {parts
        .filter(({ level }) => level !== 'same')
        .map(({ comparison, level }) => (
          <li key={comparison}>{say.code('identityLevel', `${comparison}-${level}`)}</li>
        ))}
      {guards.map(guard => (
        <li key={guard}>
          <strong>{say.code('identityGuard', guard)}</strong>
        </li>
      ))}
    </ul>
  )
}
