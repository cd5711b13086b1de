import { type RawBuilder, sql } from 'kysely'

type Sql = RawBuilder<unknown>

/** What JSON is to hold: texts, lists and objects of ours, and in them what a question works out. */
export type Shape = Sql | string | readonly Shape[] | { readonly [name: string]: Shape | undefined }

/** JSON as a question to the database makes it. What it works out as null is left to `stripped`. */
export function jsonOf(shape: Shape): Sql {
  if (typeof shape === 'string') return sql`to_jsonb(${sql.lit(shape)}::text)`
  if (isSql(shape)) return sql`to_jsonb(${shape})`
  if (Array.isArray(shape)) return sql`jsonb_build_array(${sql.join(shape.map(jsonOf))})`
  const parts = Object.entries(shape).flatMap(([name, part]) =>
    part === undefined ? [] : [sql`${sql.lit(name)}, ${jsonOf(part)}`],
  )
  return sql`jsonb_build_object(${sql.join(parts)})`
}

/** A list of those for which something is so; null where that is none. */
export function listOf(parts: readonly { readonly when: Sql; readonly shape: Shape }[]): Sql {
  const cases = parts.map(({ when, shape }) => sql`case when ${when} then ${jsonOf(shape)} end`)
  return sql`nullif(to_jsonb(array_remove(array[${sql.join(cases)}], null)), '[]')`
}

/** JSON without the parts that are null. */
export function stripped(json: Sql): Sql {
  return sql`jsonb_strip_nulls(${json})`
}

function isSql(shape: object): shape is Sql {
  return 'toOperationNode' in shape
}
