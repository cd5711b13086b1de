import type { JSX } from 'preact'
import type { TieClaim } from '#record/sharing/relationship/claim.ts'
import { useSay } from '../asked.ts'
import { Table } from '../parts/table.tsx'

/** The ties that workers of the officer's organisations say there are, each with the worker's own reason. */
export function ClaimsSection({ claims }: { claims: readonly TieClaim[] }): JSX.Element {
  const say = useSay()
  return (
    <>
      <h2 class="nhsuk-heading-l">{say('claim.alerts')}</h2>
      {claims.length === 0 ? (
        <p>{say('claim.alertsNone')}</p>
      ) : (
        <Table
          caption={say('claim.alerts')}
          captionClass="nhsuk-u-visually-hidden"
          responsive
          columns={[
            { heading: say('claim.alertWho') },
            { heading: say('claim.alertKind') },
            { heading: say('claim.alertReason') },
            { heading: say('claim.alertWhen') },
          ]}
          rows={claims.map(claim => ({
            cells: [
              say('sharing.job', { role: claim.who, organisation: say.code('role', claim.role) }),
              say.code('workTie', claim.kind),
              {
                content: (
                  <>
                    <p>{claim.reason}</p>
                    <p class="nhsuk-hint">
                      {say(claim.personId === undefined ? 'claim.alertUnknown' : 'claim.alertKnown')}
                    </p>
                  </>
                ),
              },
              say.moment(claim.claimedAt),
            ],
          }))}
        />
      )}
    </>
  )
}
