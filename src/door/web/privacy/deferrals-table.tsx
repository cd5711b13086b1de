import type { JSX } from 'preact'
import type { Bilingual, Say } from '#ground/language/say.ts'
import type { Deferral } from '#record/sharing/trail/deferral.ts'
import { useAsked } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Hidden } from '../parts/hidden.tsx'
import { Table } from '../parts/table.tsx'
import { Tag } from '../parts/tag.tsx'

export interface DeferralsTableProps {
  readonly deferrals: readonly Deferral[]
  readonly organisations: readonly { readonly id: string; readonly name: Bilingual }[]
  /** The address of the page, under which each is ended. */
  readonly page: string
}

/** What a team has put off: whose looks, until when and why. Whose record it is is not in it. */
export function DeferralsTable({ deferrals, organisations, page }: DeferralsTableProps): JSX.Element {
  const { say, now } = useAsked()
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return (
    <Table
      caption={say('deferral.list')}
      captionSize="m"
      responsive
      columns={[
        { heading: say('deferral.whose') },
        { heading: say('deferral.why'), width: 'one-half' },
        { heading: say('deferral.until') },
        { heading: say('deferral.state') },
      ]}
      rows={deferrals.map(deferral => ({
        cells: [
          whoseIn(say, deferral, names),
          {
            content: (
              <>
                {deferral.reason}
                <br />
                {deferral.power}
                <br />
                {deferral.madeBy}, {say.day(deferral.startedAt)}
              </>
            ),
          },
          say.day(deferral.endsAt),
          {
            content:
              deferral.endsAt > now ? (
                <Standing deferral={deferral} page={page} />
              ) : (
                <Tag colour="grey">{say('deferral.over')}</Tag>
              ),
          },
        ],
      }))}
    />
  )
}

function whoseIn(say: Say, { organisationId, purpose }: Deferral, names: ReadonlyMap<string, Bilingual>): string {
  const name = organisationId === undefined ? undefined : names.get(organisationId)
  if (name === undefined) return say('deferral.anybody', { purpose: say.code('purpose', purpose ?? 'safeguarding') })
  return [say.of(name), purpose && say.code('purpose', purpose)].filter(words => words !== undefined).join(', ')
}

function Standing({ deferral: { id, endsAt }, page }: { deferral: Deferral; page: string }): JSX.Element {
  const { say } = useAsked()
  return (
    <>
      <Tag colour="orange">{say('deferral.stands')}</Tag>
      <form method="post" action={`${page}/${id}/end`}>
        <Button variant="secondary" small preventDoubleClick>
          {say('deferral.end')}
          <Hidden> {say('deferral.endHidden', { day: say.day(endsAt) })}</Hidden>
        </Button>
      </form>
    </>
  )
}
