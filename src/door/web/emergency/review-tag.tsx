import type { JSX } from 'preact'
import type { Emergency } from '#record/sharing/emergency/emergency.ts'
import { useAsked } from '../asked.ts'
import { Tag } from '../parts/tag.tsx'

/** How a review stands: what was found, that it is late, that something sensitive was opened. */
export function ReviewTag({ emergency }: { emergency: Emergency }): JSX.Element | null {
  const { say, now } = useAsked()
  const { review, dueAt, isSensitive } = emergency
  if (review !== undefined)
    return <Tag colour={COLOURS[review.outcome]}>{say.code('emergencyReview', `outcome-${review.outcome}`)}</Tag>
  if (dueAt < now) return <Tag colour="red">{say('emergencyReview.overdue')}</Tag>
  return isSensitive ? <Tag colour="orange">{say('emergencyReview.isSensitive')}</Tag> : null
}

const COLOURS = { justified: 'green', 'not-justified': 'red', 'change-agreement': 'blue' } as const
