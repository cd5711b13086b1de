import { readPlan } from '#work/plan/read-plan.ts'
import { outcomesOf } from '#work/review/closure.ts'
import { newestOf, type TimelineReader } from '../entry.ts'

/** How the person felt about their goals, each time they said. */
export const scores: TimelineReader = async (tx, access, wanted) => {
  const goals = outcomesOf(await readPlan(tx, access))
  const entries = goals.flatMap(goal =>
    goal.scores.map(({ score, words, saidBy, saidAt }) => ({
      id: `score ${goal.id} ${saidAt.toISOString()}`,
      at: saidAt,
      what: 'scored' as const,
      by: saidBy,
      count: score,
      words,
      title: goal.words,
      language: goal.language,
      href: '/plan/progress',
    })),
  )
  return newestOf(entries, wanted)
}
