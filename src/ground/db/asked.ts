import pg from 'pg'
import { IN_OUR_WORDS } from './in-our-words.ts'

/** What came of a statement, its columns in the words of the code. */
export interface Answer {
  /** What was done: `SELECT`, `INSERT`, `COMMIT`. */
  readonly command: string
  readonly rowCount: number | null
  readonly rows: readonly object[]
}

/** What is written to a connection of the library's; its types do not tell of it. */
export interface Wire {
  /** By name, the text of what is prepared, and of what was sent to be. */
  readonly parsedStatements: Record<string, string>
  readonly submittedNamedStatements: Record<string, string>
  parse(statement: { name: string; text: string }): void
  bind(values: { statement: string; values: readonly unknown[] }): void
  describe(portal: { type: 'P' }): void
  execute(portal: object): void
  sync(): void
}

const { prepareValue } = (pg as unknown as { readonly utils: { prepareValue(value: unknown): unknown } }).utils

/**
 * One statement with its values, and the answer as it comes in. What its columns are is asked of the server once for each
 * connection that has it prepared, and never again. Throws for a value that cannot be sent.
 */
export class Asked {
  readonly text: string
  /** Under which name it is prepared; none for one that is sent whole each time. */
  readonly name: string
  readonly answer: Promise<Answer>
  readonly #values: readonly unknown[]
  readonly #settle: PromiseWithResolvers<Answer>
  readonly #rows: object[] = []
  #wire: Wire | undefined
  #columns: readonly Column[] | undefined
  #command = ''
  #rowCount: number | null = null
  #fault: unknown

  constructor(name: string, text: string, values: readonly unknown[]) {
    this.name = name
    this.text = text
    this.#values = values.map(prepareValue)
    this.#settle = Promise.withResolvers<Answer>()
    this.answer = this.#settle.promise
  }

  submit(wire: Wire): void {
    const { name, text } = this
    if (wire.parsedStatements[name] === undefined && wire.submittedNamedStatements[name] === undefined) {
      wire.parse({ name, text })
      if (name !== '') wire.submittedNamedStatements[name] = text
    }
    wire.bind({ statement: name, values: this.#values })
    this.#wire = wire
    this.#columns = knownColumns(wire).get(name)
    if (this.#columns === undefined) wire.describe({ type: 'P' })
    wire.execute({})
  }

  /** What its columns are. */
  describe(fields: readonly Field[]): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      key: IN_OUR_WORDS.word(name),
      read: pg.types.getTypeParser(dataTypeID, 'text'),
    }))
  }

  /** One row, as text. */
  row(values: readonly (string | null)[]): void {
    try {
      this.#rows.push(rowOf(this.#columns ?? [], values))
    } catch (fault) {
      this.#fault ??= fault
    }
  }

  /** It has been done: `INSERT 0 1`, as the server says it. */
  complete(said: string): void {
    const words = said.split(' ')
    const count = Number(words.at(-1))
    this.#command = words[0] ?? ''
    this.#rowCount = Number.isNaN(count) ? null : count
    if (this.name !== '' && this.#wire !== undefined) knownColumns(this.#wire).set(this.name, this.#columns ?? [])
  }

  settle(): void {
    if (this.#fault !== undefined) this.#settle.reject(this.#fault)
    else this.#settle.resolve({ command: this.#command, rowCount: this.#rowCount, rows: this.#rows })
  }

  fail(fault: unknown): void {
    this.#settle.reject(fault)
  }
}

export interface Field {
  readonly name: string
  readonly dataTypeID: number
}

interface Column {
  readonly key: string
  read(text: string): unknown
}

function rowOf(columns: readonly Column[], values: readonly (string | null)[]): object {
  const row: Record<string, unknown> = {}
  for (let at = 0; at < columns.length; at++) {
    const { key, read } = columns[at]!
    const value = values[at]
    row[key] = value == null ? null : read(value)
  }
  return row
}

/** By connection and name of the statement. The server refuses a prepared statement whose columns have changed. */
const known = new WeakMap<Record<string, string>, Map<string, readonly Column[]>>()

function knownColumns({ parsedStatements }: Wire): Map<string, readonly Column[]> {
  const held = known.get(parsedStatements) ?? new Map<string, readonly Column[]>()
  known.set(parsedStatements, held)
  return held
}
