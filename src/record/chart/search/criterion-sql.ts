import { sql } from 'kysely'
import { fold } from '#ground/fhir/search/fold.ts'
import { rowNames } from '#ground/fhir/search/parameters.ts'
import type { Criterion, Test, Within } from '#ground/fhir/search/query/criterion.ts'
import { withoutWhere } from '../store/content.ts'
import { asksWhere, type Held, held } from './held.ts'
import { linkBy } from './link.ts'
import type { Open } from './open.ts'
import { isAmong, passes, passesDate } from './passes.ts'
import { all, either, keptAs, known, type Sql } from './sql.ts'
import { branch } from './within.ts'

/** The text of a question, with names for what stands in it. */
export class Question {
  readonly #open: Open
  readonly #prefix: string
  #names = 0

  constructor(open: Open, prefix = 't') {
    this.#open = open
    this.#prefix = prefix
  }

  /** Resources of a type, under a new name. */
  held(type: string): Held {
    return held(type, this.#name())
  }

  /** Whether a resource is what is asked. Whatever it leads to is asked for through what is open. */
  holds(criterion: Criterion, one: Held): Sql {
    switch (criterion.is) {
      case 'all':
        return all(criterion.of.map(part => this.holds(part, one)))
      case 'any':
        return either(criterion.of.map(part => this.holds(part, one)))
      case 'not':
        return sql`not ${this.holds(criterion.of, one)}`
      case 'value':
        return this.#someRow(criterion.rows, criterion.test.kind, one, value => passes(criterion.test, value))
      case 'coded':
        return this.#someRow(criterion.rows, 'token', one, value => isAmong(criterion.codes, value))
      case 'present':
        return either(criterion.kinds.map(kind => this.#someRow(criterion.rows, kind, one, () => sql`true`)))
      case 'composite':
        return this.#someComposite(criterion.rows, criterion.tests, one)
      case 'chain':
        return this.#chain(criterion, one)
      case 'has':
        return this.#has(criterion, one)
      case 'within':
        return this.#within(criterion, one)
      case 'id':
        return this.#isNamed(criterion.id, one)
      case 'updated': {
        const test = passesDate(criterion.test, one.recordedAt, sql`(${one.recordedAt} + interval '1 ms')`)
        return one.type === 'Patient' ? sql`(${test} and ${this.#open.showsWhere(one)})` : test
      }
      case 'words':
        return holdsWords(criterion.words, wordsOf(criterion.where, one))
      case 'near':
        return this.#isNear(criterion, one)
    }
  }

  #name(): string {
    return `${this.#prefix}${++this.#names}`
  }

  #someRow(rows: string, kind: Test['kind'], one: Held, test: (value: Sql) => Sql): Sql {
    const value = sql.ref(this.#name())
    const found = sql`exists (
      select from ${sql.table(`index_${kind}`)} as ${value}
      where ${value}.resource_id = ${one.id} and ${value}.type = ${known(one.type)}
        and ${keptAs(value, one.type, rows)} and ${test(value)})`
    return this.#whereOpen(rows, one, found)
  }

  /** What says where a Patient is, is not there for whoever may not know. */
  #whereOpen(rows: string, one: Held, found: Sql): Sql {
    return asksWhere(one.type, rows) ? sql`(${found} and ${this.#open.showsWhere(one)})` : found
  }

  #someComposite(rows: string, tests: readonly Test[], one: Held): Sql {
    return either(rowNames(one.type, rows).map(name => this.#someWhole(name, tests, one)))
  }

  #someWhole(rows: string, tests: readonly Test[], one: Held): Sql {
    const values = tests.map(({ kind }) => ({ kind, name: sql.ref(this.#name()) }))
    const [first] = values
    const parts = values.map(({ name }, place) => {
      const part = sql`${name}.resource_id = ${one.id} and ${name}.type = ${known(one.type)}
        and ${name}.parameter = ${known(`${rows}$${place}`)} and ${passes(tests[place]!, name)}`
      return place === 0 ? part : sql`${part} and ${name}.ordinal = ${first!.name}.ordinal`
    })
    const tables = values.map(({ kind, name }) => sql`${sql.table(`index_${kind}`)} as ${name}`)
    return sql`exists (select from ${sql.join(tables)} where ${all(parts)})`
  }

  #chain({ rows, by, type, of }: Extract<Criterion, { is: 'chain' }>, one: Held): Sql {
    const [link, target] = [linkBy(by, rows, () => this.#name()), this.held(type)]
    const found = sql`exists (
      select from ${link.rows}
      join ${target.table} as ${target.as} on ${link.means(target, one)}
      where ${link.isOf(one)}
        and ${target.isOne} and ${this.#open.isOpen(target)} and ${this.holds(of, target)})`
    return this.#whereOpen(rows, one, found)
  }

  #has({ rows, by, type, of }: Extract<Criterion, { is: 'has' }>, one: Held): Sql {
    const [link, source] = [linkBy(by, rows, () => this.#name()), this.held(type)]
    const found = sql`exists (
      select from ${link.rows}
      join ${source.table} as ${source.as} on ${link.isOf(source)}
      where ${link.means(one, source)}
        and ${source.isOne} and ${this.#open.isOpen(source)} and ${this.holds(of, source)})`
    return asksWhere(type, rows) ? sql`false` : found
  }

  /** By its name it is meant whether it is there or not; whatever it contains has to be open. */
  #within(criterion: Within, one: Held): Sql {
    const { rows, type, id } = criterion
    const [link, part] = [sql.ref(this.#name()), sql.ref(this.#name())]
    const [from, next] = [this.held(type), this.held(type)]
    const branches = branch(criterion, this.#open, { from, isFrom: this.#isNamed(id, from), next })
    const named: Test = { kind: 'reference', type, id }
    const found = sql`exists (
      select from index_reference as ${link}
      join ${branches} as ${part} on ${part}.name = ${link}.target_id
        and (not ${part}.is_chosen or ${part}.contributor_id = ${one.contributorId})
      where ${link}.resource_id = ${one.id} and ${link}.type = ${known(one.type)} and ${keptAs(link, one.type, rows)}
        and ${link}.target_type = ${known(type)})`
    return either([this.holds({ is: 'value', rows, test: named }, one), this.#whereOpen(rows, one, found)])
  }

  #isNamed(id: string, { as, logicalId }: Held): Sql {
    // By our own id where it can be one: its index is always there.
    return UUID.test(id) ? sql`(${as}.id = ${id}::uuid and ${as}.logical_id is null)` : sql`${logicalId} = ${id}`
  }

  #isNear({ latitude, longitude, metres }: Extract<Criterion, { is: 'near' }>, one: Held): Sql {
    const [lat, long] = [sql.ref(this.#name()), sql.ref(this.#name())]
    const angle = sql`
      power(sin(radians(${lat}.low::float8 - ${latitude}::float8) / 2), 2)
      + cos(radians(${latitude}::float8)) * cos(radians(${lat}.low::float8)) * power(sin(radians(${long}.low::float8 - ${longitude}::float8) / 2), 2)`
    return sql`exists (
      select from index_quantity as ${lat}
      join index_quantity as ${long} on ${long}.resource_id = ${lat}.resource_id and ${long}.parameter = 'near$1'
      where ${lat}.resource_id = ${one.id} and ${lat}.parameter = 'near$0'
        and 2 * 6371008.8 * asin(least(1, sqrt(${angle}))) <= ${metres}::float8)`
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function wordsOf(where: 'anywhere' | 'narrative', { type, content }: Held): Sql {
  if (where === 'narrative')
    return type === 'Patient' ? sql`''` : sql`regexp_replace(${content} -> 'text' ->> 'div', '<[^>]*>', ' ', 'g')`
  return sql`words_in(${type === 'Patient' ? withoutWhere(content) : content})`
}

/** Each begins a word of it. */
function holdsWords(words: readonly string[], text: Sql): Sql {
  return sql`coalesce((
    select bool_and(position(' ' || word in read.text) > 0)
    from (select ' ' || folded(${text}) as text) as read
    cross join unnest(${words.map(fold)}::text[]) as word), false)`
}
