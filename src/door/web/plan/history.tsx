import type { ComponentChildren, JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import { detailNames } from '#work/plan/details/details.ts'
import type { ItemKind } from '#work/plan/item-kind.ts'
import type { HistoryEntry } from '#work/plan/read-history.ts'
import { useSay } from '../asked.ts'
import { Details } from '../parts/details.tsx'
import { detailWords } from './detail-words.ts'
import { Difference } from './difference.tsx'

export interface HistoryProps {
  readonly kind: ItemKind
  readonly entries: readonly HistoryEntry[]
  /** What the reader may do about a version that was written; nothing where they may do nothing. */
  actOn(entry: HistoryEntry): ComponentChildren
}

/** What has happened to an item, newest first: every version of its words is kept and can be read. */
export function History({ kind, entries, actOn }: HistoryProps): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-m">{say('plan.history')}</h2>
      <ol class="app-history">
        {entries.map(entry => (
          <li key={`${entry.what} ${entry.version} ${entry.at.toISOString()}`} class="app-history__entry">
            <p class="app-voice__who">{sentenceOf(say, entry)}</p>
            <p class="app-item__written">{say.moment(entry.at)}</p>
            <Said kind={kind} entry={entry} entries={entries} />
            <dl class="app-facts">
              {entry.why !== undefined && <Fact name={say('plan.why')} value={entry.why} />}
              {entry.answer !== undefined && <Fact name={say('plan.theAnswer')} value={entry.answer} />}
            </dl>
            {isVersion(entry) && !struckIn(entries, entry) && actOn(entry)}
          </li>
        ))}
      </ol>
    </>
  )
}

interface SaidProps {
  readonly kind: ItemKind
  readonly entry: HistoryEntry
  readonly entries: readonly HistoryEntry[]
}

/** The words of one entry: struck through where they were wrong, behind a summary where they are about somebody else. */
function Said({ kind, entry, entries }: SaidProps): JSX.Element | null {
  const say = useSay()
  const { words, language } = entry
  const before = isVersion(entry)
    ? entries.find(one => isVersion(one) && one.version === (entry.version ?? 0) - 1)
    : undefined
  const struck = isVersion(entry) ? struckIn(entries, entry) : undefined
  if (words === undefined) return null
  if (struck !== undefined)
    return (
      <Struck struck={struck} summary={say('plan.misfileShow')}>
        <del class="app-voice__words" lang={language}>
          {words}
        </del>
      </Struck>
    )
  return (
    <>
      {before?.words === undefined || before.words === words ? (
        <p class="app-voice__words" lang={language}>
          {words}
        </p>
      ) : (
        <Difference from={before.words} to={words} lang={language ?? say.language} />
      )}
      {before !== undefined && <ChangedFacts kind={kind} before={before} entry={entry} />}
    </>
  )
}

function Struck(props: { struck: HistoryEntry; summary: string; children: ComponentChildren }): JSX.Element {
  return props.struck.what === 'misfiled' ? (
    <Details summary={props.summary}>{props.children}</Details>
  ) : (
    <p>{props.children}</p>
  )
}

/** What was said besides the words. */
type SaidBesides = Pick<HistoryEntry, 'dueOn' | 'details'>

/** The day and the details that a version changed: as they were, and as they are since. */
export function ChangedFacts({ kind, before, entry }: { kind: ItemKind; before: SaidBesides; entry: SaidBesides }) {
  const say = useSay()
  const facts = [
    { name: say('plan.due'), was: dayWords(say, before), is: dayWords(say, entry) },
    ...detailNames(kind).map(name => ({
      name: say.code('planDetail', name),
      was: detailWords(say, before.details ?? {}, name),
      is: detailWords(say, entry.details ?? {}, name),
    })),
  ].filter(({ was, is }) => was !== is)
  if (facts.length === 0) return null
  return (
    <dl class="app-facts">
      {facts.map(({ name, was, is }) => (
        <Fact
          key={name}
          name={name}
          value={say('plan.wasIs', { was: was ?? say('plan.notSaid'), is: is ?? say('plan.notSaid') })}
        />
      ))}
    </dl>
  )
}

function dayWords(say: Say, { dueOn }: SaidBesides): string | undefined {
  return dueOn && say.weekday(dueOn)
}

function isVersion({ what }: HistoryEntry): boolean {
  return what === 'written' || what === 'put-right'
}

function struckIn(entries: readonly HistoryEntry[], { version }: HistoryEntry): HistoryEntry | undefined {
  return entries.find(({ what, version: struck }) => (what === 'struck' || what === 'misfiled') && struck === version)
}

function sentenceOf(say: Say, entry: HistoryEntry): string {
  const { what, by: name, proposedBy: proposer = '', version, state, score = 0 } = entry
  switch (what) {
    case 'written':
      if (proposer !== '') return say('plan.accepted', { name, proposer })
      return version === 1 ? say('plan.firstWritten', { name }) : say('plan.changed', { name })
    case 'put-right':
      return say('plan.putRight', { name })
    case 'accepted':
      return say('plan.accepted', { name, proposer })
    case 'declined':
      return say('plan.declined', { name, proposer })
    case 'agreed':
      return say('plan.agreed', { name })
    case 'disagreed':
      return say('plan.disagreed', { name })
    case 'struck':
      return say('plan.struckWrong', { name })
    case 'misfiled':
      return say('plan.struckPerson', { name })
    case 'state':
      return say('plan.saidState', { name, state: say.code('planState', state ?? '') })
    case 'scored':
      return say('plan.saidScore', { name, score })
    case 'offered':
      return say('plan.offeredThis', { name })
    case 'offer-accepted':
      return say('plan.offerAccepted', { name })
    case 'offer-declined':
      return say('plan.offerDeclined', { name })
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
