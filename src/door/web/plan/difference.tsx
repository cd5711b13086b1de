import { diffWordsWithSpace } from 'diff'
import type { JSX } from 'preact'
import { useSay } from '../asked.ts'
import { Hidden } from '../parts/hidden.tsx'

/** What one wording has that the other has not, word by word: what went is struck, what came is underlined. */
export function Difference({ from, to, lang }: { from: string; to: string; lang: string }): JSX.Element {
  const say = useSay()
  return (
    <p class="app-voice__words app-difference" lang={lang}>
      {diffWordsWithSpace(from, to).map(({ value, added, removed }, place) => {
        const key = `${place} ${value}`
        if (!(added || removed)) return <span key={key}>{value}</span>
        const Mark = added ? 'ins' : 'del'
        return (
          <Mark key={key}>
            <span lang={say.language}>
              <Hidden> {say(added ? 'plan.wordsCame' : 'plan.wordsWent')} </Hidden>
            </span>
            {value}
          </Mark>
        )
      })}
    </p>
  )
}
