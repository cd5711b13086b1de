import type { JSX } from 'preact'
import type { Receipts } from '#work/notice/receipts/read-receipts.ts'
import { useSay } from '../asked.ts'

/** Who has taken a notice, for one who is told: their own team by name, teams elsewhere where it is their own data. */
export function ReceiptLines({ receipts }: { receipts: Receipts }): JSX.Element | null {
  const say = useSay()
  const { ownTeam, lateSince, others } = receipts
  if (ownTeam.length + others.length === 0 && lateSince === undefined) return null
  return (
    <dl class="app-notice__facts">
      {lateSince !== undefined && (
        <div>
          <dt>{say('receipt.late')}</dt>
          <dd>{say('receipt.lateSince', { moment: say.moment(lateSince) })}</dd>
        </div>
      )}
      {ownTeam.length > 0 && (
        <div>
          <dt>{say('receipt.ownTeam')}</dt>
          <dd>{ownTeam.map(({ name, at }) => `${name}, ${say.moment(at)}`).join('; ')}</dd>
        </div>
      )}
      {others.length > 0 && (
        <div>
          <dt>{say('receipt.others')}</dt>
          <dd>{others.map(({ team, at }) => `${say.of(team)}, ${say.moment(at)}`).join('; ')}</dd>
        </div>
      )}
    </dl>
  )
}
