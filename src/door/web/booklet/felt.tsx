import type { JSX } from 'preact'
import type { PlanItem } from '#work/plan/plan.ts'
import { SCORE_MAX } from '#work/plan/score.ts'
import { InEach } from './in-each.tsx'

/** One box of the ten, and how far it is to the next: shares of a drawing that grows with the letters beside it. */
const BOX = 16
const STEP = 20

/** How somebody feels about a goal now: so many boxes of ten filled, and the same in words with where it began. */
export function Felt({ item: { scores, language } }: { item: PlanItem }): JSX.Element | null {
  const [first] = scores
  const last = scores.at(-1)
  if (first === undefined || last === undefined) return null
  const places = Array.from({ length: SCORE_MAX }, (_, place) => place)
  return (
    <div class="booklet-felt">
      <svg class="booklet-felt__boxes" viewBox={`0 0 ${STEP * SCORE_MAX} ${STEP}`} aria-hidden="true">
        {places.map(place => (
          <rect
            key={place}
            class={place < last.score ? 'booklet-felt__box booklet-felt__box--full' : 'booklet-felt__box'}
            x={place * STEP + (STEP - BOX) / 2}
            y={(STEP - BOX) / 2}
            width={BOX}
            height={BOX}
          />
        ))}
      </svg>
      <InEach>
        {say => (
          <p>
            <b>
              {last.score} {say('plan.scoreOf')}
            </b>{' '}
            {first === last
              ? say('plan.scoreBaseline', { day: say.day(first.saidAt) })
              : say('plan.scoreSince', { score: first.score, began: say.day(first.saidAt), day: say.day(last.saidAt) })}
          </p>
        )}
      </InEach>
      {last.words !== undefined && <p lang={language}>{last.words}</p>}
    </div>
  )
}
