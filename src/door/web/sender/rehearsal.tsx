import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { Rehearsed } from '#work/ledger/replayer.ts'
import { useSay } from '../asked.ts'
import { reasonIn } from '../message/reason.ts'
import { Table } from '../parts/table.tsx'

/** What would become of a sender's messages under a map that was tried, beside what has become of them. */
export function Rehearsal({ tried }: { tried: readonly Rehearsed[] }): JSX.Element {
  const say = useSay()
  if (tried.length === 0) return <p>{say('sender.triedNone')}</p>
  const changed = tried.filter(isOtherwise)
  const better = tried.filter(({ now, after }) => now.outcome !== 'applied' && after.outcome === 'applied').length
  const worse = tried.filter(({ now, after }) => now.outcome === 'applied' && after.outcome !== 'applied').length
  return (
    <>
      <p>
        <strong>{say('sender.triedSum', { better, worse })}</strong>
      </p>
      {changed.length > 0 && (
        <Table
          caption={say('sender.tried')}
          captionClass="nhsuk-u-visually-hidden"
          responsive
          columns={[
            { heading: say('sender.message') },
            { heading: say('sender.now') },
            { heading: say('sender.underIt') },
          ]}
          rows={changed.map(message => ({
            cells: [
              {
                content: (
                  <>
                    {[message.type, message.controlId].filter(text => text !== undefined).join(', ')}
                    <br />
                    <span class="nhsuk-hint">{say.moment(message.receivedAt)}</span>
                  </>
                ),
              },
              { content: <Becomes say={say} of={message.now} /> },
              { content: <Becomes say={say} of={message.after} /> },
            ],
          }))}
        />
      )}
      {changed.length < tried.length && <p>{say('sender.same', { count: tried.length - changed.length })}</p>}
    </>
  )
}

function isOtherwise({ now, after }: Rehearsed): boolean {
  return now.outcome !== after.outcome || now.reason !== after.reason || now.ward?.name !== after.ward?.name
}

function Becomes({ say, of: { outcome, reason, ward } }: { say: Say; of: Rehearsed['now'] }): JSX.Element {
  return (
    <>
      {say.code('messages', `outcome-${outcome}`)} {reason !== undefined && reasonIn(say, reason)}
      {ward !== undefined && (
        <>
          <br />
          {say('sender.ward', { code: ward.code, name: ward.name ?? say('sender.wardUnknown') })}
        </>
      )}
    </>
  )
}
