import type { JSX } from 'preact'
import type { Review } from '#work/review/review.ts'
import { useSay } from '../asked.ts'
import { Tag } from '../parts/tag.tsx'

/** How near a review is, or what it came to, in a word or two. */
export function ClockTag({ review: { clock, result } }: { review: Review }): JSX.Element | null {
  const say = useSay()
  if (result !== undefined)
    return <Tag colour={COLOURS[result.kind]}>{say.code('planReview', `is-${result.kind}`)}</Tag>
  if (clock.kind === 'held') return null
  const count = clock.workingDays
  switch (clock.kind) {
    case 'late':
      return <Tag colour="red">{say('planReview.late', { count })}</Tag>
    case 'soon':
      return <Tag colour="yellow">{say('planReview.soon', { count })}</Tag>
    case 'ahead':
      return <Tag colour="blue">{say('planReview.ahead', { count })}</Tag>
  }
}

const COLOURS = { confirm: 'green', revise: 'orange', close: 'grey' } as const
