import type { Change } from '../sow.ts'
import type { Trial } from './trial.ts'

/** What makes a search answer wrongly, and in which trials it could show. */
export interface Fault {
  readonly changes: readonly Change[]
  shows(trial: Trial): boolean
}

const fault = (shows: Fault['shows'], file: string, from: string, to: string): Fault => ({
  shows,
  changes: [{ file, from, to }],
})

/** Where something is asked that is written like this: `name=value`. */
const asking =
  (what: RegExp) =>
  ({ atoms }: Trial) =>
    atoms.some(({ name, value }) => what.test(`${name}=${value}`))
const sorted = ({ sort, page }: Trial) => sort !== '' && page < 0.6
const paged = ({ page }: Trial) => page < 0.6
const including =
  (what: RegExp) =>
  ({ includes, atoms }: Trial) =>
    atoms.length < 2 && includes.some(([name]) => what.test(name))
const atDoor = ({ isAtDoor, atoms, type }: Trial) => isAtDoor && atoms.length > 0 && type !== 'Location'

const SQL = 'src/record/chart/search/criterion-sql.ts'
const TESTS = 'src/record/chart/search/passes.ts'
const ORDER = 'src/record/chart/search/order.ts'
const INCLUDE = 'src/record/chart/search/include.ts'
const CRITERION = 'src/ground/fhir/search/query/criterion-of.ts'
const FILTER = 'src/ground/fhir/search/query/filter.ts'
const READ = 'src/ground/fhir/search/query/tests.ts'

