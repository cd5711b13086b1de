import type { JSX } from 'preact'
import type { Bilingual } from '#ground/language/say.ts'
import type { Grant } from '#record/sharing/access.ts'
import type { OpenEmergency } from '#record/sharing/emergency/read-own.ts'
import type { DataClass } from '#record/sharing/vocabulary.ts'
import type { Entry } from '#work/conversation/conversation.ts'
import type { Heard } from '#work/plan/joint.ts'
import { isInPlan, type PlanItem, type Proposal } from '#work/plan/plan.ts'
import type { HistoryEntry } from '#work/plan/read-history.ts'
import { useAsked } from '../asked.ts'
import { EntryCard } from '../conversation/entry-card.tsx'
import { Page } from '../frame.tsx'
import { Button } from '../parts/button.tsx'
import { NotificationBanner } from '../parts/notification-banner.tsx'
import type { PageBanner } from '../person/page-banner.ts'
import { PersonBanner } from '../person/person-banner.tsx'
import { WhyShown } from '../person/why-shown.tsx'
import { AnswerForm } from './answer-form.tsx'
import { type Filled, type FormName, listed } from './filled.ts'
import { History } from './history.tsx'
import { ItemFacts } from './item-facts.tsx'
import { OfferForm } from './offer-form.tsx'
import { OfferNote } from './offer-note.tsx'
import { planTitle } from './plan-title.ts'
import { ProposalWords } from './proposal-words.tsx'
import { ScoreForm } from './score-form.tsx'
import { StanceForm } from './stance-form.tsx'
import { Stances } from './stances.tsx'
import { StateForm } from './state-form.tsx'
import { StrikeForm } from './strike-form.tsx'
import { Together } from './together.tsx'
import { WordsForm } from './words-form.tsx'

/** What one reader is shown of one item, and what they may do with it. */
export interface ShownItem {
  readonly banner: PageBanner
  readonly item: PlanItem
  readonly history: readonly HistoryEntry[]
  /** The questions about it, those that wait and those that were answered. */
  readonly asked: readonly Entry[]
  /** Whether this reader may write in the conversation, and so ask. */
  readonly mayAsk: boolean
  /** The organisation that decides the words; undefined when that is the person. */
  readonly owner: Bilingual | undefined
  /** Whether this reader decides the words. */
  readonly decides: boolean
  /** What was said to each thing that this reader decides only together with others, by the id of the proposal or the item. */
  readonly together: ReadonlyMap<string, readonly Heard[]>
  /** Whether this reader says how far it has come. */
  readonly confirmsState: boolean
  /** Whether this reader wrote what stands so lately that they may put a slip in it right. */
  readonly mayPutRight: boolean
  /** Whether this reader may add to the item: propose, agree, disagree. */
  readonly mayContribute: boolean
  /** Whether it is the reader's own plan. */
  readonly isOwn: boolean
  /** For the forms, so that a form that is sent twice is taken once. */
  readonly formKey: string
  readonly grants: readonly Grant[]
  readonly emergency: OpenEmergency | undefined
  readonly classes: ReadonlySet<DataClass>
}

interface ItemPageProps {
  readonly shown: ShownItem
  readonly filled?: Filled | undefined
  /** Whether the reader has just asked something about it. */
  readonly hasAsked?: boolean
}

/** One item of a plan: its words, what others say, what the reader may do, and what has happened to it. */
export function ItemPage({ shown, filled, hasAsked = false }: ItemPageProps): JSX.Element {
  const { say } = useAsked()
  const { banner, item, isOwn } = shown
  const plan = planTitle(say, { isOwn, name: banner.name })
  const heading = say.code('planKind', item.kind)
  const title = say('plan.titleOf', { item: heading, plan })
  const problems = filled === undefined ? [] : listed(say, filled)
  const person = `/people/${banner.personId}`
  return (
    <Page
      title={title}
      problems={problems}
      back={{ href: `${person}/plan`, text: plan }}
      banner={<PersonBanner banner={banner} href={person} emergency={shown.emergency} />}
    >
      {filled?.wasKept && <NotificationBanner message={say('plan.kept')} />}
      {hasAsked && <NotificationBanner success message={say('conversation.doneAsked')} />}
      <h1 class="nhsuk-heading-l">{heading}</h1>
      <Present shown={shown} filled={filled} />
      <Waiting shown={shown} filled={filled} />
      <Questions shown={shown} />
      {shown.mayContribute && <Forms shown={shown} filled={filled} />}
      <History
        kind={item.kind}
        entries={shown.history}
        actOn={entry => <Strike shown={shown} entry={entry} filled={filled} />}
      />
      {!isOwn && <WhyShown grants={shown.grants} shown={shown.classes} />}
    </Page>
  )
}

