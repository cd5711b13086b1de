import type { JSX } from 'preact'
import type { HandOver } from '#work/hand-over/hand-over.ts'
import { useSay } from '../asked.ts'
import { HandOverCard } from './hand-over-card.tsx'

/** What was handed on about one person and whose answer is waited for. */
export function WaitingFor({ handOvers }: { handOvers: readonly HandOver[] }): JSX.Element | null {
  const say = useSay()
  if (handOvers.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('handOver.onRecord')}</h2>
      <ul class="app-notices">
        {handOvers.map(handOver => (
          <HandOverCard key={handOver.id} handOver={handOver} />
        ))}
      </ul>
    </>
  )
}
