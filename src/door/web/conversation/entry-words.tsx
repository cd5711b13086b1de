import type { JSX } from 'preact'
import type { Entry } from '#work/conversation/conversation.ts'
import { useSay } from '../asked.ts'

/** The words of an entry with those it names set off, or that it was struck through or misfiled, by whom and why. */
export function EntryWords({ entry }: { entry: Entry }): JSX.Element {
  const say = useSay()
  const { struck, words, language } = entry
  if (struck === undefined) return <Words entry={entry} />
  const { by: name, why } = struck
  const day = say.day(struck.at)
  return (
    <>
      {!struck.isMisfiled && (
        <p class="app-entry__words" lang={language}>
          <s>{words}</s>
        </p>
      )}
      <p class="app-entry__struck">
        {say(struck.isMisfiled ? 'conversation.misfiled' : 'conversation.struck', { name, day })}: {why}
      </p>
    </>
  )
}

function Words({ entry: { words, language, mentions } }: { entry: Entry }): JSX.Element {
  const names = mentions.map(({ name }) => `@${name}`)
  return (
    <p class="app-entry__words" lang={language}>
      {cutAt(words, names).map(piece => (names.includes(piece) ? <b>{piece}</b> : piece))}
    </p>
  )
}

/** The words in pieces, each name that is mentioned a piece of its own. */
function cutAt(words: string, names: readonly string[]): string[] {
  return names.reduce(
    (pieces, name) =>
      pieces.flatMap(piece =>
        names.includes(piece) ? [piece] : piece.split(name).flatMap((part, at) => (at === 0 ? [part] : [name, part])),
      ),
    [words],
  )
}