/** The words as they stand; where what was typed no longer fits them, the two stand beside each other. */
function Present({ shown, filled }: { shown: ShownItem; filled: Filled | undefined }): JSX.Element {
  const { say } = useAsked()
  const { item, owner } = shown
  const typed = filled === undefined || fits(shown, filled) ? '' : (filled.typed.words ?? '').trim()
  return (
    <div class="app-beside">
      <section id="present" class={item.kind === 'matters' ? 'app-own-words' : 'app-item'} tabIndex={-1}>
        {typed !== '' && <h2 class="nhsuk-heading-s">{say('plan.present')}</h2>}
        <p class="app-present__words" lang={item.language}>
          {item.struck === undefined ? item.words : <del>{item.words}</del>}
        </p>
        <OfferNote offer={item.offer} />
        <ItemFacts item={item} owner={owner} />
        <Stances stances={item.stances} />
      </section>
      {typed !== '' && (
        <section class="app-item app-item--typed">
          <h2 class="nhsuk-heading-s">{say('plan.typed')}</h2>
          <p class="app-present__words" lang={filled?.typed.language}>
            {typed}
          </p>
        </section>
      )}
    </div>
  )
}

/** Whether what comes back is about the words as they stand, and its form is still there: an answer's may not be. */
function fits({ item, decides }: ShownItem, { form, proposalId, typed }: Filled): boolean {
  if (typed.version !== String(item.version)) return false
  return form !== 'answer' || (decides && item.proposals.some(({ id }) => id === proposalId))
}

function Waiting({ shown, filled }: { shown: ShownItem; filled: Filled | undefined }): JSX.Element | null {
  const { say } = useAsked()
  const { item } = shown
  if (item.proposals.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">{say('plan.waiting')}</h2>
      {item.proposals.map(proposal => (
        <ProposalWords key={proposal.id} item={item} proposal={proposal}>
          <Together heard={shown.together.get(proposal.id)} />
          {(shown.decides || shown.together.has(proposal.id)) && (
            <Answer shown={shown} proposal={proposal} filled={filled} />
          )}
        </ProposalWords>
      ))}
    </>
  )
}

function Answer(props: { shown: ShownItem; proposal: Proposal; filled: Filled | undefined }): JSX.Element {
  const { shown, proposal, filled } = props
  return (
    <AnswerForm
      proposal={proposal}
      version={shown.item.version}
      action={`${pathOf(shown)}/proposals/${proposal.id}/answer`}
      filled={filled?.form === 'answer' && filled.proposalId === proposal.id ? filled : undefined}
    />
  )
}

/** What was asked about it, and the way to ask. */
function Questions({ shown: { asked, banner, item, mayAsk } }: { shown: ShownItem }): JSX.Element | null {
  const { say } = useAsked()
  if (asked.length === 0 && !mayAsk) return null
  const conversation = `/people/${banner.personId}/conversation`
  return (
    <section aria-labelledby="questions">
      <h2 class="nhsuk-heading-m" id="questions">
        {say('conversation.questionsAbout')}
      </h2>
      {asked.length > 0 && (
        <ul class="app-entries">
          {asked.map(entry => (
            <EntryCard key={entry.id} entry={entry} person={banner.name} />
          ))}
        </ul>
      )}
      {mayAsk && (
        <Button href={`${conversation}/write?kind=question&about=${item.id}`} variant="secondary">
          {say('conversation.askAbout')}
        </Button>
      )}
    </section>
  )
}

/** Whoever decides the words of their own plan has no use for agreeing with them. */
function Forms({ shown, filled }: { shown: ShownItem; filled: Filled | undefined }): JSX.Element {
  const { say } = useAsked()
  const { item, owner, decides, together, isOwn, formKey, banner, mayPutRight } = shown
  const of = (form: FormName) => ({
    item,
    action: `${pathOf(shown)}/${form}`,
    formKey,
    filled: filled?.form === form ? filled : undefined,
  })
  return (
    <>
      {item.offer && item.offer.declined === undefined && (decides || together.has(item.id)) && (
        <>
          <Together heard={together.get(item.id)} />
          <OfferForm {...of('offer')} offer={item.offer} />
        </>
      )}
      {shown.confirmsState && isInPlan(item) && <StateForm {...of('state')} />}
      {isOwn && item.kind === 'goal' && isInPlan(item) && <ScoreForm {...of('score')} />}
      {!(decides && isOwn) && (
        <StanceForm
          version={item.version}
          action={`${pathOf(shown)}/stance`}
          formKey={formKey}
          filled={filled?.form === 'stance' ? filled : undefined}
        />
      )}
      <WordsForm
        item={item}
        action={`${pathOf(shown)}/words`}
        decides={decides}
        mayPutRight={mayPutRight}
        owner={owner === undefined ? banner.name || say('plan.thePerson') : say.of(owner)}
        formKey={formKey}
        filled={filled?.form === 'words' ? filled : undefined}
      />
    </>
  )
}

/** Whoever decides the words, or wrote that version, may strike it through. */
function Strike(props: { shown: ShownItem; entry: HistoryEntry; filled: Filled | undefined }): JSX.Element | null {
  const { shown, entry, filled } = props
  const { visitor } = useAsked()
  const may = shown.mayContribute && (shown.decides || entry.byId === visitor?.accountId)
  if (!may || entry.version === undefined) return null
  return <StrikeForm version={entry.version} action={`${pathOf(shown)}/strike`} filled={filled} />
}

function pathOf({ banner, item }: ShownItem): string {
  return `/people/${banner.personId}/plan/items/${item.id}`
}
