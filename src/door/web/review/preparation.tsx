import type { ComponentChildren, JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import type { Preparation } from '#work/review/prepare.ts'
import { useSay } from '../asked.ts'

/** What is known for a review, each thing leading to where it stands in the plan. */
export function PreparationPart({ known, personId }: { known: Preparation; personId: string }): JSX.Element {
  const say = useSay()
  const { outcomes, stuck, finished, disagreements, questions } = known
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('planReview.prepared')}</h2>
      <p>{say('planReview.preparedLede')}</p>
      <Known title={say('planReview.outcomes')} none={say('planReview.outcomesNone')}>
        {outcomes.map(item => (
          <ItemLine key={item.id} item={item} personId={personId}>
            {scored(say, item)}
          </ItemLine>
        ))}
      </Known>
      <Known title={say('planReview.stuck')} none={say('planReview.nothing')}>
        {stuck.map(item => (
          <ItemLine key={item.id} item={item} personId={personId}>
            {[item.dueOn && say.weekday(item.dueOn), item.state?.words].filter(Boolean).join(' · ')}
          </ItemLine>
        ))}
      </Known>
      <Known title={say('planReview.finished')} none={say('planReview.nothing')}>
        {finished.map(item => (
          <ItemLine key={item.id} item={item} personId={personId}>
            {item.state?.words}
          </ItemLine>
        ))}
      </Known>
      <Known title={say('planReview.disagreements')} none={say('planReview.nothing')}>
        {disagreements.map(({ item, stance }) => (
          <ItemLine key={`${item.id} ${stance.takenById}`} item={item} personId={personId}>
            {say('plan.disagrees', { name: stance.takenBy })}: {stance.words}
          </ItemLine>
        ))}
      </Known>
      <Known title={say('planReview.questions')} none={say('planReview.nothing')}>
        {questions.map(({ item, proposal }) => (
          <ItemLine key={proposal.id} item={item} personId={personId}>
            {say('plan.proposes', { name: proposal.proposedBy })}:{' '}
            <span lang={proposal.language}>{proposal.words}</span>
          </ItemLine>
        ))}
      </Known>
    </>
  )
}

/** Where a goal began and where it is now, in the person’s own scores. */
function scored(say: Say, { scores }: PlanItem): string {
  const first = scores[0]
  const last = scores.at(-1)
  if (first === undefined || last === undefined) return say('progress.noScore')
  return say('progress.described', {
    count: scores.length,
    first: first.score,
    last: last.score,
    began: say.day(first.saidAt),
  })
}

function Known({ title, none, children }: { title: string; none: string; children: JSX.Element[] }): JSX.Element {
  return (
    <section class="app-known">
      <h3 class="nhsuk-heading-m">{title}</h3>
      {children.length === 0 ? <p>{none}</p> : <ul class="app-known__list">{children}</ul>}
    </section>
  )
}

interface ItemLineProps {
  readonly item: PlanItem
  readonly personId: string
  readonly children?: ComponentChildren
}

function ItemLine({ item, personId, children }: ItemLineProps): JSX.Element {
  return (
    <li>
      <a href={`/people/${personId}/plan/items/${item.id}`} lang={item.language}>
        {item.words}
      </a>
      {children && <p class="app-known__more">{children}</p>}
    </li>
  )
}
