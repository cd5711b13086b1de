import type { JSX } from 'preact'
import type { MessageSender } from '#work/ledger/ledger.ts'
import { useSay } from '../asked.ts'

/** A system as it names itself, and that it is unknown when it has not been let in. */
export function SenderName({ sender }: { sender: MessageSender }): JSX.Element {
  const say = useSay()
  const names = {
    application: sender.application || say('messages.notStated'),
    facility: sender.facility || say('messages.notStated'),
  }
  return <>{sender.isKnown ? say('messages.knownSender', names) : say('messages.unknownSender', names)}</>
}
