import type { JSX } from 'preact'
import type { Bilingual, Language, Say } from '#ground/language/say.ts'
import { detailNames } from '#work/plan/details/details.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'
import { detailWords, isTyped } from './detail-words.ts'
import { ScoresLine } from './scores-line.tsx'
import { StateLine } from './state-line.tsx'
import { StruckNote } from './struck.tsx'

/** How far it has come, who does it, by when, with whose help, and whose hand wrote it. */
export function ItemFacts({ item, owner }: { item: PlanItem; owner: Bilingual | undefined }): JSX.Element {
  const say = useSay()
  const { writtenBy, writtenAs, writtenAt, struck, state } = item
  const day = say.day(writtenAt)
  const facts = factsOf(say, item, owner)
  return (
    <>
      {struck && <StruckNote struck={struck} />}
      {state && <StateLine state={state} language={item.language} />}
      <ScoresLine item={item} />
      {facts.length > 0 && (
        <dl class="app-facts">
          {facts.map(({ name, value, language }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd lang={language}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="app-item__written">
        {writtenAs === undefined
          ? say('plan.written', { name: writtenBy, day })
          : say('plan.writtenFor', { name: writtenBy, office: say.code('office', writtenAs), day })}
      </p>
    </>
  )
}

/** A fact about an item, by its name. */
export interface Fact {
  readonly name: string
  readonly value: string
  /** Of what somebody typed, the language that they wrote in. */
  readonly language?: Language | undefined
}

/** What is known of an item besides its words and how far it has come, in the order in which it is read. */
export function factsOf(say: Say, item: PlanItem, owner: Bilingual | undefined): Fact[] {
  const { dueOn, helpedBy, kind, details, language } = item
  const facts = [
    { name: say('plan.owner'), value: owner && say.of(owner) },
    ...detailNames(kind).map(name => ({
      name: say.code('planDetail', name),
      value: detailWords(say, details, name),
      ...(isTyped(name) && { language }),
    })),
    { name: say('plan.due'), value: dueOn && say.weekday(dueOn) },
    { name: say('plan.helpedBy'), value: helpedBy, language },
  ]
  return facts.flatMap(({ value, ...fact }) => (value === undefined ? [] : [{ ...fact, value }]))
}

/** How far it has come, where it is told as a fact among others. */
export function stateFact(say: Say, { state }: PlanItem): Fact[] {
  if (state === undefined) return []
  const said = say.code('planState', state.state)
  const value = state.words === undefined ? said : say('plan.stateBecause', { state: said, words: state.words })
  return [{ name: say('plan.state'), value }]
}
