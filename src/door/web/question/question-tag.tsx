import type { JSX } from 'preact'
import { dayOf } from '#ground/day.ts'
import { isOverdue, type Question } from '#work/privacy/question.ts'
import { useAsked } from '../asked.ts'
import { Tag } from '../parts/tag.tsx'

/** Whether a question waits, is late or is answered. Late is late for both: who asked, and who must answer. */
export function QuestionTag({ question }: { question: Question }): JSX.Element {
  const { say, now } = useAsked()
  if (question.answer !== undefined) return <Tag colour="green">{say('question.isAnswered')}</Tag>
  if (isOverdue(question, dayOf(now))) return <Tag colour="red">{say('question.overdue')}</Tag>
  return <Tag colour="blue">{say('question.waits')}</Tag>
}
