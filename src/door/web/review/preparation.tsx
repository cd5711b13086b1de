import type { ComponentChildren, JSX } from 'preact'
import type { PlanItem } from '#work/plan/plan.ts'
import type { Preparation } from '#work/review/prepare.ts'
import { useSay } from '../asked.ts'

/** What is known for a review, each thing leading to where it stands in the plan. */
export function PreparationPart({ known, personId }: { known: Preparation; personId: string }): JSX.Element {
  const say = useSay()
  const { outcomes, overdue, disagreements, questions } = known
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('planReview.prepared')}</h2>
      <p>{say('planReview.preparedLede')}</p>
      <Known title={say('planReview.outcomes')} none={say('planReview.outcomesNone')}>
        {outcomes.map(item => (
          <ItemLine key={item.id} item={item} personId={personId} />
        ))}
      </Known>
      <Known title={say('planReview.overdue')} none={say('planReview.nothing')}>
        {overdue.map(item => (
          <ItemLine key={item.id} item={item} personId={personId}>
            {item.dueOn !== undefined && say.weekday(item.dueOn)}
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
