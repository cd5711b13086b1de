import type { JSX } from 'preact'
import { answerIn } from '#work/outbox/answer-words.ts'
import type { DestinationLine } from '#work/outbox/read-destinations.ts'
import type { Going } from '#work/telling/subscription/going.ts'
import type { Subscription } from '#work/telling/subscription/subscription.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Input } from '../parts/input.tsx'
import { SummaryList, type SummaryRow } from '../parts/summary-list.tsx'
import { Tag, type TagColour } from '../parts/tag.tsx'
import { WarningCallout } from '../parts/warning-callout.tsx'

const COLOURS: Readonly<Record<Subscription['status'], TagColour>> = {
  requested: 'yellow',
  active: 'green',
  error: 'red',
  off: 'grey',
}

/** A subscription, and how it goes. */
export interface SubscriptionLine extends Subscription {
  readonly going: Going | undefined
}

/** What a system has subscribed to and how that goes; what fails comes first. Of one that is for one person it is not said for whom. */
export function Subscriptions({
  line,
  subscriptions,
}: {
  readonly line: DestinationLine
  readonly subscriptions: readonly SubscriptionLine[]
}): JSX.Element {
  const say = useSay()
  const isFailing = ({ status }: Subscription) => status === 'error'
  const inOrder = [...subscriptions.filter(isFailing), ...subscriptions.filter(one => !isFailing(one))]
  return (
    <>
      <h2 class="nhsuk-heading-l" id="subscriptions">
        {say('outbox.subscriptions')}
      </h2>
      {inOrder.length === 0 && <p>{say('outbox.subscriptionsNone')}</p>}
      {inOrder.map(one => (
        <section key={one.id} id={`subscription-${one.id}`}>
          <h3 class="nhsuk-heading-m">{say.code('outbox', `topic-${one.topic}`)}</h3>
          {one.error !== undefined && <Failing one={one} error={one.error} />}
          <State one={one} />
          {line.may.steer && one.status !== 'off' && <Steps one={one} />}
        </section>
      ))}
    </>
  )
}

function Failing({ one: { going, channel }, error }: { one: SubscriptionLine; error: string }): JSX.Element {
  const say = useSay()
  const heading =
    going?.failingSince === undefined
      ? say('outbox.subscriptionError')
      : say('outbox.failing', { at: say.moment(going.failingSince) })
  return (
    <WarningCallout heading={heading} headingLevel={4}>
      <p>{answerIn(say, error)}</p>
      {channel === 'websocket' && <p>{say('outbox.subscriptionMustListen')}</p>}
    </WarningCallout>
  )
}

function State({ one }: { one: SubscriptionLine }): JSX.Element {
  const say = useSay()
  const number = new Intl.NumberFormat(say.language)
  const { status, endpoint, content, patient, events, since, going } = one
  const details = [say.code('outbox', `content-${content}`), ...(patient ? [say('outbox.subscriptionOfOne')] : [])]
  const rows: (SummaryRow | false)[] = [
    {
      key: say('outbox.subscriptionState'),
      value: <Tag colour={COLOURS[status]}>{say.code('outbox', `subscription-${status}`)}</Tag>,
    },
    status !== 'off' && { key: say('outbox.waiting'), value: number.format(going?.waiting ?? 0) },
    (going?.dead ?? 0) > 0 && { key: say('outbox.dead'), value: number.format(going?.dead ?? 0) },
    { key: say('outbox.subscriptionEvents'), value: number.format(events) },
    { key: say('outbox.subscriptionTells'), value: details.join(', ') },
    {
      key: say('outbox.subscriptionWhere'),
      value: endpoint === undefined ? say('outbox.subscriptionListens') : <code>{endpoint}</code>,
    },
    { key: say('outbox.subscriptionSince'), value: say.moment(since) },
  ]
  return <SummaryList rows={rows.filter(row => row !== false)} />
}

function Steps({ one }: { one: SubscriptionLine }): JSX.Element {
  const say = useSay()
  const { id, destinationId, channel, status } = one
  const action = `/outbox/destinations/${destinationId}/subscriptions/${id}`
  return (
    <>
      {channel === 'rest-hook' && status === 'error' && (
        <form method="post" action={action}>
          <input type="hidden" name="step" value="again" />
          <Button>{say('outbox.subscriptionAgain')}</Button>
        </form>
      )}
      <Details summary={say('outbox.subscriptionTurnOff')}>
        <form method="post" action={action}>
          <input type="hidden" name="step" value="off" />
          <Input
            name="reason"
            id={`off-${id}`}
            label={say('outbox.subscriptionOffWhy')}
            hint={say('outbox.subscriptionOffHint')}
            maxLength={500}
            required
          />
          <Button variant="warning">{say('outbox.subscriptionTurnOff')}</Button>
        </form>
      </Details>
    </>
  )
}
