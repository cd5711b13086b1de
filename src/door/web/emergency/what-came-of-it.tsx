import type { JSX } from 'preact'
import type { Emergency } from '#record/sharing/emergency/emergency.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'
import { ReviewTag } from './review-tag.tsx'

/** To the worker: what somebody else found of each emergency they opened lately. */
export function WhatCameOfIt({ emergencies }: { emergencies: readonly Emergency[] }): JSX.Element {
  const say = useSay()
  return (
    <Table
      caption={say('emergency.cameOfIt')}
      captionSize="m"
      responsive
      columns={[
        { heading: say('emergencyReview.openedAt') },
        { heading: say('emergencyReview.reason') },
        { heading: say('emergencyReview.outcome') },
      ]}
      rows={emergencies.map(emergency => ({
        cells: [
          say.moment(emergency.openedAt),
          say.code('emergency', `category-${emergency.category}`),
          { content: <Outcome emergency={emergency} /> },
        ],
      }))}
    />
  )
}

function Outcome({ emergency }: { emergency: Emergency }): JSX.Element {
  const say = useSay()
  const { review, dueAt } = emergency
  if (review === undefined) return <>{say('emergency.reviewBy', { moment: say.moment(dueAt) })}</>
  return (
    <>
      <ReviewTag emergency={emergency} />
      <p lang={review.language}>{review.words}</p>
    </>
  )
}
