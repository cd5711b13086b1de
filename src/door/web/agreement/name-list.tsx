import type { JSX } from 'preact'
import type { Bilingual } from '#ground/language/say.ts'
import { useSay } from '../asked.ts'

/** From the codes that agreements name organisations by to what they are called. */
export type Names = ReadonlyMap<string, Bilingual>

/** What an organisation is called; its code, should it be known by nothing else. */
export function nameOf(names: Names, code: string): Bilingual {
  return names.get(code) ?? { en: code, cy: code }
}

/** Organisations by name, in the order in which the agreement has them. */
export function NameList({ codes, names }: { codes: readonly string[]; names: Names }): JSX.Element {
  const say = useSay()
  return <WordList words={codes.map(code => say.of(nameOf(names, code)))} />
}

/** From how many words on a list is set in two columns. */
const LONG_LENGTH = 5

/** Words one below the other. A sentence would mutate them in Welsh. */
export function WordList({ words }: { words: readonly string[] }): JSX.Element {
  return (
    <ul class={words.length >= LONG_LENGTH ? 'app-words app-words--long' : 'app-words'}>
      {words.map(word => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  )
}
