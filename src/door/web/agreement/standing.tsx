import type { JSX } from 'preact'
import { lastDayOf, type PublishedAgreement, standing } from '#record/sharing/agreement/agreements.ts'
import { useSay } from '../asked.ts'
import { Tag, type TagColour } from '../parts/tag.tsx'

interface StandingProps {
  readonly agreement: PublishedAgreement
  /** ISO 8601 day. */
  readonly today: string
}

/** Whether an agreement opens anything today, in two words. */
export function StandingTag({ agreement, today }: StandingProps): JSX.Element {
  const say = useSay()
  const stands = standing(agreement, today)
  return <Tag colour={COLOURS[stands]}>{say.code('agreement', stands)}</Tag>
}

/** What follows from it, in a sentence. */
export function StandingInWords({ agreement, today }: StandingProps): JSX.Element {
  const say = useSay()
  const { from } = agreement.content
  switch (standing(agreement, today)) {
    case 'in-force':
      return <>{say('agreement.inForceMeans')}</>
    case 'not-yet':
      return <>{say('agreement.notYetMeans', { day: say.day(from) })}</>
    case 'expired':
      return <>{say('agreement.expiredMeans', { day: say.day(lastDayOf(agreement)) })}</>
    case 'unsigned':
      return <>{say('agreement.unsignedMeans')}</>
  }
}

const COLOURS: Record<ReturnType<typeof standing>, TagColour> = {
  'in-force': 'green',
  'not-yet': 'blue',
  expired: 'grey',
  unsigned: 'red',
}
