import type { ComponentChildren, JSX } from 'preact'
import { dayOf } from '#ground/day.ts'
import { isOverdue, type Question } from '#work/privacy/question.ts'
import { useAsked } from '../asked.ts'
import { QuestionTag } from './question-tag.tsx'

/** A question as the person reads it: their words, who answers and by when, and the answer. */
export function QuestionCard({
  question,
  children,
}: {
  question: Question
  children?: ComponentChildren
}): JSX.Element {
  const { say } = useAsked()
  return (
    <div class="app-question">
      <p class="app-question__when">
        {say('question.asked', { day: say.day(question.askedAt) })} <QuestionTag question={question} />
      </p>
      <p class="app-question__words" lang={question.language}>
        {question.words}
      </p>
      {children}
      {question.answer === undefined ? <Due question={question} /> : <Answered answer={question.answer} />}
    </div>
  )
}

function Due({ question }: { question: Question }): JSX.Element {
  const { say, now } = useAsked()
  const { team, organisation, answerBy } = question
  const day = say.day(answerBy)
  return (
    <>
      <p class="app-question__when">
        {say('question.who')}: {say.of(team)}, {say.of(organisation)}
      </p>
      <p>
        {isOverdue(question, dayOf(now)) ? say('question.overdueSince', { day }) : say('question.waitsUntil', { day })}
      </p>
    </>
  )
}

function Answered({ answer }: { answer: NonNullable<Question['answer']> }): JSX.Element {
  const { say } = useAsked()
  return (
    <div class="app-question__answer">
      <p class="app-question__when">
        {say('question.answered', { name: answer.answeredBy, day: say.day(answer.answeredAt) })}
      </p>
      <p class="app-question__words" lang={answer.language}>
        {answer.words}
      </p>
    </div>
  )
}
