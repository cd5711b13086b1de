import type { JSX } from 'preact'
import type { Clause } from '#record/sharing/agreement/agreement.ts'
import { clauseInWords, type Line } from '#record/sharing/agreement/plain-words.ts'
import { useSay } from '../asked.ts'
import { Card } from '../parts/card.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { type Names, WordList } from './name-list.tsx'

/** One clause: first what its authors say of it, then exactly what its rule says, made from the rule itself. */
export function ClauseCard({ clause, names }: { clause: Clause; names: Names }): JSX.Element {
  const say = useSay()
  return (
    <Card
      id={`clause-${clause.number}`}
      heading={say('agreement.clause', { number: clause.number })}
      headingLevel={3}
      headingSize="m"
    >
      <p>{say.of(clause.words)}</p>
      <h4 class="nhsuk-heading-xs">{say('agreement.exactly')}</h4>
      <Lines lines={clauseInWords(clause, say, names)} />
    </Card>
  )
}

/** A clause in plain words, line by line. */
export function Lines({ lines }: { lines: readonly Line[] }): JSX.Element {
  return (
    <SummaryList
      border="not-last"
      rows={lines.map(({ label, says }) => ({
        key: label,
        value: says.length === 1 ? says[0] : <WordList words={says} />,
      }))}
    />
  )
}
