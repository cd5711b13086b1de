import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { Phone } from '#record/organisation/phones.ts'
import type { Owners } from './entry.tsx'
import { HeadingInEach, InEach, useChoice } from './in-each.tsx'
import { Pictogram } from './pictogram.tsx'

export interface WhoToCallProps {
  /** The organisations that do something in the plan as it is shown, by id. */
  readonly doers: readonly string[]
  readonly owners: Owners
  readonly phones: ReadonlyMap<string, readonly Phone[]>
}

/** The last page: whom to call. What saves a life stands first, then whoever does something in this plan. */
export function WhoToCall({ doers, owners, phones }: WhoToCallProps): JSX.Element {
  const { layout } = useChoice()
  const called = doers.flatMap(id => {
    const name = owners.get(id)
    const numbers = phones.get(id) ?? []
    return name === undefined || numbers.length === 0 ? [] : [{ id, name, numbers }]
  })
  return (
    <section class="booklet-section booklet-section--call">
      <div class="booklet-section__head">
        <Pictogram name="phone" />
        <HeadingInEach level={2} words={say => say('booklet.call')} />
      </div>
      {layout === 'easy' && <InEach>{say => <p class="booklet-explains">{say('booklet.callEasy')}</p>}</InEach>}
      <ul class="booklet-calls">
        <Call what={say => say('booklet.callLife')} numbers={[{ number: '999' }]} />
        <Call what={say => say('booklet.callHealth')} numbers={[{ number: '111' }]} />
        {called.map(({ id, name, numbers }) => (
          <Call key={id} what={say => say.of(name)} numbers={numbers} />
        ))}
      </ul>
    </section>
  )
}

interface CallProps {
  readonly what: (say: Say) => string
  readonly numbers: readonly (Pick<Phone, 'number'> & Partial<Phone>)[]
}

function Call({ what, numbers }: CallProps): JSX.Element {
  return (
    <li class="booklet-call">
      <InEach>{say => <p class="booklet-call__who">{what(say)}</p>}</InEach>
      {numbers.map(({ number, when }) => (
        <div key={number} class="booklet-call__line">
          <p class="booklet-call__number">
            <a href={`tel:${number.replaceAll(' ', '')}`}>{number}</a>
          </p>
          {when && <InEach>{say => <p class="booklet-call__when">{say.of(when)}</p>}</InEach>}
        </div>
      ))}
    </li>
  )
}
