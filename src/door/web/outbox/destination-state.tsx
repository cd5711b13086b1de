import type { JSX } from 'preact'
import { answerIn } from '#work/outbox/answer-words.ts'
import type { DestinationLine } from '#work/outbox/read-destinations.ts'
import { useAsked } from '../asked.ts'
import { howLong } from '../how-long.ts'
import { InsetText } from '../parts/inset-text.tsx'
import { SummaryList, type SummaryRow } from '../parts/summary-list.tsx'
import { Tag, type TagColour } from '../parts/tag.tsx'
import { WarningCallout } from '../parts/warning-callout.tsx'
import { DestinationSteps } from './destination-steps.tsx'
import { nameOf } from './destinations-table.tsx'

const COLOURS: Readonly<Record<DestinationLine['standing'], TagColour>> = {
  unconfirmed: 'yellow',
  open: 'green',
  paused: 'orange',
  closed: 'grey',
}

/** One destination: how it is reached, how it is going, and what the officer may do about it. */
export function DestinationState({
  line,
  failing,
  hasMailRelay,
}: {
  readonly line: DestinationLine
  /** How many of its subscriptions do not arrive. */
  readonly failing: number
  readonly hasMailRelay: boolean
}): JSX.Element {
  const { say } = useAsked()
  const isMail = line.carrier === 'smtp'
  const rows: (SummaryRow | false)[] = [
    {
      key: say('outbox.standing'),
      value: <Tag colour={COLOURS[line.standing]}>{say.code('outbox', `standing-${line.standing}`)}</Tag>,
    },
    line.pauseReason !== undefined && { key: say('outbox.pausedWhy'), value: line.pauseReason },
    {
      key: say('outbox.address'),
      value: (
        <>
          {say.code('outbox', `carrier-${line.carrier}`)}
          {!isMail && (
            <>
              <br />
              <code>{line.address}</code>
            </>
          )}
        </>
      ),
    },
    line.oldestAt !== undefined && { key: say('outbox.oldest'), value: <Oldest since={line.oldestAt} /> },
  ]
  return (
    <section id={`destination-${line.id}`}>
      <h2 class="nhsuk-heading-m">
        {line.organisation && <span class="nhsuk-caption-m">{say.of(line.organisation)}</span>}
        {nameOf(say, line)}
      </h2>
      {line.failing && <Failing failing={line.failing} />}
      {isMail && !hasMailRelay && line.waiting > 0 && <InsetText>{say('outbox.noRelay')}</InsetText>}
      {line.standing === 'unconfirmed' && <p>{say('outbox.unconfirmed')}</p>}
      <SummaryList rows={rows.filter(row => row !== false)} />
      {failing > 0 && (
        <WarningCallout>
          <a href={`/outbox/destinations/${line.id}/told#subscriptions`}>
            {say('outbox.subscriptionsFailing', { count: failing })}
          </a>
        </WarningCallout>
      )}
      {line.role !== undefined && (
        <p>
          <a href={`/outbox/destinations/${line.id}/told`}>{say('outbox.toldLink')}</a>
        </p>
      )}
      <DestinationSteps line={line} />
    </section>
  )
}

function Failing({ failing }: { failing: NonNullable<DestinationLine['failing']> }): JSX.Element {
  const { say } = useAsked()
  const { since, code, said } = failing
  return (
    <WarningCallout heading={say('outbox.failing', { at: say.moment(since) })}>
      <p>
        {code === undefined
          ? say('outbox.failingUnknown')
          : say('outbox.failingMeans', { answer: answerIn(say, code, said) })}
      </p>
    </WarningCallout>
  )
}

function Oldest({ since }: { since: Date }): JSX.Element {
  const { say, now } = useAsked()
  const { unit, count } = howLong(since, now)
  switch (unit) {
    case 'minutes':
      return <>{say('outbox.oldestMinutes', { count })}</>
    case 'hours':
      return <>{say('outbox.oldestHours', { count })}</>
    case 'days':
      return <>{say('outbox.oldestDays', { count })}</>
  }
}
