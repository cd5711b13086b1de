import type { JSX } from 'preact'
import type { Representative } from '#record/sharing/representative/representatives-of.ts'
import { ORDER_KINDS } from '#work/family/orders.ts'
import type { ShownFamily } from '#work/family/show-family.ts'
import { useAsked } from '../asked.ts'
import { typedDay } from '../day-field.ts'
import { ActionLink } from '../parts/action-link.tsx'
import { Button } from '../parts/button.tsx'
import { DateInput } from '../parts/date-input.tsx'
import { Details } from '../parts/details.tsx'
import { Input } from '../parts/input.tsx'
import { Radios } from '../parts/radios.tsx'
import { Textarea } from '../parts/textarea.tsx'
import type { Problems, Typed } from '../typed.ts'

/** Who holds parental responsibility, and since when it is known here. */
export function Responsibility({ parents, own }: { parents: readonly Representative[]; own: string }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('growingUp.responsibility')}</h2>
      {parents.length === 0 && <p>{say('growingUp.responsibilityNone')}</p>}
      <ul class="nhsuk-list">
        {parents.map(({ id, name, reference, waits }) => (
          <li key={id}>
            <strong>{name}</strong>, {reference}
            {waits && `. ${say('growingUp.ended')}`}
          </li>
        ))}
      </ul>
      <ActionLink href={`${own}/acting`}>{say('growingUp.toActing')}</ActionLink>
    </>
  )
}

interface OrdersProps {
  readonly shown: ShownFamily
  readonly typed: Typed
  readonly problems: Problems
  readonly action: string
}

/** What a family court has ordered, and for those who may record it, the form. */
export function Orders({ shown, typed, problems, action }: OrdersProps): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('growingUp.orders')}</h2>
      {shown.orders.length === 0 && <p>{say('growingUp.ordersNone')}</p>}
      {shown.orders.map(({ id, kind, words, reference, madeOn, recordedByName }) => (
        <div key={id}>
          <p class="app-lines">{words}</p>
          <p class="nhsuk-hint">
            {say('growingUp.orderFact', {
              kind: say.code('familyOrder', kind),
              day: say.day(madeOn),
              reference,
              name: recordedByName,
            })}
          </p>
        </div>
      ))}
      {shown.mayNote && (
        <Details summary={say('growingUp.addOrder')} open={typed.act === 'order'}>
          <OrderForm shown={shown} typed={typed} problems={problems} action={action} />
        </Details>
      )}
    </>
  )
}

function OrderForm({ shown, typed, problems, action }: OrdersProps): JSX.Element {
  const { say } = useAsked()
  const problem = (field: string) => problems[field] && say.plain(problems[field])
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="act" value="order" />
      <Radios
        name="kind"
        legend={say('growingUp.orderKind')}
        legendSize="s"
        options={ORDER_KINDS.map(kind => ({ value: kind, label: say.code('familyOrder', kind) }))}
        value={typed.kind}
        error={problem('kind')}
      />
      <Textarea
        name="order"
        label={say('growingUp.orderWords')}
        labelSize="s"
        value={typed.order}
        error={problem('order')}
      />
      <Input
        name="reference"
        label={say('growingUp.orderReference')}
        labelSize="s"
        width={20}
        value={typed.reference}
      />
      <DateInput
        id="made"
        name="made"
        legend={say('growingUp.orderMade')}
        legendSize="s"
        value={typedDay(typed, 'made')}
        error={problem('made')}
      />
      {shown.parents.length > 0 && (
        <Radios
          name="ends"
          legend={say('growingUp.orderEnds')}
          legendSize="s"
          options={[
            { value: 'nobody', label: say('growingUp.orderEndsNobody') },
            ...shown.parents.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={typed.ends ?? 'nobody'}
        />
      )}
      <Button preventDoubleClick>{say('growingUp.recordOrder')}</Button>
    </form>
  )
}
