import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { WaitingKind, WaitingWanted } from '#work/ledger/read-waiting.ts'
import { useSay } from '../asked.ts'
import { Button } from '../parts/button.tsx'
import { Details } from '../parts/details.tsx'
import { Select, type SelectOption } from '../parts/select.tsx'
import { reasonIn } from './reason.ts'
import { fieldsOf, senderField } from './wanted.ts'

/** Choosing a part of what waits. A form that only asks: its address can be kept or sent to somebody. */
export function WaitingFilter({
  kinds,
  wanted,
}: {
  kinds: readonly WaitingKind[]
  wanted: WaitingWanted
}): JSX.Element {
  const say = useSay()
  const { reason, sender, owner } = fieldsOf(wanted)
  const isPart = Object.keys(fieldsOf(wanted)).length > 0
  return (
    <Details summary={say('replay.filter')} expander open={isPart}>
      <form method="get" action="/messages" class="app-filter">
        <Select name="reason" label={say('messages.reason')} value={reason} options={reasons(say, kinds)} />
        <Select name="sender" label={say('messages.from')} value={sender} options={senders(say, kinds)} />
        <Select name="owner" label={say('messages.owner')} value={owner} options={owners(say, kinds)} />
        <Button variant="secondary">{say('replay.show')}</Button>
        {isPart && (
          <p>
            <a href="/messages">{say('replay.showAll')}</a>
          </p>
        )}
      </form>
    </Details>
  )
}

function reasons(say: Say, kinds: readonly WaitingKind[]): SelectOption[] {
  return [
    { value: '', label: say('replay.anyReason') },
    ...counted(kinds, ({ reason }) => [reason, reasonIn(say, reason)]),
  ]
}

function senders(say: Say, kinds: readonly WaitingKind[]): SelectOption[] {
  const named = counted(kinds, ({ sender }) => {
    const { application, facility } = sender
    const names = {
      application: application || say('messages.notStated'),
      facility: facility || say('messages.notStated'),
    }
    const label = sender.isKnown ? say('messages.knownSender', names) : say('messages.unknownSender', names)
    return [senderField(sender), label]
  })
  return [{ value: '', label: say('replay.anySender') }, ...named]
}

function owners(say: Say, kinds: readonly WaitingKind[]): SelectOption[] {
  return [
    { value: '', label: say('replay.anyOwner') },
    ...counted(kinds, ({ owner }) => [owner.id, say.of(owner.team)]),
  ]
}

/** Each choice once, with how many messages it would show. */
function counted(
  kinds: readonly WaitingKind[],
  choice: (kind: WaitingKind) => readonly [value: string, label: string],
): SelectOption[] {
  const counts = new Map<string, { readonly label: string; count: number }>()
  for (const kind of kinds) {
    const [value, label] = choice(kind)
    const known = counts.get(value)
    if (known === undefined) counts.set(value, { label, count: kind.count })
    else known.count += kind.count
  }
  return [...counts].map(([value, { label, count }]) => ({ value, label: `${label} (${count})` }))
}
