import { CompiledQuery, type Kysely, type QueryResult } from 'kysely'
import type { Answer } from './asked.ts'
import type { DB as Tables } from './tables.ts'

/** A statement with its values, as a transaction asks or sends it. */
export interface Statement<Row> {
  execute(db: Kysely<Tables>): Promise<QueryResult<Row>>
  compile(db: Kysely<Tables>): CompiledQuery<Row>
}

/**
 * Plain SQL in which only values stand, as `sql` of Kysely takes it. Its text is put together when it is first asked and
 * never again: for what is asked at every message. Throws for a piece of SQL among the values, which Kysely's own takes.
 */
export function sql<Row>(text: TemplateStringsArray, ...values: readonly unknown[]): Statement<Row> {
  if (values.some(isPiece)) throw new Error(`a piece of SQL among the values of: ${text.join('?')}`)
  return statement(textOf(text), values)
}

/** The same of a text that is put together elsewhere, and kept there. */
export function statement<Row>(text: string, values: readonly unknown[]): Statement<Row> {
  const compiled: CompiledQuery<Row> = { sql: text, parameters: values, query: NOT_COMPOSED, queryId: NAMELESS }
  return {
    execute: db => {
      const connection = connections.get(db)
      return connection === undefined ? db.executeQuery(compiled) : ask(connection, compiled)
    },
    compile: () => compiled,
  }
}

/** A connection that answers as `Asked` does. */
interface Connection {
  query(text: string, values: readonly unknown[]): Promise<Answer>
}

const connections = new WeakMap<Kysely<Tables>, Connection>()

/** From now on, what is plain SQL goes straight over the connection that this handle is for: there is nothing to compose. */
export function goesOver(db: Kysely<Tables>, connection: Connection): void {
  connections.set(db, connection)
}

async function ask<Row>(connection: Connection, { sql, parameters }: CompiledQuery<Row>): Promise<QueryResult<Row>> {
  const { command, rowCount, rows } = await connection.query(sql, parameters)
  const isChange = command !== 'SELECT' && rowCount !== null
  return { rows: rows as Row[], ...(isChange && { numAffectedRows: BigInt(rowCount) }) }
}

/**
 * A statement of many pieces, or one that Kysely builds, whose text is put together when it is first asked, and never again: for what is asked at
 * every look. `write` is handed the place of each value, by its name, and must not look into it.
 */
export function putTogetherOnce<Row, Values extends object>(
  write: (places: Values, db: Kysely<Tables>) => Pick<Statement<Row>, 'compile'>,
): (values: Values) => Statement<Row> {
  let made: CompiledQuery<Row> | undefined
  const filled = (db: Kysely<Tables>, values: Values): Statement<Row> => {
    made ??= write(PLACES as Values, db).compile(db)
    const { sql: text, parameters } = made
    return statement(
      text,
      parameters.map(value => (value instanceof Place ? values[value.name as keyof Values] : value)),
    )
  }
  return values => ({
    execute: db => filled(db, values).execute(db),
    compile: db => filled(db, values).compile(db),
  })
}

/** Where a value stands, while a text is put together. */
class Place {
  readonly name: string | symbol

  constructor(name: string | symbol) {
    this.name = name
  }
}

const PLACES = new Proxy({}, { get: (_, name) => new Place(name) })

/** Nobody looks into what Kysely did not compose. */
const { query: NOT_COMPOSED, queryId: NAMELESS } = CompiledQuery.raw('')

/** By the place in the code where it is written. */
const texts = new WeakMap<TemplateStringsArray, string>()

function textOf(text: TemplateStringsArray): string {
  const known = texts.get(text)
  if (known !== undefined) return known
  const made = text.reduce((all, part, place) => `${all}$${place}${part}`)
  texts.set(text, made)
  return made
}

function isPiece(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'toOperationNode' in value
}
