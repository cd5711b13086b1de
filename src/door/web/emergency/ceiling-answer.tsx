import type { JSX } from 'preact'
import type { CeilingTask } from '#work/partnership/ceiling-tasks.ts'
import { useSay } from '../asked.ts'
import { QuestionForm } from '../question/question-form.tsx'
import type { Problems, Typed } from '../typed.ts'

export interface CeilingAnswerProps {
  readonly task: CeilingTask
  readonly action: string
  readonly typed: Typed | undefined
  readonly problems: Problems
}

/** What is being done: by the signatory of the body, for the board to read. */
export function CeilingAnswer({ task, action, typed, problems }: CeilingAnswerProps): JSX.Element {
  const say = useSay()
  const { answer, isTheirs } = task
  if (answer !== undefined) {
    return (
      <>
        <h2 class="nhsuk-heading-l">{say('emergencyCeiling.answer')}</h2>
        <p lang={answer.language}>{answer.words}</p>
        <p>{say('emergencyCeiling.answeredBy', { who: answer.by, day: say.day(answer.at) })}</p>
      </>
    )
  }
  if (!isTheirs) return <p>{say('emergencyCeiling.notAnswered')}</p>
  return (
    <QuestionForm
      action={action}
      label={say('emergencyCeiling.answer')}
      hint={say('emergencyCeiling.answerHint')}
      send={say('emergencyCeiling.send')}
      languageLabel={say('emergencyCeiling.language')}
      words=""
      language={say.language}
      typed={typed}
      problems={problems}
    />
  )
}
