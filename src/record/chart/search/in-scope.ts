import { sql } from 'kysely'
import type { Letter } from '#ground/fhir/scope.ts'
import type { Caller } from '../store/caller.ts'
import { Question } from './criterion-sql.ts'
import type { Held } from './held.ts'
import type { Open } from './open.ts'
import { all, either, type Sql } from './sql.ts'

/**
 * What is open, as far as the caller's app may find it at most. It stands in the question wherever a resource does: matched,
 * followed, referring, included, counted and sorted by.
 */
export function openInScope(open: Open, { leaves }: Pick<Caller, 'leaves'>): Open {
  if (leaves === undefined) return open
  const question = new Question(open, 'scope')
  const isLeft = (one: Held): Sql => {
    // Told of what the app may find all of, or not at all.
    if (one.tells !== undefined) return sql`true`
    const left = leaves(one.type, 's')
    return left === 'all' ? sql`true` : left === 'nothing' ? sql`false` : question.holds(left, one)
  }
  return {
    ...open,
    isOpen: one => all([open.isOpen(one), isLeft(one)]),
    ways: one => open.ways(one).map(({ join, where }) => ({ join, where: all([where, isLeft(one)]) })),
  }
}

/** Whether something is of one of these types, and among what the caller's app may do this to at most. */
export function ofTypesInScope(
  { leaves }: Pick<Caller, 'leaves'>,
  letter: Letter,
  types: readonly string[],
  one: Held,
): Sql {
  const left = types.map(type => ({ type, left: leaves?.(type, letter) ?? 'all' }))
  const whole = left.flatMap(({ type, left }) => (left === 'all' ? [type] : []))
  const question = new Question(CLOSED, 'scope')
  return either([
    sql`${one.typeName} = any(${whole}::text[])`,
    ...left.flatMap(({ type, left }) =>
      typeof left === 'string' ? [] : [all([sql`${one.typeName} = ${type}`, question.holds(left, { ...one, type })])],
    ),
  ])
}

/** Nothing is open: for a question about codes, which leads to nothing else, or where it is decided afterwards. */
export const CLOSED: Open = { before: sql``, isOpen: () => sql`false`, ways: () => [], showsWhere: () => sql`false` }
