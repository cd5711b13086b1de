import type { ComponentChildren, JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { PlanItem, Proposal } from '#work/plan/plan.ts'
import { useAsked } from '../asked.ts'
import { ChangedFacts } from './history.tsx'

interface ProposalWordsProps {
  /** What it was offered for, as it stands. */
  readonly item: PlanItem
  readonly proposal: Proposal
  readonly children?: ComponentChildren
}

/** Other words that somebody offers, with the day and the details that would change, why, and beneath what the reader may do about it. */
export function ProposalWords(props: ProposalWordsProps): JSX.Element {
  const { say, visitor } = useAsked()
  const { item, proposal } = props
  const { words, language, why, proposedById, proposedAt } = proposal
  return (
    <div class="app-proposal">
      <p class="app-voice__who">{whoSays(say, proposal, proposedById === visitor?.accountId)}</p>
      <p class="app-item__written">{say.moment(proposedAt)}</p>
      <p class="app-voice__words" lang={language}>
        {words}
      </p>
      <ChangedFacts kind={item.kind} before={item} entry={proposal} />
      {why !== undefined && (
        <dl class="app-facts">
          <div>
            <dt>{say('plan.why')}</dt>
            <dd>{why}</dd>
          </div>
        </dl>
      )}
      {props.children}
    </div>
  )
}

function whoSays(say: Say, { isBeside, proposedBy: name }: Proposal, isReader: boolean): string {
  if (isBeside) return isReader ? say('plan.youBeside') : say('plan.beside', { name })
  return isReader ? say('plan.youPropose') : say('plan.proposes', { name })
}
