import type { JSX } from 'preact'
import type { Assessment } from '#work/assessment/statutory/assessment.ts'
import { useSay } from '../asked.ts'
import { Tag } from '../parts/tag.tsx'

/** How far an assessment has come: open until it is completed or refused, and late where that takes too long. */
export function AssessmentStatus({ assessment }: { assessment: Assessment }): JSX.Element {
  const say = useSay()
  const { end, isLate } = assessment
  const status = end?.how ?? (isLate ? 'late' : 'open')
  return <Tag colour={COLOURS[status]}>{say.code('assessment', `status-${status}`)}</Tag>
}

const COLOURS = { open: 'blue', late: 'red', completed: 'green', refused: 'grey' } as const
