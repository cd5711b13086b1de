import type { JSX } from 'preact'
import type { StandingFact } from '#work/privacy/identity-facts/known-record.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { Table } from '../parts/table.tsx'

export interface StandingFactsProps {
  readonly facts: readonly StandingFact[]
  /** Whose words its kinds have; undefined where there are none. */
  readonly kinds: 'protection' | 'institution' | undefined
  /** The address of the page, under which each is taken back. */
  readonly action: string
}

/** What is recorded and stands, each with who recorded it and a way to take it back. */
export function StandingFacts({ facts, kinds, action }: StandingFactsProps): JSX.Element {
  const say = useSay()
  return (
    <Table
      caption={say('identityFact.standing')}
      captionSize="m"
      responsive
      columns={[
        { heading: say('identityFact.about') },
        { heading: say('identityFact.why'), width: 'one-half' },
        { heading: say('identityFact.lift') },
      ]}
      rows={facts.map(fact => ({
        cells: [
          fact.about,
          {
            content: (
              <>
                {kinds !== undefined && fact.kind !== undefined && say.code(kinds, fact.kind)}
                {kinds !== undefined && <br />}
                {fact.reason}
                <br />
                {fact.by}, {say.day(fact.at)}
              </>
            ),
          },
          {
            content: (
              <form method="post" action={`${action}/${fact.id}/lift`}>
                <Button variant="secondary" small preventDoubleClick>
                  {say('identityFact.lift')}
                  <Hidden> {say('identityFact.liftHidden', { about: fact.about })}</Hidden>
                </Button>
              </form>
            ),
          },
        ],
      }))}
    />
  )
}
