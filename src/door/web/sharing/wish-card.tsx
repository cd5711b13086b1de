import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { StandingWish } from '#record/sharing/wish/wishes-of.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { SummaryList } from '../parts/summary-list.tsx'

export interface WishCardProps {
  readonly wish: StandingWish
  /** Where taking it back is sent to. */
  readonly action: string
  /** Whether the reader may take it back. */
  readonly mayWithdraw: boolean
}

/** One wish that stands: whom it names, what it says, since when, and the way to take it back. */
export function WishCard({ wish, action, mayWithdraw }: WishCardProps): JSX.Element {
  const say = useSay()
  const whom = whomOf(say, wish)
  return (
    <Card heading={whom} headingLevel={3} headingSize="s">
      <SummaryList
        border="not-last"
        rows={[
          {
            key: say(wish.kind === 'allow' ? 'sharing.wishAllow' : 'sharing.wishRefuse'),
            value: (
              <ul class="nhsuk-list nhsuk-list--bullet">
                {wish.dataClasses.map(dataClass => (
                  <li key={dataClass}>{say.code('dataClass', dataClass)}</li>
                ))}
              </ul>
            ),
          },
          ...(wish.words === undefined
            ? []
            : [{ key: say('sharing.wishWords'), value: <p class="app-lines">{wish.words}</p> }]),
          { key: say('sharing.wishMade'), value: say.day(wish.madeAt) },
          ...(wish.isCarried ? [{ key: say('sharing.wishCarried'), value: say('sharing.wishCarriedWhy') }] : []),
          ...(wish.madeFor === undefined
            ? []
            : [
                {
                  key: say('sharing.wishMadeFor'),
                  value: `${wish.madeFor.name}, ${say.code('office', wish.madeFor.kind)}`,
                },
              ]),
        ]}
      />
      {mayWithdraw && (
        <form method="post" action={action}>
          <input type="hidden" name="wish" value={wish.id} />
          <Button variant="secondary" small preventDoubleClick>
            {say('sharing.withdraw')}
            <Hidden> ({whom})</Hidden>
          </Button>
        </form>
      )}
    </Card>
  )
}

function whomOf(say: Say, { person, team, organisation }: StandingWish): string {
  if (person !== undefined) return person
  return [team, organisation].flatMap(name => (name === undefined ? [] : [say.of(name)])).join(', ')
}
