import type { ComponentChildren, JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { Proposal } from '#work/plan/plan.ts'
import { useAsked } from '../asked.ts'

/** Other words that somebody offers, why, and beneath them what the reader may do about it. */
export function ProposalWords(props: { proposal: Proposal; children?: ComponentChildren }): JSX.Element {
  const { say, visitor } = useAsked()
  const { words, language, why, proposedById, proposedAt } = props.proposal
  return (
    <div class="app-proposal">
      <p class="app-voice__who">{whoSays(say, props.proposal, proposedById === visitor?.accountId)}</p>
      <p class="app-item__written">{say.moment(proposedAt)}</p>
      <p class="app-voice__words" lang={language}>
        {words}
      </p>
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
