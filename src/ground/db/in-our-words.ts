import { CamelCasePlugin, type PluginTransformResultArgs, type QueryResult, type UnknownRow } from 'kysely'

/** Kysely's plugin, whose half for rows is done where they come in. */
class InOurWords extends CamelCasePlugin {
  constructor() {
    super({ maintainNestedObjectKeys: true })
  }

  /** What a column is called in the code. */
  word(column: string): string {
    return this.camelCase(column)
  }

  /** Rows come from their connection in the words of the code: see `Asked`. */
  override transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    return Promise.resolve(result)
  }
}

/** Statements are written in the words of the code; tables and columns in those of SQL. */
export const IN_OUR_WORDS = new InOurWords()
