import type { JSX } from 'preact'
import type { Clause } from '#record/sharing/agreement/agreement.ts'
import { useSay } from '../asked.ts'
import { Card } from '../parts/card.tsx'
import { SummaryList } from '../parts/summary-list.tsx'
import { NameList, type Names, WordList } from './name-list.tsx'

/** One clause: first what it lets happen, in plain words, then exactly what the rule says. */
export function ClauseCard({ clause, names }: { clause: Clause; names: Names }): JSX.Element {
  const say = useSay()
  const { article6, article9, power } = clause.basis
  const codes = (area: 'role' | 'relationship' | 'dataClass', list: readonly string[]) => (
    <WordList words={list.map(code => say.code(area, code))} />
  )
  return (
    <Card
      id={`clause-${clause.number}`}
      heading={say('agreement.clause', { number: clause.number })}
      headingLevel={3}
      headingSize="m"
    >
      <p>{say.of(clause.words)}</p>
      <SummaryList
        border="not-last"
        rows={[
          { key: say('agreement.givers'), value: <NameList codes={clause.givers} names={names} /> },
          { key: say('agreement.receivers'), value: <NameList codes={clause.receivers} names={names} /> },
          { key: say('agreement.roles'), value: codes('role', clause.roles) },
          { key: say('agreement.relationships'), value: codes('relationship', clause.relationships) },
          { key: say('agreement.classes'), value: codes('dataClass', clause.classes) },
          { key: say('agreement.purpose'), value: say.code('purpose', clause.purpose) },
          {
            key: say('agreement.basis'),
            value: (
              <WordList
                words={[
                  say('agreement.article', { article: article6 }),
                  say('agreement.article', { article: article9 }),
                  say.of(power),
                ]}
              />
            ),
          },
        ]}
      />
    </Card>
  )
}
