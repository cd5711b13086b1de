import type { JSX } from 'preact'
import type { PlanItem } from '#work/plan/plan.ts'

/** The words of an item, in the language they were written in. A goal's are the heading of what is done for it. */
export function ItemWords({ item }: { item: Pick<PlanItem, 'kind' | 'words' | 'language' | 'struck'> }): JSX.Element {
  const { kind, language, struck } = item
  const words = struck === undefined ? item.words : <del>{item.words}</del>
  if (kind === 'goal')
    return (
      <h3 class="app-item__words" lang={language}>
        {words}
      </h3>
    )
  return (
    <p class="app-item__words" lang={language}>
      {words}
    </p>
  )
}
