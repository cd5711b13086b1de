import type { JSX } from 'preact'
import type { Say } from '#ground/language/say.ts'
import type { MayRead } from '#record/sharing/wish/who-may-read.ts'
import type { Entry, Owner } from '#work/conversation/conversation.ts'
import { useAsked } from '../asked.ts'
import { Face } from '../person/face.tsx'

/** Who wrote an entry, and as what: their face, the name first, then the job and the body, or that they are family. */
export function WhoWrote({ entry }: { entry: Entry }): JSX.Element {
  const { say, visitor } = useAsked()
  const name = entry.writtenBy === visitor?.accountId ? say('conversation.you') : entry.writtenByName
  return (
    <>
      <Face name={entry.writtenByName} photographId={entry.photographId} personId={entry.personId} small />
      <b>{name}</b> <span class="app-entry__as">{asWhat(say, entry)}</span>
    </>
  )
}

function asWhat(say: Say, { writtenAs, contributor }: Entry): string {
  if (writtenAs === 'person') return say('conversation.asPerson')
  if (writtenAs === 'chosen') return say('conversation.asChosen')
  return `${say.code('role', writtenAs)}, ${say.of(contributor)}`
}

/** Whose turn it is to answer: a person and where they work, or a team. */
export function ownerName(say: Say, { name, team, organisation }: Owner): string {
  const parts = [name, team && say.of(team), organisation && say.of(organisation)]
  return parts.filter(part => part !== undefined).join(', ')
}

/** Somebody who may read it: by name where it is one person, by the job and the team where it is whoever works there. */
export function readerName(
  say: Say,
  { isThePerson, isRepresentative, name, seat }: MayRead,
  thePerson: string,
): string {
  if (isThePerson) return thePerson === '' ? say('conversation.asPerson') : thePerson
  if (seat === undefined)
    return [name, say(isRepresentative ? 'conversation.asRepresentative' : 'conversation.asChosen')].join(', ')
  const { role, team, organisation } = seat
  const job = say.code('role', role)
  const place = [team && name === undefined ? say.of(team) : undefined, say.of(organisation)]
  return [name, job, ...place].filter(part => part !== undefined).join(', ')
}

interface ReaderListProps {
  readonly readers: readonly MayRead[]
  /** The name of the person whose conversation it is. */
  readonly person: string
}

/** Everybody who will be able to read it, a line each. */
export function ReaderList({ readers, person }: ReaderListProps): JSX.Element {
  const { say, visitor } = useAsked()
  const lines = readers.map(reader =>
    reader.accountId !== undefined && reader.accountId === visitor?.accountId
      ? say('conversation.you')
      : readerName(say, reader, person),
  )
  return (
    <ul class="app-readers">
      {[...new Set(lines)].map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
