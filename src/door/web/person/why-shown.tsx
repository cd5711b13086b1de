import type { JSX } from 'preact'
import type { Grant } from '#record/sharing/access.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import { useSay } from '../asked.ts'
import { Details } from '../parts/details.tsx'

/** Why the reader can see what is on the page: each clause or choice, with the classes it opened. */
export function WhyShown({ grants, shown }: { grants: readonly Grant[]; shown: ReadonlySet<DataClass> }): JSX.Element {
  const say = useSay()
  const reasons = Map.groupBy(
    grants.filter(({ dataClass }) => shown.has(dataClass)),
    keyOf,
  )
  return (
    <Details summary={say('person.whyShown')}>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {[...reasons.values()].map(group => (
          <li key={keyOf(group[0]!)}>
            <Reason grant={group[0]!} />{' '}
            {[...new Set(group.map(({ dataClass }) => say.code('dataClass', dataClass)))].join(', ')}
          </li>
        ))}
      </ul>
    </Details>
  )
}

function keyOf({ because }: Grant): string {
  return because.kind === 'clause' ? `${because.hash} ${because.clause}` : because.kind
}

function Reason({ grant: { because } }: { grant: Grant }): JSX.Element {
  const say = useSay()
  switch (because.kind) {
    case 'own':
      return <>{say('because.own')}</>
    case 'wish':
      return <>{say('because.wish')}</>
    case 'representative':
      return <>{say('because.representative')}</>
    case 'emergency':
      return <>{say('because.emergency')}</>
    case 'contributor':
      return <>{say('because.contributor')}</>
    case 'clause':
      return (
        <a href={`/agreements/${because.hash}#clause-${because.clause}`}>
          {say(because.overrode ? 'because.clauseOverrode' : 'because.clause', {
            agreement: because.agreement,
            number: because.clause,
          })}
        </a>
      )
  }
}
