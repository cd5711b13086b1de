import type { JSX } from 'preact'
import type { Subscription } from '#work/telling/subscription/subscription.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'
import { Tag, type TagColour } from '../parts/tag.tsx'
import { answerIn } from './answer-words.ts'

const COLOURS: Readonly<Record<Subscription['status'], TagColour>> = {
  requested: 'yellow',
  active: 'green',
  error: 'red',
  off: 'grey',
}

/** What a system has subscribed to, and how that goes. Of one that is for one person it is not said for whom. */
export function SubscriptionsTable({ subscriptions }: { subscriptions: readonly Subscription[] }): JSX.Element {
  const say = useSay()
  if (subscriptions.length === 0) return <p>{say('outbox.subscriptionsNone')}</p>
  const number = new Intl.NumberFormat(say.language)
  return (
    <Table
      caption={say('outbox.subscriptions')}
      captionSize="l"
      responsive
      columns={[
        { heading: say('outbox.subscriptionTopic') },
        { heading: say('outbox.subscriptionState') },
        { heading: say('outbox.subscriptionEvents'), numeric: true },
        { heading: say('outbox.subscriptionSince') },
      ]}
      rows={subscriptions.map(one => ({
        cells: [
          { content: <Asked one={one} /> },
          { content: <State one={one} /> },
          number.format(one.events),
          say.moment(one.since),
        ],
      }))}
    />
  )
}

function Asked({ one: { topic, content, patient, endpoint } }: { one: Subscription }): JSX.Element {
  const say = useSay()
  const details = [say.code('outbox', `content-${content}`), ...(patient ? [say('outbox.subscriptionOfOne')] : [])]
  return (
    <>
      {say.code('outbox', `topic-${topic}`)}
      <br />
      <span class="nhsuk-hint">{details.join(', ')}</span>
      <br />
      {endpoint === undefined ? say('outbox.subscriptionListens') : <code>{endpoint}</code>}
    </>
  )
}

function State({ one: { status, error } }: { one: Subscription }): JSX.Element {
  const say = useSay()
  return (
    <>
      <Tag colour={COLOURS[status]}>{say.code('outbox', `subscription-${status}`)}</Tag>
      {error !== undefined && (
        <>
          <br />
          {answerIn(say, error)}
        </>
      )}
    </>
  )
}
