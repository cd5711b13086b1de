import type { JSX } from 'preact'
import type { Bilingual, Say } from '#ground/language/say.ts'
import { THE_PERSON } from '#record/sharing/vocabulary.ts'
import type { PlanItem, Stance } from '#work/plan/plan.ts'
import { type Fact, factsOf, stateFact } from '../plan/item-facts.tsx'
import { Felt } from './felt.tsx'
import { HeadingInEach, InEach, useChoice, Written } from './in-each.tsx'
import { Pictogram, type PictureName } from './pictogram.tsx'
import type { BookletEntry } from './sections.ts'

export type Owners = ReadonlyMap<string, Bilingual>

/** One item, and below it what is done for it. */
export function Entry({ entry, owners }: { entry: BookletEntry; owners: Owners }): JSX.Element {
  const { item, actions } = entry
  return (
    <article class={`booklet-item booklet-item--${item.kind}`}>
      <Item item={item} owners={owners} />
      {actions.length > 0 && (
        <div class="booklet-actions">
          <HeadingInEach level={3} words={say => say('booklet.actions')} />
          <ul>
            {actions.map(action => (
              <li key={action.id}>
                <Item item={action} owners={owners} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  )
}

function Item({ item, owners }: { item: PlanItem; owners: Owners }): JSX.Element {
  const { layout } = useChoice()
  const owner = item.ownerCode === THE_PERSON ? undefined : owners.get(item.ownerId)
  return (
    <div class="booklet-item__own">
      <Written words={item.words} language={item.language} />
      <Felt item={item} />
      <InEach>
        {say =>
          layout === 'easy' ? (
            <>
              <Sentences say={say} item={item} owner={owner} />
              <Facts
                facts={[
                  ...stateFact(say, item),
                  ...factsOf(say, { ...item, dueOn: undefined, helpedBy: undefined }, undefined),
                ]}
              />
            </>
          ) : (
            <Facts facts={[...stateFact(say, item), ...factsOf(say, item, owner)]} />
          )
        }
      </InEach>
      {item.stances.map(stance => (
        <Voice key={stance.takenById} stance={stance} />
      ))}
    </div>
  )
}

function Facts({ facts }: { facts: readonly Fact[] }): JSX.Element | null {
  if (facts.length === 0) return null
  return (
    <dl class="booklet-facts">
      {facts.map(({ name, value, language }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd lang={language}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

interface SentencesProps {
  readonly say: Say
  readonly item: PlanItem
  readonly owner: Bilingual | undefined
}

/** Who, by when and with whose help, in short sentences beside pictures. */
function Sentences({ say, item: { dueOn, helpedBy }, owner }: SentencesProps): JSX.Element {
  const sentences: { readonly picture: PictureName; readonly words: string | undefined }[] = [
    { picture: 'people', words: owner && say('booklet.easyOwner', { owner: say.of(owner) }) },
    { picture: 'calendar', words: dueOn && say('booklet.easyDue', { day: say.weekday(dueOn) }) },
    { picture: 'helping-hand', words: helpedBy && say('booklet.easyHelpedBy', { name: helpedBy }) },
  ]
  return (
    <>
      {sentences.map(
        ({ picture, words }) =>
          words && (
            <div key={picture} class="booklet-fact">
              <Pictogram name={picture} />
              <p>{words}</p>
            </div>
          ),
      )}
    </>
  )
}

/** Who agrees and who does not, in the words they said it in. */
function Voice({ stance: { agrees, takenBy: name, words } }: { stance: Stance }): JSX.Element {
  return (
    <div class={agrees ? 'booklet-voice' : 'booklet-voice booklet-voice--against'}>
      <InEach>{say => <p>{agrees ? say('plan.agrees', { name }) : say('plan.disagrees', { name })}</p>}</InEach>
      {words !== undefined && <p>{words}</p>}
    </div>
  )
}
