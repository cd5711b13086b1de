import type { JSX } from 'preact'
import type { Bilingual } from '#ground/language/say.ts'
import type { PlanItem } from '#work/plan/plan.ts'
import { useSay } from '../asked.ts'

/** Who does it, by when, with whose help, and whose hand wrote it. */
export function ItemFacts({ item, owner }: { item: PlanItem; owner: Bilingual | undefined }): JSX.Element {
  const say = useSay()
  const { dueOn, helpedBy, writtenBy, writtenAt } = item
  const facts = [
    { name: say('plan.owner'), value: owner && say.of(owner) },
    { name: say('plan.due'), value: dueOn && say.weekday(dueOn) },
    { name: say('plan.helpedBy'), value: helpedBy },
  ].filter(({ value }) => value !== undefined)
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
