import type { JSX } from 'preact'
import type { Bilingual } from '#ground/language/say.ts'
import type { Entry } from '#work/conversation/conversation.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'
import { AskedAbout } from '../conversation/asked-about.tsx'
import { kept } from '../kept.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { ItemFacts } from './item-facts.tsx'
import { ItemWords } from './item-words.tsx'
import { OfferNote } from './offer-note.tsx'
import { ProposalWords } from './proposal-words.tsx'
import { ScoreChart } from './score-chart.tsx'
import { Stances } from './stances.tsx'

/** How much of an item's words names it where its link is read alone, characters. */
const NAMED_BY_MAX = 80

export interface ItemRowProps {
  readonly item: PlanItem
  readonly personId: string
  /** The organisation that decides the words; left out when that is the person. */
  readonly owner: Bilingual | undefined
  /** The questions about it that wait for an answer. */
  readonly asked?: readonly Entry[] | undefined
}

/** One item as it stands, with what others say of it. The same row on the page and when it changes live. */
export const ItemRow = kept(Row)

function Row({ item, personId, owner, asked = [] }: ItemRowProps): JSX.Element {
  const say = useSay()
  const words = item.words.length > NAMED_BY_MAX ? `${item.words.slice(0, NAMED_BY_MAX)}…` : item.words
  return (
    <article id={`item-${item.id}`} class={`app-item app-item--${item.kind}`} tabIndex={-1}>
      <ItemWords item={item} />
      <OfferNote offer={item.offer} />
      <ItemFacts item={item} owner={owner} />
      <ScoreChart item={item} small />
      <Stances stances={item.stances} />
      {item.proposals.map(proposal => (
        <ProposalWords key={proposal.id} item={item} proposal={proposal} />
      ))}
      <AskedAbout asked={asked} />
      <p class="app-item__open">
        <a href={`/people/${personId}/plan/items/${item.id}`}>
          {say('plan.open')}
          <Hidden>
            {' '}
            {say('plan.openAbout')} <span lang={item.language}>{words}</span>
          </Hidden>
        </a>
      </p>
    </article>
  )
}
