import type { JSX } from 'preact'
import type { Bilingual, Say } from '#ground/language/say.ts'
import { type AskedDetail, detailNames } from '#work/plan/details/details.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'

/** Who does it, by when, with whose help, and whose hand wrote it. */
export function ItemFacts({ item, owner }: { item: PlanItem; owner: Bilingual | undefined }): JSX.Element {
  const say = useSay()
  const { writtenBy, writtenAt } = item
  const facts = factsOf(say, item, owner)
  return (
    <>
      {facts.length > 0 && (
        <dl class="app-facts">
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="app-item__written">{say('plan.written', { name: writtenBy, day: say.day(writtenAt) })}</p>
    </>
  )
}

/** What is known of an item besides its words, each by its name, in the order in which it is read. */
export function factsOf(say: Say, item: PlanItem, owner: Bilingual | undefined): { name: string; value: string }[] {
  const { dueOn, helpedBy } = item
  const facts = [
    { name: say('plan.state'), value: stateWords(say, item) },
    { name: say('plan.owner'), value: owner && say.of(owner) },
    ...detailNames(item.kind).map(name => ({
      name: say.code('planDetail', name),
      value: detailWords(say, item, name),
    })),
    { name: say('plan.due'), value: dueOn && say.weekday(dueOn) },
    { name: say('plan.helpedBy'), value: helpedBy },
  ]
  return facts.flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]))
}

function stateWords(say: Say, { state }: PlanItem): string | undefined {
  if (state === undefined) return undefined
  const said = say.code('planState', state.state)
  return state.words === undefined ? said : say('plan.stateBecause', { state: said, words: state.words })
}

function detailWords(say: Say, { details }: PlanItem, name: AskedDetail): string | undefined {
  const value = details[name]
  return name === 'funding' && value !== undefined ? say.code('planFunding', value) : value
}
