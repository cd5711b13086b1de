import { LANGUAGES, type Say, sayIn } from '#ground/language/say.ts'
import type { Drop } from '#work/drop/drop.ts'
import { dropFaultInWords } from '#work/drop/fault-words.ts'
import type { DropResult } from '#work/drop/result.ts'

/** What became of a file, in both languages: numbers alone, for the folder is read by machines and by whoever runs them. */
export function resultText(drop: Drop, result: DropResult): string {
  return bothLanguages(say => {
    if (drop.fault !== undefined) return [dropFaultInWords(say, drop.fileName, drop.fault), say('files.refusedLede')]
    return [
      `${drop.fileName}, ${say.code('dropKind', drop.kind)}`,
      `${say('files.changed')}: ${result.changed}`,
      `${say('files.unchanged')}: ${result.unchanged}`,
      `${say('files.waiting')}: ${result.waiting}`,
    ]
  })
}

/** Why a file was not taken, in both languages. */
export function refusalText(file: string, why: 'unknownSender' | 'tooLarge'): string {
  return bothLanguages(say => [
    why === 'tooLarge' ? say('files.tooLarge', { file }) : say('files.unknownSender', { file }),
  ])
}

/** Some lines in each language, the languages with a line between them. */
function bothLanguages(lines: (say: Say) => readonly string[]): string {
  return LANGUAGES.map(language => `${lines(sayIn(language)).join('\n')}\n`).join('\n')
}
