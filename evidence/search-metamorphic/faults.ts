import type { Change } from '../sow.ts'

const one = (file: string, from: string, to: string): readonly Change[] => [{ file, from, to }]
const SQL = 'src/record/chart/search/criterion-sql.ts'
const TESTS = 'src/record/chart/search/passes.ts'
const ORDER = 'src/record/chart/search/order.ts'

/** What makes a search answer wrongly, by its name. */
export const FAULTS: Readonly<Record<string, readonly Change[]>> = {
  'what is not so is found only where something else is': one(
    SQL,
    'return sql`not ${this.holds(criterion.of, one)}`',
    "return sql`(not ${this.holds(criterion.of, one)} and ${one.id}::text < 'c')`",
  ),
  'any of them is all of them': one(SQL, 'return either(criterion.of.map', 'return all(criterion.of.map'),
  'a chain takes whatever is there': one(
    SQL,
    '${target.isOne} and ${this.#open.isOpen(target)} and ${this.holds(of, target)})`\n    return this',
    '${target.isOne} and ${this.#open.isOpen(target)})`\n    return this',
  ),
  'a chain backwards takes whatever is there': one(
    SQL,
    '${source.isOne} and ${this.#open.isOpen(source)} and ${this.holds(of, source)})`',
    '${source.isOne} and ${this.#open.isOpen(source)})`',
  ),
  'a code of another system will do': one(
    TESTS,
    "...(system === undefined ? [] : [sql`${value('system')} = ${system}`]),",
    '',
  ),
  'from a day on is after it': one(
    TESTS,
    'return sql`(${ends} > ${until} or ${within})`',
    'return sql`${ends} > ${until}`',
  ),
  'a number must be it exactly': one(
    TESTS,
    'sql`(${least} >= ${low}::numeric and ${most} < ${high}::numeric)`',
    'sql`(${least} = ${number}::numeric and ${most} = ${number}::numeric)`',
  ),
  'accents count': one('src/ground/fhir/search/fold.ts', ".replace(/\\p{M}/gu, '')", ''),
  'a hundred per cent is anything': one(
    TESTS,
    'text.replace(/[\\\\%_]/g, sign => `\\\\${sign}`)',
    'text.replace(/w/g, "_")',
  ),
  'what has no value is lost on the way from page to page': one(ORDER, 'sql`(${key} is null or ${beyond})`', 'beyond'),
  'two of one day are one on the next page': one(
    ORDER,
    "sql`${one.id} ${sql.raw(isBackwards ? '<' : '>')} ${id}::uuid`",
    'sql`false`',
  ),
  'the first of the next page is the last of this': one(
    ORDER,
    "sql.raw(isBackwards ? '<' : '>')} ${id}",
    "sql.raw(isBackwards ? '<=' : '>=')} ${id}",
  ),
  'all of them are counted': one(
    'src/record/chart/search/find.ts',
    '    join: sql``,\n    where: question.holds(search.criteria.get(one.type)!, one),',
    '    join: sql``,\n    where: sql`true`,',
  ),
  'the second of two of a name is passed over': one(
    'src/ground/fhir/search/query/search.ts',
    'of: asked.map(([name, value])',
    'of: asked.filter(([name], at) => asked.findIndex(([other]) => other === name) === at).map(([name, value])',
  ),
}
