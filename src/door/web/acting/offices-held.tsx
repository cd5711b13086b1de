import type { JSX } from 'preact'
import type { Representative } from '#record/sharing/representative/representatives-of.ts'
import { useSay } from '../asked.ts'
import { Card } from '../parts/card.tsx'

export interface OfficesHeldProps {
  readonly offices: readonly Representative[]
  /** The names of those whose name is open to the reader, by the person's id. */
  readonly names: ReadonlyMap<string, string>
}

/** Whom somebody may lawfully act for: by which power, and whether it waits while the person can decide. */
export function OfficesHeld({ offices, names }: OfficesHeldProps): JSX.Element | null {
  const say = useSay()
  if (offices.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('acting.mine')}</h2>
      {offices.map(({ id, personId, kind, reference, waits }) => (
        <Card key={id} heading={names.get(personId) ?? say('acting.mineHidden')} headingLevel={3} headingSize="s">
          <p class="app-capital">{say.code('office', kind)}</p>
          <p class="nhsuk-hint">{reference}</p>
          <p>{say(waits ? 'acting.mineWaits' : 'acting.mineInForce')}</p>
        </Card>
      ))}
    </>
  )
}