/** By its name. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  'what is not so is found only where something else is': fault(
    asking(/:not=|not /),
    SQL,
    'return sql`not ${this.holds(criterion.of, one)}`',
    "return sql`(not ${this.holds(criterion.of, one)} and ${one.id}::text < 'c')`",
  ),
  'any of them is all of them': fault(
    asking(/,| or /),
    SQL,
    'return either(criterion.of.map',
    'return all(criterion.of.map',
  ),
  'a chain takes whatever is there': fault(
    asking(/^subject:Patient/),
    SQL,
    '${target.isOne} and ${this.#open.isOpen(target)} and ${this.holds(of, target)})`\n    return this',
    '${target.isOne} and ${this.#open.isOpen(target)})`\n    return this',
  ),
  'a chain does not go on from where it leads': fault(
    asking(/^encounter:Encounter/),
    'src/ground/fhir/search/query/named.ts',
    'const of = namedCriterion(one, rest, value, reading, written, depth + 1)',
    "const of: Criterion = rest.includes(':Patient') ? { is: 'all', of: [] } : namedCriterion(one, rest, value, reading, written, depth + 1)",
  ),
  'a chain backwards takes whatever is there': fault(
    asking(/^_has:Observation/),
    SQL,
    '${source.isOne} and ${this.#open.isOpen(source)} and ${this.holds(of, source)})`',
    '${source.isOne} and ${this.#open.isOpen(source)})`',
  ),
  'back and back again is back once': fault(
    asking(/^_has:Encounter/),
    'src/ground/fhir/search/query/named.ts',
    'const of = namedCriterion(other, rest!, value, reading, written, depth + 1)',
    "const of: Criterion = rest!.startsWith('_has') ? { is: 'all', of: [] } : namedCriterion(other, rest!, value, reading, written, depth + 1)",
  ),
  'a code of another system will do': fault(
    asking(/\|/),
    TESTS,
    "...(system === undefined ? [] : [sql`${value('system')} = ${system}`]),",
    '',
  ),
  'exactly is nearly': fault(asking(/:exact/), TESTS, "and ${value('text')} = ${text}`", '`'),
  'anywhere is at the end': fault(
    asking(/:contains/),
    TESTS,
    'like ${`%${meant(text)}%`}',
    'like ${`%${meant(text)}`}',
  ),
  'none of a set is one of it': fault(
    asking(/:not-in/),
    CRITERION,
    "const isNot = modifier === 'not' || modifier === 'not-in'",
    "const isNot = modifier === 'not'",
  ),
  'a set is its first code': fault(
    asking(/:in=|:not-in=/),
    'src/ground/fhir/terminology/codes-in.ts',
    'codes.set(system, some.add(code))',
    'codes.set(system, some.size > 0 ? some : some.add(code))',
  ),
  'above is below': fault(
    asking(/category:(above|below)/),
    'src/door/fhir/search/terminology.ts',
    "(which === 'below' ? descendantsOf : ancestorsOf)",
    "(which === 'above' ? descendantsOf : ancestorsOf)",
  ),
  'what a code is called is called so with the sign as it was typed': fault(
    asking(/:text/),
    'src/ground/fhir/search/query/tests.ts',
    "const compared = how === 'exact' ? meant : fold(meant)",
    "const compared = how === 'exact' ? meant : how === 'begins' && /’/.test(meant) ? meant : fold(meant)",
  ),
  'a number of any kind will do': fault(
    asking(/:of-type/),
    READ,
    'system: cut(`${system}|${code}`), code: cut(value) }',
    'system: undefined, code: cut(value) }',
  ),
  'who is told of by a number is whoever has none': fault(
    asking(/:identifier/),
    'src/ground/fhir/search/query/reference.ts',
    'return asked(`${code}:${modifier}`, modifier',
    'return asked(code, modifier',
  ),
  'two halves of different things are one': fault(
    asking(/component-code-value/),
    SQL,
    'return place === 0 ? part : sql`${part} and ${name}.ordinal = ${first!.name}.ordinal`',
    'return place === 0 || first === undefined ? part : sql`${part}`',
  ),
  'from a day on is after it': fault(
    asking(/(date|birthdate)(=| )ge/),
    TESTS,
    'return sql`(${ends} > ${until} or ${within})`',
    'return sql`${ends} > ${until}`',
  ),
  'nearly then is then': fault(
    asking(/(date|birthdate)(=| )ap/),
    READ,
    'const around = Math.abs(now.getTime() - range.from.getTime()) / 10',
    'const around = 0 * now.getTime()',
  ),
  'a number must be it exactly': fault(
    asking(/(quantity|probability)=eq/),
    TESTS,
    'sql`(${least} >= ${low}::numeric and ${most} < ${high}::numeric)`',
    'sql`(${least} = ${number}::numeric and ${most} = ${number}::numeric)`',
  ),
  'nearly as much is as much': fault(
    asking(/(quantity|probability)=ap/),
    READ,
    'const near = Math.abs(value) / 10',
    'const near = 0 * value',
  ),
  'any unit will do': fault(
    asking(/quantity=[a-z]+5\.4\|\|kg|\|g$/),
    TESTS,
    'return sql`${compared()} and ${inUnit}`',
    'return sql`${compared()} and (true or ${inUnit})`',
  ),
  'an address that begins alike lies below': fault(
    asking(/_(source|profile):below/),
    TESTS,
    "starts_with(${value('uri')}, ${uri.endsWith('/') ? uri : `${uri}/`})",
    'starts_with(${value("uri")}, ${uri})',
  ),
  'nothing lies above but itself': fault(asking(/_(source|profile):above/), TESTS, 'any(${above(uri)}', 'any(${[uri]}'),
  'one of the words is enough': fault(asking(/_text=wedi|_content=wedi/), SQL, 'bool_and(position', 'bool_or(position'),
  'near is half as far': fault(
    asking(/^near=/),
    'src/ground/fhir/search/query/near.ts',
    'metres: far * metres }',
    'metres: (far * metres) / 2 }',
  ),
  'either and both are the same in a filter': fault(
    asking(/^_filter=.* or /),
    FILTER,
    "return of.length === 1 ? of[0]! : { is: 'any', of }\n  }\n\n  #both",
    "return of.length === 1 ? of[0]! : { is: 'all', of }\n  }\n\n  #both",
  ),
  'what is missing is there': fault(
    asking(/:missing=/),
    CRITERION,
    "return value === 'false' ? present : { is: 'not', of: present }",
    "return value === 'true' ? present : { is: 'not', of: present }",
  ),
  'accents count': fault(
    asking(/^name|text|value-string/),
    'src/ground/fhir/search/fold.ts',
    ".replace(/\\p{M}/gu, '')",
    '',
  ),
  'a hundred per cent is anything': fault(
    asking(/:contains/),
    TESTS,
    'text.replace(/[\\\\%_]/g, sign => `\\\\${sign}`)',
    'text.replace(/w/g, "_")',
  ),
  'what has no value is lost on the way from page to page': fault(
    sorted,
    ORDER,
    'sql`(${key} is null or ${beyond})`',
    'beyond',
  ),
  'two of one day are one on the next page': fault(
    sorted,
    ORDER,
    "sql`${one.id} ${sql.raw(isBackwards ? '<' : '>')} ${id}::uuid`",
    'sql`false`',
  ),
  'the first of the next page is the last of this': fault(
    paged,
    ORDER,
    "sql.raw(isBackwards ? '<' : '>')} ${id}",
    "sql.raw(isBackwards ? '<=' : '>=')} ${id}",
  ),
  'all of them are counted': fault(
    ({ atoms }) => atoms.length > 0,
    'src/record/chart/search/find.ts',
    '    join: sql``,\n    where: question.holds(search.criteria.get(one.type)!, one),',
    '    join: sql``,\n    where: sql`true`,',
  ),
  'the second of two of a name is passed over': fault(
    ({ atoms: [one, other] }) => one !== undefined && one.name === other?.name,
    'src/ground/fhir/search/query/search.ts',
    'of: asked.map(([name, value])',
    'of: asked.filter(([name], at) => asked.findIndex(([other]) => other === name) === at).map(([name, value])',
  ),
  'what is included leads no further': fault(including(/:iterate/), INCLUDE, 'round === 0 || iterates', 'round === 0'),
  'what leads back is not included': fault(
    including(/_revinclude/),
    INCLUDE,
    '.filter(({ isReverse, source }) => isReverse',
    '.filter(({ isReverse, source }) => isReverse && source === undefined',
  ),
  'what comes with it comes of any other parameter': fault(
    including(/^_include$/),
    INCLUDE,
    '${rows === undefined ? sql`true` : sql`link.parameter = ${known(rows)}`}\n      and (${target.as}',
    'true\n      and (${target.as}',
  ),
  'a form is not read': fault(
    atDoor,
    'src/door/fhir/search/routes.ts',
    "query: [...fhir.query, ...(body as FastifyRequest['fhir']['query'])] }",
    'query: [...fhir.query] }',
  ),
  'a compartment is everybody’s': fault(
    atDoor,
    'src/door/fhir/search/asked.ts',
    "{ is: 'all', of: [isAbout(type, patient), criterion] }",
    "{ is: 'all', of: [isAbout(type, patient), criterion].slice(1) }",
  ),
}
